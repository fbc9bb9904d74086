// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/google_accounts.h"

#include "core/net/refreshing_tokens.h"
#include "core/net/service_account.h"
#include "core/sources/deferred_tokens.h"
#include "core/sources/gmail_client.h"
#include "core/sources/google_built_in.h"

#include <QRandomGenerator>

namespace kith::sources {

namespace {

constexpr double bulkShareOfQuota = 0.75;

QString clientSecretName(const QString& clientId) {
    return QStringLiteral("google-client/") + clientId;
}

Error noSecret(const QString& what) {
    return {ErrorKind::SignInNeeded, QStringLiteral("no %1 is stored").arg(what),
            QStringLiteral("Sign in again; nothing is lost.")};
}

}  // namespace

QStringList googleScopes() {
    return {QStringLiteral("https://www.googleapis.com/auth/gmail.modify")};
}

GoogleAccounts::GoogleAccounts(GoogleProvider::Ground ground)
    : m_ground(std::move(ground)) {
}

QString GoogleAccounts::clientId() const {
    if (!m_ground.setUp.clientId.isEmpty()) {
        return m_ground.setUp.clientId;
    }
    const QString imported =
        m_ground.settings.read ? m_ground.settings.read(QStringLiteral("google.client_id")) : QString();
    return imported.isEmpty() ? QString::fromLatin1(builtInGoogleClientId) : imported;
}

Result<net::OAuthClient> GoogleAccounts::client(const QString& id) const {
    if (id.isEmpty()) {
        return Error{ErrorKind::NotFound, QStringLiteral("no Google OAuth client is set up"),
                     QStringLiteral("Import the credentials file of a desktop client from Google's console, or set "
                                    "KITH_GOOGLE_CLIENT_ID and KITH_GOOGLE_CLIENT_SECRET.")};
    }
    net::OAuthClient client;
    client.clientId = id;
    if (id == m_ground.setUp.clientId && !m_ground.setUp.clientSecret.isEmpty()) {
        client.clientSecret = m_ground.setUp.clientSecret;
    } else if (id == QLatin1String(builtInGoogleClientId)) {
        client.clientSecret = QString::fromLatin1(builtInGoogleClientSecret);
    } else {
        const auto secret = m_ground.secrets.get(clientSecretName(id));
        if (!secret) {
            return secret.error();
        }
        if (!*secret) {
            return Error{ErrorKind::NotFound, QStringLiteral("the secret of the OAuth client %1 is not stored").arg(id),
                         QStringLiteral("Import the credentials file of the desktop client again.")};
        }
        client.clientSecret = QString::fromUtf8(**secret);
    }
    return m_ground.setUp.endpoints.applied(std::move(client));
}

Result<void> GoogleAccounts::keepClient(const net::OAuthClient& client) {
    if (auto stored = m_ground.secrets.set(clientSecretName(client.clientId), client.clientSecret.toUtf8()); !stored) {
        return stored;
    }
    return m_ground.settings.write ? m_ground.settings.write(QStringLiteral("google.client_id"), client.clientId)
                                   : Result<void>();
}

std::shared_ptr<net::AccessTokens> GoogleAccounts::tokensOf(const Account& account) {
    const QString secret = account.secret;
    if (account.kind == u"gmail-service") {
        const QString subject = account.detail.value(u"subject").toString(account.address);
        const QStringList scopes = account.scopes.isEmpty() ? googleScopes() : account.scopes;
        return std::make_shared<DeferredTokens>([this, secret, subject,
                                                 scopes]() -> Result<std::unique_ptr<net::AccessTokens>> {
            const auto file = m_ground.secrets.get(secret);
            if (!file || !*file) {
                return file ? noSecret(QStringLiteral("key of the service account")) : file.error();
            }
            auto key = net::parseServiceAccountKey(**file);
            if (!key) {
                return key.error();
            }
            return std::unique_ptr<net::AccessTokens>(
                std::make_unique<net::ServiceAccountTokens>(m_ground.transport, m_ground.clock, *key, subject, scopes));
        });
    }
    const QString id = account.detail.value(u"client_id").toString();
    return std::make_shared<DeferredTokens>([this, secret, id]() -> Result<std::unique_ptr<net::AccessTokens>> {
        auto oauth = client(id.isEmpty() ? clientId() : id);
        if (!oauth) {
            return oauth.error();
        }
        return std::unique_ptr<net::AccessTokens>(std::make_unique<net::RefreshingTokens>(
            m_ground.transport, m_ground.clock, m_ground.secrets, net::RefreshingTokens::Parts{*oauth, secret}));
    });
}

GmailLimits GoogleAccounts::limitsOf(const QString& address, double perMinute) const {
    if (m_ground.setUp.unitsPerMinute) {
        return {*m_ground.setUp.unitsPerMinute, 0, perMinute,
                0};  // said by a person: all of it, and nothing learned before
    }
    const QString key = QStringLiteral("google.learned.") + address;
    const double learned = m_ground.settings.read ? m_ground.settings.read(key).toDouble() : 0;
    return {perMinute, perMinute * bulkShareOfQuota, perMinute, learned};
}

Result<GmailShared> GoogleAccounts::fresh(std::shared_ptr<net::AccessTokens> tokens, const QString& address) {
    Result<GmailUnits> units = GmailUnits::load(m_ground.setUp.quotaTable);
    if (!units) {
        return units.error();
    }
    GmailShared shared;
    shared.tokens = std::move(tokens);
    shared.random = [] { return QRandomGenerator::global()->generateDouble(); };
    const GmailLimits limits = limitsOf(address, units->perUserPerMinute());
    const auto write = m_ground.settings.write;
    const bool said = m_ground.setUp.unitsPerMinute.has_value();
    GmailPacer::Ways ways{shared.random, {}};
    if (write && !said && !address.isEmpty()) {
        ways.learnt = [write, address](double learned) {
            // A limit that is forgotten is learned again: nothing to do where it cannot be kept.
            (void)write(QStringLiteral("google.learned.") + address, QString::number(learned, 'f', 0));
        };
    }
    shared.pacer = std::make_shared<GmailPacer>(m_ground.clock, limits, std::move(ways));
    shared.width =
        std::make_shared<GmailWidth>(m_ground.clock, GmailWidth::Bounds{25, limits.unitsPerMinute > 0 ? 50 : 100});
    shared.units = std::make_shared<const GmailUnits>(std::move(*units));
    return shared;
}

Result<GmailShared> GoogleAccounts::shared(const Account& account) {
    const std::scoped_lock lock(m_mutex);
    const auto open = m_open.find(account.secret);
    if (open != m_open.end()) {
        return open->second;
    }
    Result<GmailShared> made = fresh(tokensOf(account), account.address.toLower());
    if (made) {
        m_open.emplace(account.secret, *made);
    }
    return made;
}

void GoogleAccounts::forget(const Account& account) {
    const std::scoped_lock lock(m_mutex);
    m_open.erase(account.secret);
}

Result<QString> GoogleAccounts::addressOf(std::shared_ptr<net::AccessTokens> tokens, std::stop_token stop) {
    Result<GmailShared> shared = fresh(std::move(tokens), {});
    if (!shared) {
        return shared.error();
    }
    GmailClient mailbox(m_ground.transport, m_ground.clock, QUrl(m_ground.setUp.endpoints.googleApi), *shared);
    mailbox.setUrgent(true);
    const auto profile = mailbox.profile(std::move(stop));
    return profile ? Result<QString>(profile->address) : profile.error();
}

}  // namespace kith::sources
