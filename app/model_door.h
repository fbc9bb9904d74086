// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The way to a model: who may be asked with which key, over the transport whose ledger keeps every question.
#pragma once

#include "app/house_settings.h"
#include "app/secret_door.h"
#include "core/net/http.h"
#include "core/service/model_port.h"
#include "core/triage/draft_writer.h"

#include <memory>

namespace kith::app {

/// Outlives every classifier that is made from it.
struct ModelGround {
    net::HttpTransport& transport;
    Clock& clock;
    SecretDoor& secrets;
    HouseSettings& settings;
};

/// The secret's name in the store.
QString modelKeyName();

/// The key that is stored, else KITH_DEEPINFRA_KEY; nothing where there is neither. A keyring or vault is touched only
/// where it holds such a key.
Result<std::optional<QByteArray>> modelKey(SecretDoor& secrets);

class ModelDoor final : public service::ModelPort {
public:
    explicit ModelDoor(const ModelGround& ground)
        : m_ground(ground) {}

    Result<service::ModelAccess> access() override;
    Result<void> setKey(const QByteArray& key) override;
    Result<void> setAddress(const QString& address) override;
    Result<std::vector<triage::ModelOffer>> offers(std::stop_token stop) override;
    /// Denied or Malformed: the address of the service is none.
    Result<std::unique_ptr<triage::Classifier>> classifier(const QString& model) override;
    Result<std::unique_ptr<triage::CommentFiler>> commentFiler(const QString& model) override;
    QByteArray question(const QString& model, const triage::AskedLetter& letter) override;

private:
    Result<QString> address();
    template <class Port, class Keyed>
    Result<std::unique_ptr<Port>> keyed(const QString& model);

    ModelGround m_ground;
};

/// Nothing where no key is set. Denied or Malformed: the address of the service is none.
Result<std::unique_ptr<triage::DraftWriter>> makeDraftWriter(const ModelGround& ground, const QString& model);

}  // namespace kith::app
