// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/google/authorize_request.h"

#include "tests/emulators/google/authorize_page.h"
#include "tests/emulators/google/scopes.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QUrl>

#include <algorithm>

namespace kith::emulator {
namespace {

constexpr int shortestVerifier = 43;
constexpr int longestVerifier = 128;

bool isVerifierText(const QString& text) {
    return text.size() >= shortestVerifier && text.size() <= longestVerifier && std::ranges::all_of(text, [](QChar c) {
               return (c.unicode() < 128 && c.isLetterOrNumber()) || QStringLiteral("-._~").contains(c);
           });
}

bool isEmbeddedView(const QByteArray& userAgent) {
    return userAgent.contains("QtWebEngine") || userAgent.contains("; wv)") || userAgent.contains("Electron/");
}

std::optional<Answer> missingAuthorizeParameter(const Form& form) {
    for (const char* name : {"client_id", "redirect_uri", "response_type", "scope"}) {
        if (form.value(QLatin1String(name)).isEmpty()) {
            return authorizeErrorPage(400, "invalid_request",
                                      QStringLiteral("Missing required parameter: ") + QLatin1String(name));
        }
    }
    return std::nullopt;
}

std::optional<Answer> refusedChallenge(const Form& form) {
    const QString challenge = form.value(QStringLiteral("code_challenge"));
    const QString method = form.value(QStringLiteral("code_challenge_method"));
    if (challenge.isEmpty() && method.isEmpty()) {
        return std::nullopt;
    }
    if (!method.isEmpty() && method != QLatin1String("S256") && method != QLatin1String("plain")) {
        return authorizeErrorPage(400, "invalid_request", QStringLiteral("Invalid code_challenge_method: ") + method);
    }
    if (!isVerifierText(challenge)) {
        return authorizeErrorPage(400, "invalid_request", QStringLiteral("Invalid code_challenge."));
    }
    return std::nullopt;
}

}  // namespace

QStringList askedScopes(const Form& form) {
    QStringList scopes = form.value(QStringLiteral("scope")).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    scopes.removeDuplicates();
    return scopes;
}

qsizetype accountIndex(const QStringList& accounts, const QString& address) {
    const auto same = [&](const QString& account) { return account.compare(address, Qt::CaseInsensitive) == 0; };
    const auto found = std::ranges::find_if(accounts, same);
    return found == accounts.end() ? -1 : found - accounts.begin();
}

bool isLoopbackRedirect(const QString& redirectUri) {
    const QUrl url(redirectUri, QUrl::StrictMode);
    const QString host = url.host();
    return url.isValid() && url.scheme() == QLatin1String("http") && !url.hasFragment() && url.userInfo().isEmpty() &&
           (host == QLatin1String("127.0.0.1") || host == QLatin1String("::1"));
}

std::optional<Answer> refusedAuthorizeRequest(const Form& form, const QString& clientId, const QByteArray& userAgent) {
    if (auto missing = missingAuthorizeParameter(form)) {
        return missing;
    }
    if (isEmbeddedView(userAgent)) {
        return authorizeErrorPage(403, "disallowed_useragent",
                                  QStringLiteral("You can't sign in from this screen. Use the system's browser."));
    }
    if (form.value(QStringLiteral("client_id")) != clientId) {
        return authorizeErrorPage(401, "invalid_client", QStringLiteral("The OAuth client was not found."));
    }
    if (!isLoopbackRedirect(form.value(QStringLiteral("redirect_uri")))) {
        return authorizeErrorPage(
            400, "redirect_uri_mismatch",
            QStringLiteral("A desktop client is redirected to http://127.0.0.1 or http://[::1]."));
    }
    if (form.value(QStringLiteral("response_type")) != QLatin1String("code")) {
        return authorizeErrorPage(400, "unsupported_response_type",
                                  QStringLiteral("Invalid response_type: ") +
                                      form.value(QStringLiteral("response_type")));
    }
    for (const QString& scope : askedScopes(form)) {
        if (!knownScopes().contains(scope)) {
            return authorizeErrorPage(400, "invalid_scope",
                                      QStringLiteral("Some requested scopes were invalid: ") + scope);
        }
    }
    return refusedChallenge(form);
}

bool verifierFits(const QString& verifier, const QString& challenge, const QString& method) {
    if (challenge.isEmpty()) {
        return verifier.isEmpty();
    }
    if (!isVerifierText(verifier)) {
        return false;
    }
    if (method != QLatin1String("S256")) {
        return verifier == challenge;
    }
    const QByteArray hash = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256);
    return challenge.toLatin1() == hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Answer unauthenticatedAnswer() {
    const QString message =
        QStringLiteral("Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or "
                       "other valid authentication credential.");
    const QJsonObject detail{{QStringLiteral("message"), message},
                             {QStringLiteral("domain"), QStringLiteral("global")},
                             {QStringLiteral("reason"), QStringLiteral("authError")},
                             {QStringLiteral("location"), QStringLiteral("Authorization")},
                             {QStringLiteral("locationType"), QStringLiteral("header")}};
    const QJsonObject error{{QStringLiteral("code"), 401},
                            {QStringLiteral("message"), message},
                            {QStringLiteral("errors"), QJsonArray{detail}},
                            {QStringLiteral("status"), QStringLiteral("UNAUTHENTICATED")}};
    Answer answer = jsonAnswer(401, {{QStringLiteral("error"), error}});
    answer.headers.emplace_back("WWW-Authenticate",
                                R"(Bearer realm="https://accounts.google.com/", error="invalid_token")");
    return answer;
}

}  // namespace kith::emulator
