// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/composition.h"

#include "app/enrichment_door.h"
#include "core/base/log.h"
#include "core/net/keychain_store.h"
#include "core/net/ledger_transport.h"
#include "core/net/qt_transport.h"
#include "core/net/vault_store.h"
#include "core/sources/google_provider.h"
#include "core/sources/openai_chat.h"

namespace kith::app {

namespace {

QString fromEnvironment(const char* name) {
    return qEnvironmentVariable(name);
}

}  // namespace

Composition::Composition(const service::CellarOptions& cellar, Clock& clock, CompositionOptions options)
    : m_options(std::move(options))
    , m_folder(cellar.folder)
    , m_settings(cellar, clock)
    , m_ledger(cellar, clock)
    , m_wire(std::make_unique<net::QtTransport>(net::QtTransportOptions{.offline = m_options.offline}))
    , m_transport(std::make_unique<net::LedgerTransport>(*m_wire, m_ledger, clock,
                                                         net::LedgerOptions{.cost = sources::toldCost}))
    , m_clock(clock)
    , m_secrets(m_settings, m_folder, chosenPlace(), passphrase())
    , m_model({*m_transport, clock, m_secrets, m_settings}) {
    const sources::GoogleSettings google{
        [this](const QString& key) { return m_settings.text(key); },
        [this](const QString& key, const QString& value) { return m_settings.set(key, value); }};
    m_provider = std::make_unique<sources::GoogleProvider>(sources::GoogleProvider::Ground{
        *m_transport, m_secrets, clock, google, sources::GoogleSetUp::from(google, fromEnvironment)});
}

Composition::~Composition() = default;

net::SecretPlace Composition::chosenPlace() {
    const QString wanted = fromEnvironment("KITH_SECRETS");
    const QString word = wanted.isEmpty() ? m_settings.text(QStringLiteral("secrets.place")) : wanted;
    const auto place = placeOf(word);
    if (!place && !word.isEmpty()) {
        log::warning("app", QStringLiteral("no such place for secrets: %1; the keyring is used").arg(word));
    }
    return place.value_or(net::SecretPlace::Keychain);
}

SecretDoor::Passphrase Composition::passphrase() const {
    return [ask = m_options.passphrase](bool fresh) -> std::optional<QByteArray> {
        const QByteArray given = qgetenv("KITH_VAULT_PASSPHRASE");
        if (!given.isEmpty()) {
            return given;
        }
        return ask ? ask(fresh) : std::nullopt;
    };
}

service::SecretPlaces Composition::secretPlaces() {
    const net::KeychainState keychain = net::probeKeychain();
    service::SecretPlaces places;
    places.chosen = placeWord(m_secrets.place());
    places.keychainWorks = keychain.works;
    places.keychainProblem = keychain.problem;
    places.keychainHint = keychain.hint;
    places.vaultExists = net::VaultStore::exists(m_folder);
    places.vaultOpen = m_secrets.place() == net::SecretPlace::Vault && m_secrets.isOpen();
    return places;
}

Result<void> Composition::choosePlace(const QString& place, const QString& passphrase) {
    const auto known = placeOf(place);
    if (!known) {
        return Error{ErrorKind::Malformed, QStringLiteral("no such place for secrets: %1").arg(place),
                     QStringLiteral("Choose keychain, vault or session.")};
    }
    return m_secrets.choose(*known, passphrase.toUtf8());
}

Result<std::unique_ptr<triage::Classifier>> Composition::classifier(const QString& model) {
    return m_model.classifier(model);
}

Result<std::unique_ptr<people::EnrichmentSource>> Composition::enrichmentSource(const QString& name) {
    return makeEnrichmentSource({*m_transport, m_clock, m_secrets, m_settings}, name);
}

QString Composition::enrichmentKeyPlace(const QString& name) {
    return app::enrichmentKeyPlace(m_secrets, name);
}

Result<void> Composition::keepEnrichmentKey(const QString& name, const QString& key) {
    const QByteArray secret = key.trimmed().toUtf8();
    return secret.isEmpty() ? m_secrets.remove(enrichmentKeyName(name))
                            : m_secrets.set(enrichmentKeyName(name), secret);
}

Result<std::unique_ptr<triage::DraftWriter>> Composition::draftWriter(const QString& model) {
    return makeDraftWriter({*m_transport, m_clock, m_secrets, m_settings}, model);
}

service::MailPortsFactory composer(Clock& clock, CompositionOptions options) {
    return [&clock, options = std::move(options)](const service::CellarOptions& cellar) {
        return std::unique_ptr<service::MailPorts>(std::make_unique<Composition>(cellar, clock, options));
    };
}

}  // namespace kith::app
