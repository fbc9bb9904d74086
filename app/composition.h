// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The only place where concrete classes meet their ports: transport, ledger, secrets, Google
// and the model, for kith and kithctl.
#pragma once

#include "app/egress_writer.h"
#include "app/model_door.h"
#include "app/secret_door.h"
#include "core/service/mail_ports.h"

#include <functional>
#include <memory>

namespace kith::net {
class LedgerTransport;
class QtTransport;
}  // namespace kith::net

namespace kith::app {

struct CompositionOptions {
    bool offline{false};
    /// Asked once when the vault must be opened and KITH_VAULT_PASSPHRASE is not set. May be empty.
    SecretDoor::Passphrase passphrase{};
};

class Composition final : public service::MailPorts {
public:
    /// cellar: options for further connections of this process. Settings and environment are read here.
    Composition(const service::CellarOptions& cellar, Clock& clock, CompositionOptions options);
    ~Composition() override;
    Q_DISABLE_COPY_MOVE(Composition)

    mail::MailProvider& provider() override { return *m_provider; }
    service::SecretPlaces secretPlaces() override;
    Result<void> choosePlace(const QString& place, const QString& passphrase) override;
    Result<std::unique_ptr<triage::Classifier>> classifier(const QString& model) override;
    Result<std::unique_ptr<people::EnrichmentSource>> enrichmentSource(const QString& name) override;
    QString enrichmentKeyPlace(const QString& name) override;
    Result<void> keepEnrichmentKey(const QString& name, const QString& key) override;
    Result<std::unique_ptr<triage::DraftWriter>> draftWriter(const QString& model) override;
    service::ModelPort* model() override { return &m_model; }
    bool offline() const override { return m_options.offline; }

private:
    SecretDoor::Passphrase passphrase() const;
    net::SecretPlace chosenPlace();

    CompositionOptions m_options;
    QString m_folder;
    HouseSettings m_settings;
    EgressWriter m_ledger;
    std::unique_ptr<net::QtTransport> m_wire;
    std::unique_ptr<net::LedgerTransport> m_transport;
    Clock& m_clock;
    SecretDoor m_secrets;
    ModelDoor m_model;
    std::unique_ptr<mail::MailProvider> m_provider;
};

/// For service::WorkspaceOptions.
service::MailPortsFactory composer(Clock& clock, CompositionOptions options);

}  // namespace kith::app
