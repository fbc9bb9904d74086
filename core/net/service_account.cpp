// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/service_account.h"

#include "core/base/json.h"
#include "core/net/token_calls.h"
#include "core/net/token_refusal.h"
#include "core/net/web_address.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>

namespace kith::net {

namespace {

constexpr auto kJwtBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

struct FreeOpenSsl {
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using PrivateKey = std::unique_ptr<EVP_PKEY, FreeOpenSsl>;

Error badKeyFile(const QString& what) {
    return {ErrorKind::Malformed,
            QStringLiteral("service account key: ") + what,
            QStringLiteral("Create a new JSON key for the service account in Google's console."),
            {}};
}

/// Keys with a passphrase are none of Google's: nobody is asked for one.
int noPassphrase(char*, int, int, void*) {
    return -1;
}

PrivateKey rsaKey(const QByteArray& pem) {
    const std::unique_ptr<BIO, FreeOpenSsl> bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    PrivateKey key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, &noPassphrase, nullptr) : nullptr);
    return key && EVP_PKEY_base_id(key.get()) == EVP_PKEY_RSA ? std::move(key) : nullptr;
}

Result<QByteArray> rs256(const QByteArray& pem, const QByteArray& message) {
    const PrivateKey key = rsaKey(pem);
    const std::unique_ptr<EVP_MD_CTX, FreeOpenSsl> context(EVP_MD_CTX_new());
    const auto* bytes = reinterpret_cast<const unsigned char*>(message.constData());
    const auto length = static_cast<size_t>(message.size());
    size_t size = 0;
    if (!key || !context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, bytes, length) != 1) {
        return badKeyFile(QStringLiteral("private_key cannot sign"));
    }
    QByteArray signature(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes, length) != 1) {
        return badKeyFile(QStringLiteral("private_key cannot sign"));
    }
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

QByteArray jwtPart(const QJsonObject& object) {
    return json::canonical(object).toBase64(kJwtBase64);
}

QString delegationHint(const ServiceAccountKey& key, const QStringList& scopes) {
    return QStringLiteral("A Workspace administrator must list the client ID %1 with exactly these scopes under "
                          "Security, API controls, domain-wide delegation: %2")
        .arg(key.clientId.isEmpty() ? QStringLiteral("of %1").arg(key.clientEmail) : key.clientId,
             scopes.join(QStringLiteral(", ")));
}

/// What invalid_grant means says only its description.
QString grantHint(const QString& description, const QString& subject) {
    const auto says = [&](const char* words) {
        return description.contains(QLatin1String(words), Qt::CaseInsensitive);
    };
    if (says("signature")) {
        return QStringLiteral("The key was probably deleted in Google's console. Create a new one and add it here.");
    }
    if (says("timeframe") || says("short-lived")) {
        return QStringLiteral("This computer's clock is wrong. Set the time, then try again.");
    }
    if (says("account not found") || says("invalid email") || says("user id")) {
        return QStringLiteral("There is no mailbox %1 that this service account may act for. Check the address.")
            .arg(subject);
    }
    return QStringLiteral("Check the mailbox %1, this computer's clock and the key of the service account.")
        .arg(subject);
}

}  // namespace

Result<ServiceAccountKey> parseServiceAccountKey(const QByteArray& bytes) {
    const auto file = json::parseObject(bytes);
    if (!file) {
        return badKeyFile(file.error().detail);
    }
    if (file->value(QLatin1String("type")).toString() != QLatin1String("service_account")) {
        return badKeyFile(QStringLiteral("type is not service_account"));
    }
    for (const char* field : {"client_email", "private_key", "token_uri"}) {
        if (file->value(QLatin1String(field)).toString().isEmpty()) {
            return badKeyFile(QStringLiteral("%1 is missing").arg(QLatin1String(field)));
        }
    }
    const auto text = [&](const char* field) { return file->value(QLatin1String(field)).toString(); };
    ServiceAccountKey key{text("client_email"),         text("client_id"),
                          text("project_id"),           text("private_key_id"),
                          text("private_key").toUtf8(), QUrl(text("token_uri"), QUrl::StrictMode)};
    if (!key.tokenUri.isValid() || key.tokenUri.host().isEmpty()) {
        return badKeyFile(QStringLiteral("token_uri is no web address"));
    }
    if (const auto allowed = checkAddress(key.tokenUri); !allowed) {
        return allowed.error();
    }
    if (!rsaKey(key.privateKey)) {
        return badKeyFile(QStringLiteral("private_key is no RSA key"));
    }
    return key;
}

Result<QByteArray> signedAssertion(const ServiceAccountKey& key, const JwtClaims& claims) {
    const qint64 now = claims.now.count() / 1000;
    QJsonObject header{{QStringLiteral("alg"), QStringLiteral("RS256")},
                       {QStringLiteral("typ"), QStringLiteral("JWT")}};
    if (!key.privateKeyId.isEmpty()) {
        header.insert(QStringLiteral("kid"), key.privateKeyId);
    }
    const QJsonObject payload{{QStringLiteral("iss"), key.clientEmail},
                              {QStringLiteral("scope"), claims.scopes.join(QLatin1Char(' '))},
                              {QStringLiteral("aud"), QString::fromUtf8(key.tokenUri.toEncoded())},
                              {QStringLiteral("iat"), now},
                              {QStringLiteral("exp"), now + 3600},
                              {QStringLiteral("sub"), claims.subject}};
    const QByteArray message = jwtPart(header) + '.' + jwtPart(payload);
    const auto signature = rs256(key.privateKey, message);
    if (!signature) {
        return signature.error();
    }
    return QByteArray(message + QByteArrayLiteral(".") + signature->toBase64(kJwtBase64));
}

ServiceAccountTokens::ServiceAccountTokens(HttpTransport& transport, const Clock& clock, ServiceAccountKey key,
                                           QString subject, QStringList scopes)
    : m_transport(transport)
    , m_clock(clock)
    , m_key(std::move(key))
    , m_subject(std::move(subject))
    , m_scopes(std::move(scopes))
    , m_tokens(clock, [this](std::stop_token stop) { return fetch(std::move(stop)); }) {
}

Result<AccessToken> ServiceAccountTokens::fetch(std::stop_token stop) {
    const auto assertion = signedAssertion(m_key, {m_subject, m_scopes, m_clock.now()});
    if (!assertion) {
        return assertion.error();
    }
    const FormFields fields{{"grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"}, {"assertion", *assertion}};
    const auto answer =
        m_transport.send(formRequest(m_key.tokenUri, fields, QStringLiteral("service account")), std::move(stop));
    if (!answer) {
        return answer.error();
    }
    auto grant = readTokenAnswer(*answer, m_clock.now());
    if (grant) {
        return AccessToken{std::move(grant->accessToken), grant->accessExpiresAt,
                           grant->scopes.isEmpty() ? m_scopes : std::move(grant->scopes)};
    }
    Error error = grant.error();
    const TokenRefusal refusal = readRefusal(answer->body);
    if (error.kind == ErrorKind::SignInNeeded) {
        error.hint = refusal.error == QLatin1String("invalid_grant") ? grantHint(refusal.description, m_subject)
                                                                     : delegationHint(m_key, m_scopes);
    }
    return error;
}

}  // namespace kith::net
