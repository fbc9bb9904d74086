// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/model_door.h"

#include "core/net/endpoints.h"
#include "core/sources/model_classifier.h"
#include "core/sources/model_comment_filer.h"
#include "core/sources/model_draft_writer.h"

namespace kith::app {

namespace {

class KeyedClassifier final : public triage::Classifier {
public:
    KeyedClassifier(const ModelGround& ground, const QByteArray& key, const QString& baseUrl, const QString& model)
        : m_chat(ground.transport, ground.clock, [key] { return Result<QByteArray>(key); }, {.baseUrl = baseUrl})
        , m_classifier(m_chat, model) {}

    Result<triage::ModelAnswer> classify(const triage::AskedLetter& letter, const Preferences& preferences,
                                         std::stop_token stop, double& spentUsd) override {
        return m_classifier.classify(letter, preferences, std::move(stop), spentUsd);
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

class KeyedFiler final : public triage::CommentFiler {
public:
    KeyedFiler(const ModelGround& ground, const QByteArray& key, const QString& baseUrl, const QString& model)
        : m_chat(ground.transport, ground.clock, [key] { return Result<QByteArray>(key); }, {.baseUrl = baseUrl})
        , m_filer(m_chat, model) {}

    Result<triage::FiledComment> file(const triage::AskedComment& asked, std::stop_token stop,
                                      double& spentUsd) override {
        return m_filer.file(asked, std::move(stop), spentUsd);
    }

private:
    sources::OpenAiChat m_chat;
    sources::ModelCommentFiler m_filer;
};

QString modelAddressSetting() {
    return QStringLiteral("endpoints.deepinfra");
}

Error noKeyError() {
    return {ErrorKind::SignInNeeded, QStringLiteral("no key of a model service is set"), {}};
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

Result<std::unique_ptr<triage::DraftWriter>> makeDraftWriter(const ModelGround& ground, const QString& model) {
    const auto key = modelKey(ground.secrets);
    if (!key || !*key) {
        return key ? Result<std::unique_ptr<triage::DraftWriter>>(std::unique_ptr<triage::DraftWriter>())
                   : Result<std::unique_ptr<triage::DraftWriter>>(key.error());
    }
    const auto endpoints = net::readEndpoints({{modelAddressSetting(), ground.settings.text(modelAddressSetting())}});
    if (!endpoints) {
        return endpoints.error();
    }
    return std::unique_ptr<triage::DraftWriter>(
        std::make_unique<KeyedDraftWriter>(ground, **key, endpoints->deepinfra, model));
}

Result<QString> ModelDoor::address() {
    const auto endpoints = net::readEndpoints({{modelAddressSetting(), m_ground.settings.text(modelAddressSetting())}});
    return endpoints ? Result<QString>(endpoints->deepinfra) : Result<QString>(endpoints.error());
}

Result<service::ModelAccess> ModelDoor::access() {
    const auto key = modelKey(m_ground.secrets);
    if (!key) {
        return key.error();
    }
    service::ModelAccess access;
    access.hasKey = key->has_value();
    access.keyFromEnvironment = access.hasKey && !m_ground.secrets.holds(modelKeyName());
    access.addressFromEnvironment = !qEnvironmentVariable("KITH_ENDPOINT_DEEPINFRA").trimmed().isEmpty();
    const auto base = address();
    access.address = base ? *base : m_ground.settings.text(modelAddressSetting());
    access.vendorsOwnAddress = access.address == net::Endpoints().deepinfra;
    return access;
}

Result<void> ModelDoor::setKey(const QByteArray& key) {
    return key.trimmed().isEmpty() ? m_ground.secrets.remove(modelKeyName())
                                   : m_ground.secrets.set(modelKeyName(), key.trimmed());
}

Result<void> ModelDoor::setAddress(const QString& wanted) {
    const auto nothing = [](const char*) { return QString(); };
    const auto checked = net::readEndpoints({{modelAddressSetting(), wanted.trimmed()}}, nothing);
    return checked ? m_ground.settings.set(modelAddressSetting(), wanted.trimmed()) : Result<void>(checked.error());
}

Result<std::vector<triage::ModelOffer>> ModelDoor::offers(std::stop_token stop) {
    const auto base = address();
    if (!base) {
        return base.error();
    }
    const auto key = [this]() -> Result<QByteArray> {
        const auto found = modelKey(m_ground.secrets);
        return found && *found ? Result<QByteArray>(**found) : Result<QByteArray>(noKeyError());
    };
    sources::OpenAiChat chat(m_ground.transport, m_ground.clock, key,
                             {.baseUrl = *base, .attempts = 2, .timeout = std::chrono::seconds(30)});
    const auto models = chat.models(std::move(stop));
    if (!models) {
        return models.error();
    }
    std::vector<triage::ModelOffer> offers;
    for (const sources::ChatModel& model : *models) {
        offers.push_back({model.id, model.contextLength, model.inputPrice, model.outputPrice});
    }
    return offers;
}

template <class Port, class Keyed>
Result<std::unique_ptr<Port>> ModelDoor::keyed(const QString& model) {
    const auto key = modelKey(m_ground.secrets);
    if (!key) {
        return key.error();
    }
    if (!*key) {
        return std::unique_ptr<Port>();
    }
    const auto base = address();
    if (!base) {
        return base.error();
    }
    return std::unique_ptr<Port>(std::make_unique<Keyed>(m_ground, **key, *base, model));
}

Result<std::unique_ptr<triage::Classifier>> ModelDoor::classifier(const QString& model) {
    return keyed<triage::Classifier, KeyedClassifier>(model);
}

Result<std::unique_ptr<triage::CommentFiler>> ModelDoor::commentFiler(const QString& model) {
    return keyed<triage::CommentFiler, KeyedFiler>(model);
}

QByteArray ModelDoor::question(const QString& model, const triage::AskedLetter& letter) {
    sources::OpenAiChat chat(m_ground.transport, m_ground.clock, [] { return Result<QByteArray>(noKeyError()); }, {});
    return sources::ModelClassifier(chat, model).question(letter);
}

}  // namespace kith::app
