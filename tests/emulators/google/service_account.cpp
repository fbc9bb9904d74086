// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/google/service_account.h"

#include "tests/emulators/google/authorize_request.h"
#include "tests/emulators/google/scopes.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace kith::emulator {
namespace {

using namespace std::chrono_literals;

constexpr Millis jwtSkew = 300s;
constexpr double jwtLongest = 3600;

Answer jwtRefused(const char* description) {
    return tokenError(400, "invalid_grant", QString::fromLatin1(description));
}

std::optional<QByteArray> jwtPart(const QByteArray& text) {
    const auto decoded =
        QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(decoded.decoded) : std::nullopt;
}

std::optional<QJsonObject> jwtJson(const QByteArray& text) {
    const std::optional<QByteArray> bytes = jwtPart(text);
    const QJsonDocument document = bytes ? QJsonDocument::fromJson(*bytes) : QJsonDocument();
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

}  // namespace

Answer tokenError(int status, const char* error, const QString& description) {
    QJsonObject body{{QStringLiteral("error"), QLatin1String(error)}};
    if (!description.isEmpty()) {
        body.insert(QStringLiteral("error_description"), description);
    }
    return jsonAnswer(status, body);
}

ServiceAccount::ServiceAccount(EmulatorClock& clock, TokenBook& tokens)
    : m_clock(clock)
    , m_tokens(tokens)
    , m_email(QStringLiteral("mail-reader@kith-emulator.iam.gserviceaccount.com"))
    , m_clientId(QStringLiteral("104417093548216770312"))
    , m_tokenUri(QStringLiteral("http://127.0.0.1/token")) {
}

const RsaKey& ServiceAccount::key() {
    if (m_key.isNull()) {
        m_key = RsaKey::generate();
        m_keyId = QString::fromLatin1(QCryptographicHash::hash(m_key.privatePem(), QCryptographicHash::Sha1).toHex());
    }
    return m_key;
}

QJsonObject ServiceAccount::keyFile() {
    const QString pem = QString::fromLatin1(key().privatePem());
    return {
        {QStringLiteral("type"), QStringLiteral("service_account")},
        {QStringLiteral("project_id"), QStringLiteral("kith-emulator")},
        {QStringLiteral("private_key_id"), m_keyId},
        {QStringLiteral("private_key"), pem},
        {QStringLiteral("client_email"), m_email},
        {QStringLiteral("client_id"), m_clientId},
        {QStringLiteral("auth_uri"), QStringLiteral("https://accounts.google.com/o/oauth2/auth")},
        {QStringLiteral("token_uri"), m_tokenUri},
        {QStringLiteral("auth_provider_x509_cert_url"), QStringLiteral("https://www.googleapis.com/oauth2/v1/certs")},
        {QStringLiteral("client_x509_cert_url"),
         QString(QStringLiteral("https://www.googleapis.com/robot/v1/metadata/x509/") +
                 QString::fromLatin1(QUrl::toPercentEncoding(m_email)))},
        {QStringLiteral("universe_domain"), QStringLiteral("googleapis.com")}};
}

void ServiceAccount::readKeyFile(const QJsonObject& file) {
    const RsaKey kept = RsaKey::fromPrivatePem(file[u"private_key"].toString().toLatin1());
    if (!kept.isNull()) {
        m_key = kept;
        m_keyId = file[u"private_key_id"].toString();
    }
}

Answer ServiceAccount::exchange(const QByteArray& assertion, const QStringList& accounts) {
    const QByteArrayList parts = assertion.split('.');
    if (parts.size() != 3) {
        return jwtRefused("Invalid JWT: must contain exactly three parts separated by period (.)");
    }
    const auto header = jwtJson(parts[0]);
    const auto claims = jwtJson(parts[1]);
    const auto signature = jwtPart(parts[2]);
    if (!header || !claims || !signature) {
        return jwtRefused("Invalid JWT: Failed to parse the JWT.");
    }
    if ((*claims)[u"iss"].toString() != m_email) {
        return jwtRefused("Invalid grant: account not found");
    }
    const bool rs256 = (*header)[u"alg"].toString() == QLatin1String("RS256");
    const bool ofOurKey = !header->contains(u"kid") || (*header)[u"kid"].toString() == m_keyId;
    if (!rs256 || !ofOurKey || !key().verifies(parts[0] + '.' + parts[1], *signature)) {
        return jwtRefused("Invalid JWT Signature.");
    }
    return checkedClaims(*claims, accounts);
}

Answer ServiceAccount::checkedClaims(const QJsonObject& claims, const QStringList& accounts) {
    if (claims[u"aud"].toString() != m_tokenUri) {
        return jwtRefused("Invalid JWT: Failed audience check.");
    }
    if (const QString trouble = timeTrouble(claims); !trouble.isEmpty()) {
        return tokenError(400, "invalid_grant", trouble);
    }
    const QStringList scopes = claims[u"scope"].toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (scopes.isEmpty()) {
        return tokenError(400, "invalid_scope", QStringLiteral("Empty or missing scope not allowed."));
    }
    const QString subject = claims[u"sub"].toString();
    const qsizetype known = accountIndex(accounts, subject);
    if (!subject.isEmpty() && subject != m_email) {
        if (known < 0) {
            return jwtRefused("Invalid email or User ID");
        }
        if (!std::ranges::all_of(scopes, [](const QString& scope) { return delegatedScopes().contains(scope); })) {
            return tokenError(401, "unauthorized_client",
                              QStringLiteral("Client is unauthorized to retrieve access tokens using this method, or "
                                             "client not authorized for any of the scopes requested."));
        }
    }
    const Consent consent{known < 0 ? m_email : accounts[known], scopes, m_email};
    return jsonAnswer(200, {{QStringLiteral("access_token"), m_tokens.mintAccess(consent, {})},
                            {QStringLiteral("expires_in"), qint64(TokenBook::accessLifetime.count())},
                            {QStringLiteral("token_type"), QStringLiteral("Bearer")}});
}

QString ServiceAccount::timeTrouble(const QJsonObject& claims) const {
    const QJsonValue issued = claims[u"iat"];
    const QJsonValue ends = claims[u"exp"];
    const double now = double(m_clock.now().count()) / 1000;
    const double skew = double(jwtSkew.count()) / 1000;
    const bool reasonable = issued.isDouble() && ends.isDouble() && issued.toDouble() <= now + skew &&
                            ends.toDouble() > now - skew && ends.toDouble() > issued.toDouble() &&
                            ends.toDouble() - issued.toDouble() <= jwtLongest;
    return reasonable
               ? QString()
               : QStringLiteral("Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable "
                                "timeframe. Check your iat and exp values in the JWT claim.");
}

}  // namespace kith::emulator
