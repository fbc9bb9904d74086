// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/token_calls.h"

#include "core/base/json.h"
#include "core/net/token_refusal.h"

#include <algorithm>

namespace kith::net {

namespace {

bool secretField(const QByteArray& name) {
    return name == "code" || name == "client_secret" || name == "code_verifier" || name == "refresh_token" ||
           name == "token" || name == "assertion";
}

Millis lifetime(const QJsonObject& answer, const QString& key) {
    // A year at most: whatever the answer says must not overflow a time.
    const double seconds = answer.value(key).toVariant().toDouble();
    return Millis{static_cast<qint64>(std::clamp(seconds, 0.0, 366.0 * 86'400) * 1000)};
}

}  // namespace

QByteArray formEncoded(const FormFields& fields) {
    QByteArray form;
    for (const auto& [name, value] : fields) {
        form += (form.isEmpty() ? "" : "&") + name + '=' + value.toPercentEncoding();
    }
    return form;
}

HttpRequest formRequest(const QUrl& url, const FormFields& fields, const QString& purpose) {
    HttpRequest request;
    request.verb = "POST";
    request.url = url;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    request.body = formEncoded(fields);
    request.service = QStringLiteral("google-oauth");
    request.purpose = purpose;
    request.timeout = Millis{30'000};
    QByteArray shown;
    for (const auto& [name, value] : fields) {
        const bool secret = secretField(name);
        request.redactions += secret ? 1 : 0;
        shown += (shown.isEmpty() ? "" : "&") + name + '=' + (secret ? QByteArray("***") : value.toPercentEncoding());
    }
    request.ledgerBody = shown;
    return request;
}

Result<TokenGrant> askForToken(HttpTransport& transport, const Clock& clock, const HttpRequest& request,
                               std::stop_token stop) {
    const auto answer = transport.send(request, std::move(stop));
    return answer ? readTokenAnswer(*answer, clock.now()) : Result<TokenGrant>(answer.error());
}

Result<TokenGrant> readTokenAnswer(const HttpResponse& response, Millis now) {
    if (response.status != 200) {
        return tokenRefusal(response, now);
    }
    const auto answer = json::parseObject(response.body);
    const QString access = answer ? answer->value(QLatin1String("access_token")).toString() : QString();
    if (access.isEmpty()) {
        return Error{ErrorKind::Unreachable,
                     QStringLiteral("the token endpoint's answer holds no access_token"),
                     QStringLiteral("Does this network want a sign-in of its own?"),
                     {}};
    }
    TokenGrant grant;
    grant.accessToken = access.toUtf8();
    grant.refreshToken = answer->value(QLatin1String("refresh_token")).toString().toUtf8();
    grant.accessExpiresAt = now + lifetime(*answer, QStringLiteral("expires_in"));
    const QString limited = QStringLiteral("refresh_token_expires_in");
    if (const Millis left = lifetime(*answer, limited); left.count() > 0) {
        grant.refreshExpiresAt = now + left;
    }
    grant.scopes = answer->value(QLatin1String("scope")).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return grant;
}

Result<TokenGrant> exchangeCode(HttpTransport& transport, const Clock& clock, const OAuthClient& client,
                                const CodeExchange& exchange, std::stop_token stop) {
    const FormFields fields{{"client_id", client.clientId.toUtf8()},
                            {"client_secret", client.clientSecret.toUtf8()},
                            {"code", exchange.code},
                            {"code_verifier", exchange.verifier},
                            {"grant_type", "authorization_code"},
                            {"redirect_uri", exchange.redirectUri.toUtf8()}};
    return askForToken(transport, clock, formRequest(client.tokenUri, fields, QStringLiteral("sign-in")),
                       std::move(stop));
}

Result<TokenGrant> refreshTokens(HttpTransport& transport, const Clock& clock, const OAuthClient& client,
                                 const QByteArray& refreshToken, std::stop_token stop) {
    const FormFields fields{{"client_id", client.clientId.toUtf8()},
                            {"client_secret", client.clientSecret.toUtf8()},
                            {"grant_type", "refresh_token"},
                            {"refresh_token", refreshToken}};
    return askForToken(transport, clock, formRequest(client.tokenUri, fields, QStringLiteral("stay signed in")),
                       std::move(stop));
}

Result<void> revokeToken(HttpTransport& transport, const OAuthClient& client, const QByteArray& token,
                         std::stop_token stop) {
    const auto answer =
        transport.send(formRequest(client.revokeUri, {{"token", token}}, QStringLiteral("sign out")), std::move(stop));
    if (!answer) {
        return answer.error();
    }
    // invalid_token: revoked before, or never one.
    if (answer->status == 200 || (answer->status == 400 && answer->body.contains("invalid_token"))) {
        return {};
    }
    return Error{answer->status >= 500 ? ErrorKind::Unreachable : ErrorKind::Failed,
                 QStringLiteral("the token could not be revoked: HTTP %1").arg(answer->status),
                 QStringLiteral("Access can be taken back at myaccount.google.com/permissions."),
                 {}};
}

QStringList missingScopes(const QStringList& asked, const QStringList& granted) {
    QStringList missing;
    for (const QString& scope : asked) {
        if (!granted.contains(scope)) {
            missing << scope;
        }
    }
    return missing;
}

}  // namespace kith::net
