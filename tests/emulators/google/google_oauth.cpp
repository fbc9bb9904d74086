// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/google/google_oauth.h"

#include "tests/emulators/google/authorize_page.h"
#include "tests/emulators/google/authorize_request.h"
#include "tests/emulators/google/scopes.h"

#include <QJsonDocument>

#include <algorithm>

namespace kith::emulator {
namespace {

const QString authorizePath = QStringLiteral("/o/oauth2/v2/auth");

Answer wrongVerb(const char* allowed) {
    Answer answer = htmlAnswer(405, "<!DOCTYPE html><title>Error 405 (Method Not Allowed)</title>\n");
    answer.headers.emplace_back("Allow", allowed);
    return answer;
}

Answer redirectTo(const QString& redirectUri, const Form& parameters) {
    const char* joint = redirectUri.contains(QLatin1Char('?')) ? "&" : "?";
    Answer answer = htmlAnswer(302, "<!DOCTYPE html><title>Moved</title>\n");
    answer.headers.emplace_back("Location", redirectUri.toUtf8() + joint + parameters.encoded());
    return answer;
}

bool isForm(const Request& request) {
    return request.header("Content-Type").startsWith("application/x-www-form-urlencoded");
}

}  // namespace

GoogleOAuth::GoogleOAuth(EmulatorClock& clock, quint64 seed, Accounts accounts)
    : m_clock(clock)
    , m_accounts(std::move(accounts))
    , m_tokens(clock, seed)
    , m_service(clock, m_tokens)
    , m_client{m_tokens.mint("417093548216-", 32).toLower() + QStringLiteral(".apps.googleusercontent.com"),
               m_tokens.mint("GOCSPX-", 28)} {
}

Answer GoogleOAuth::handle(const Request& request) {
    const bool reads = request.verb == "GET" || request.verb == "HEAD";
    const bool posts = request.verb == "POST";
    if (request.path == authorizePath) {
        if (posts) {
            return authorize(Form::parse(request.body), request);
        }
        return reads ? authorize(Form::parse(request.query.query(QUrl::FullyEncoded).toLatin1()), request)
                     : wrongVerb("GET, HEAD, POST");
    }
    if (request.path == QLatin1String("/token")) {
        return posts ? token(request) : wrongVerb("POST");
    }
    if (request.path == QLatin1String("/revoke")) {
        return posts ? revoke(request) : wrongVerb("POST");
    }
    return htmlAnswer(404, "<!DOCTYPE html><title>Error 404 (Not Found)</title>\n");
}

// ---- the authorize page ------------------------------------------------------------------------

Answer GoogleOAuth::authorize(const Form& form, const Request& request) {
    if (auto refused = refusedAuthorizeRequest(form, m_client.id, request.header("User-Agent"))) {
        return *refused;
    }
    const BrowserPlay play = playFor(form, request);
    if (play.decision != BrowserPlay::Decision::Ask) {
        return decided(form, play);
    }
    if (form.value(QStringLiteral("prompt")) == QLatin1String("none")) {
        Form result;
        result.add(QStringLiteral("error"), QStringLiteral("interaction_required"));
        if (form.has(QStringLiteral("state"))) {
            result.add(QStringLiteral("state"), form.value(QStringLiteral("state")));
        }
        return redirectTo(form.value(QStringLiteral("redirect_uri")), result);
    }
    return authorizePage(form, m_accounts(), askedScopes(form));
}

BrowserPlay GoogleOAuth::playFor(const Form& form, const Request& request) const {
    BrowserPlay play = m_play;
    const auto decide = [&](const QString& word) {
        play.decision = word == QLatin1String("allow")  ? BrowserPlay::Decision::Allow
                        : word == QLatin1String("deny") ? BrowserPlay::Decision::Deny
                                                        : BrowserPlay::Decision::Ask;
    };
    if (request.verb == "POST") {
        decide(form.value(QStringLiteral("decision")));
        play.account = form.value(QStringLiteral("account"));
        play.without = askedScopes(form);
        for (const QString& granted : form.values(QStringLiteral("granted"))) {
            play.without.removeAll(granted);
        }
    } else if (form.has(QStringLiteral("emulator_consent"))) {
        decide(form.value(QStringLiteral("emulator_consent")));
        play.without = form.value(QStringLiteral("emulator_without")).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }
    if (play.account.isEmpty()) {
        play.account = form.value(QStringLiteral("login_hint"));
    }
    return play;
}

Answer GoogleOAuth::decided(const Form& form, const BrowserPlay& play) {
    const QStringList accounts = m_accounts();
    QStringList granted = askedScopes(form);
    for (const QString& scope : play.without) {
        granted.removeAll(scope);
    }
    const QString state = form.value(QStringLiteral("state"));
    Form result;
    if (form.has(QStringLiteral("state"))) {
        result.add(QStringLiteral("state"), state);
    }
    if (play.decision == BrowserPlay::Decision::Deny || granted.isEmpty() || accounts.isEmpty()) {
        result.add(QStringLiteral("error"), QStringLiteral("access_denied"));
        return redirectTo(form.value(QStringLiteral("redirect_uri")), result);
    }
    const qsizetype chosen = std::max(qsizetype(0), accountIndex(accounts, play.account));
    PendingCode pending{.consent = {accounts[chosen], granted, m_client.id},
                        .redirectUri = form.value(QStringLiteral("redirect_uri")),
                        .challenge = form.value(QStringLiteral("code_challenge")),
                        .challengeMethod = form.value(QStringLiteral("code_challenge_method"))};
    result.add(QStringLiteral("iss"), QStringLiteral("https://accounts.google.com"));
    result.add(QStringLiteral("code"), m_tokens.keepCode(std::move(pending)));
    result.add(QStringLiteral("scope"), granted.join(QLatin1Char(' ')));
    result.add(QStringLiteral("authuser"), QString::number(chosen));
    result.add(QStringLiteral("prompt"), QStringLiteral("consent"));
    return redirectTo(form.value(QStringLiteral("redirect_uri")), result);
}

// ---- /token ------------------------------------------------------------------------------------

Answer GoogleOAuth::token(const Request& request) {
    const Form form = Form::parse(request.body);
    if (!isForm(request)) {
        return tokenError(400, "invalid_request",
                          QStringLiteral("The body must be application/x-www-form-urlencoded."));
    }
    const QString grant = form.value(QStringLiteral("grant_type"));
    if (grant == QLatin1String("urn:ietf:params:oauth:grant-type:jwt-bearer")) {
        return m_service.exchange(form.value(QStringLiteral("assertion")).toLatin1(), m_accounts());
    }
    const bool code = grant == QLatin1String("authorization_code");
    if (!code && grant != QLatin1String("refresh_token")) {
        return tokenError(400, "unsupported_grant_type", QStringLiteral("Invalid grant_type: ") + grant);
    }
    if (auto refused = refusedClient(form)) {
        return *refused;
    }
    return code ? exchangeCode(form) : refresh(form);
}

std::optional<Answer> GoogleOAuth::refusedClient(const Form& form) const {
    const QString id = form.value(QStringLiteral("client_id"));
    const QString secret = form.value(QStringLiteral("client_secret"));
    if (id.isEmpty()) {
        return tokenError(400, "invalid_request", QStringLiteral("Could not determine client ID from request."));
    }
    if (id != m_client.id) {
        return tokenError(401, "invalid_client", QStringLiteral("The OAuth client was not found."));
    }
    if (secret.isEmpty()) {
        return tokenError(400, "invalid_request", QStringLiteral("client_secret is missing."));
    }
    if (secret != m_client.secret) {
        return tokenError(401, "invalid_client", QStringLiteral("Unauthorized"));
    }
    return std::nullopt;
}

Answer GoogleOAuth::exchangeCode(const Form& form) {
    for (const QString& name : {QStringLiteral("code"), QStringLiteral("redirect_uri")}) {
        if (form.value(name).isEmpty()) {
            return tokenError(400, "invalid_request", QStringLiteral("Missing required parameter: ") + name);
        }
    }
    const auto pending = m_tokens.takeCode(form.value(QStringLiteral("code")));
    if (!pending || pending->redirectUri != form.value(QStringLiteral("redirect_uri")) ||
        !verifierFits(form.value(QStringLiteral("code_verifier")), pending->challenge, pending->challengeMethod)) {
        return tokenError(400, "invalid_grant", QStringLiteral("Bad Request"));
    }
    using namespace std::chrono_literals;
    constexpr std::chrono::seconds testingLifetime = 168h - 1s;
    const QString refreshToken =
        m_tokens.grant(pending->consent, m_testing ? std::optional<Millis>(testingLifetime) : std::nullopt);
    QJsonObject body = tokens(pending->consent, refreshToken);
    body.insert(QStringLiteral("refresh_token"), refreshToken);
    if (m_testing) {
        body.insert(QStringLiteral("refresh_token_expires_in"), qint64(testingLifetime.count()));
    }
    return jsonAnswer(200, body);
}

Answer GoogleOAuth::refresh(const Form& form) {
    const QString refreshToken = form.value(QStringLiteral("refresh_token"));
    if (refreshToken.isEmpty()) {
        return tokenError(400, "invalid_request", QStringLiteral("Missing required parameter: refresh_token"));
    }
    const Grant* grant = m_tokens.use(refreshToken);
    if (!grant) {
        return tokenError(400, "invalid_grant",
                          refreshToken.startsWith(QLatin1String("1//"))
                              ? QStringLiteral("Token has been expired or revoked.")
                              : QStringLiteral("Bad Request"));
    }
    Consent consent = grant->consent;
    const QStringList wanted = askedScopes(form);
    for (const QString& scope : wanted) {
        if (!consent.scopes.contains(scope)) {
            return tokenError(400, "invalid_scope", QStringLiteral("Some requested scopes were not granted: ") + scope);
        }
    }
    consent.scopes = wanted.isEmpty() ? consent.scopes : wanted;
    const std::optional<Millis> ends = grant->ends;
    QJsonObject body = tokens(consent, refreshToken);
    if (ends) {
        body.insert(QStringLiteral("refresh_token_expires_in"), qint64((*ends - m_clock.now()).count() / 1000));
    }
    return jsonAnswer(200, body);
}

QJsonObject GoogleOAuth::tokens(const Consent& consent, const QString& refreshToken) {
    QJsonObject body{{QStringLiteral("access_token"), m_tokens.mintAccess(consent, refreshToken)},
                     {QStringLiteral("expires_in"), qint64(TokenBook::accessLifetime.count())},
                     {QStringLiteral("scope"), consent.scopes.join(QLatin1Char(' '))},
                     {QStringLiteral("token_type"), QStringLiteral("Bearer")}};
    for (const char* identity : {"openid", "email", "profile"}) {
        if (consent.scopes.contains(QLatin1String(identity))) {
            body.insert(QStringLiteral("id_token"), idToken(consent));
            break;
        }
    }
    return body;
}

QString GoogleOAuth::idToken(const Consent& consent) {
    const qint64 now = m_clock.now().count() / 1000;
    const QJsonObject claims{{QStringLiteral("iss"), QStringLiteral("https://accounts.google.com")},
                             {QStringLiteral("aud"), consent.clientId},
                             {QStringLiteral("azp"), consent.clientId},
                             {QStringLiteral("sub"), QString::number(qHash(consent.address))},
                             {QStringLiteral("email"), consent.address},
                             {QStringLiteral("email_verified"), true},
                             {QStringLiteral("iat"), now},
                             {QStringLiteral("exp"), now + 3600}};
    return QString::fromLatin1(m_service.key().signedJwt(R"({"alg":"RS256","typ":"JWT"})",
                                                         QJsonDocument(claims).toJson(QJsonDocument::Compact)));
}

// ---- /revoke, and who a token belongs to ----------------------------------------------------------

Answer GoogleOAuth::revoke(const Request& request) {
    const Form body = isForm(request) ? Form::parse(request.body) : Form();
    const Form query = Form::parse(request.query.query(QUrl::FullyEncoded).toLatin1());
    const QString name = QStringLiteral("token");
    const QString token = body.has(name) ? body.value(name) : query.value(name);
    if (token.isEmpty()) {
        return tokenError(400, "invalid_request", QStringLiteral("Missing required parameter: token"));
    }
    return m_tokens.revoke(token) ? jsonAnswer(200, {})
                                  : tokenError(400, "invalid_token", QStringLiteral("Token expired or revoked"));
}

std::variant<Caller, Answer> GoogleOAuth::authenticate(const QByteArray& authorizationHeader) const {
    constexpr QByteArrayView scheme("Bearer ");
    if (authorizationHeader.left(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0) {
        if (const AccessToken* known =
                m_tokens.access(QString::fromLatin1(authorizationHeader.mid(scheme.size()).trimmed()))) {
            return Caller{known->consent.address, known->consent.scopes};
        }
    }
    return unauthenticatedAnswer();
}

QJsonObject GoogleOAuth::toJson() const {
    return {{QStringLiteral("client_id"), m_client.id},
            {QStringLiteral("client_secret"), m_client.secret},
            {QStringLiteral("tokens"), m_tokens.toJson()}};
}

void GoogleOAuth::read(const QJsonObject& json) {
    m_client = {json[u"client_id"].toString(), json[u"client_secret"].toString()};
    m_tokens.read(json[u"tokens"].toObject());
}

}  // namespace kith::emulator
