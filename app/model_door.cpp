// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/model_door.h"

#include "core/net/endpoints.h"
#include "core/sources/model_classifier.h"

namespace kith::app {

namespace {

class KeyedClassifier final : public triage::Classifier {
public:
    KeyedClassifier(const ModelGround& ground, const QByteArray& key, const QString& baseUrl, const QString& model)
        : m_chat(ground.transport, ground.clock, [key] { return Result<QByteArray>(key); }, {.baseUrl = baseUrl})
        , m_classifier(m_chat, model) {}

    Result<triage::ModelAnswer> classify(const Message& message, const QString& text, const Preferences& preferences,
                                         std::stop_token stop, double& spentUsd) override {
        return m_classifier.classify(message, text, preferences, std::move(stop), spentUsd);
    }

private:
    sources::OpenAiChat m_chat;
    sources::ModelClassifier m_classifier;
};

}  // namespace

QString modelKeyName() {
    return QStringLiteral("deepinfra/key");
}

Result<std::optional<QByteArray>> modelKey(SecretDoor& secrets) {
    const QByteArray given = qgetenv("KITH_DEEPINFRA_KEY").trimmed();
    const std::optional<QByteArray> otherwise = given.isEmpty() ? std::nullopt : std::optional(given);
    if (!secrets.holds(modelKeyName())) {
        return otherwise;
    }
    auto stored = secrets.get(modelKeyName());
    const bool usable = stored && *stored && !(*stored)->isEmpty();
    return usable || (!stored && !otherwise) ? stored : Result<std::optional<QByteArray>>(otherwise);
}

Result<std::unique_ptr<triage::Classifier>> makeClassifier(const ModelGround& ground, const QString& model) {
    const auto key = modelKey(ground.secrets);
    if (!key) {
        return key.error();
    }
    if (!*key) {
        return std::unique_ptr<triage::Classifier>();
    }
    const QString setting = QStringLiteral("endpoints.deepinfra");
    const auto endpoints = net::readEndpoints({{setting, ground.settings.text(setting)}});
    if (!endpoints) {
        return endpoints.error();
    }
    return std::unique_ptr<triage::Classifier>(
        std::make_unique<KeyedClassifier>(ground, **key, endpoints->deepinfra, model));
}

}  // namespace kith::app
