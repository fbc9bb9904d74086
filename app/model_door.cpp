// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/model_door.h"

#include "core/net/endpoints.h"
#include "core/sources/model_classifier.h"
#include "core/sources/model_draft_writer.h"

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

class KeyedDraftWriter final : public triage::DraftWriter {
public:
    KeyedDraftWriter(const ModelGround& ground, const QByteArray& key, const QString& baseUrl, const QString& model)
        : m_chat(ground.transport, ground.clock, [key] { return Result<QByteArray>(key); }, {.baseUrl = baseUrl})
        , m_writer(m_chat, model) {}

    Result<triage::DraftWords> write(const triage::DraftBrief& brief, const OnWords& onWords, std::stop_token stop,
                                     double& spentUsd) override {
        return m_writer.write(brief, onWords, std::move(stop), spentUsd);
    }

private:
    sources::OpenAiChat m_chat;
    sources::ModelDraftWriter m_writer;
};

/// Where the key may be used; nothing where there is none.
struct KeyedEndpoint {
    QByteArray key;
    QString baseUrl;
};

Result<std::optional<KeyedEndpoint>> keyedEndpoint(const ModelGround& ground) {
    const auto key = modelKey(ground.secrets);
    if (!key || !*key) {
        return key ? Result<std::optional<KeyedEndpoint>>(std::nullopt)
                   : Result<std::optional<KeyedEndpoint>>(key.error());
    }
    const QString setting = QStringLiteral("endpoints.deepinfra");
    const auto endpoints = net::readEndpoints({{setting, ground.settings.text(setting)}});
    if (!endpoints) {
        return endpoints.error();
    }
    return std::optional(KeyedEndpoint{**key, endpoints->deepinfra});
}

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
    const auto door = keyedEndpoint(ground);
    if (!door || !*door) {
        return door ? Result<std::unique_ptr<triage::Classifier>>(std::unique_ptr<triage::Classifier>())
                    : Result<std::unique_ptr<triage::Classifier>>(door.error());
    }
    return std::unique_ptr<triage::Classifier>(
        std::make_unique<KeyedClassifier>(ground, (*door)->key, (*door)->baseUrl, model));
}

Result<std::unique_ptr<triage::DraftWriter>> makeDraftWriter(const ModelGround& ground, const QString& model) {
    const auto door = keyedEndpoint(ground);
    if (!door || !*door) {
        return door ? Result<std::unique_ptr<triage::DraftWriter>>(std::unique_ptr<triage::DraftWriter>())
                    : Result<std::unique_ptr<triage::DraftWriter>>(door.error());
    }
    return std::unique_ptr<triage::DraftWriter>(
        std::make_unique<KeyedDraftWriter>(ground, (*door)->key, (*door)->baseUrl, model));
}

}  // namespace kith::app
