// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Google's OAuth 2.0 for desktop clients and service accounts: the authorize page, /token and /revoke.
//
// How a test plays the browser, beside posting the page's form (authorize_page.h):
//   GET …/o/oauth2/v2/auth?…&emulator_consent=allow|deny   answers the redirect at once, for the account in login_hint
//       (else the first); emulator_without=SCOPE SCOPE… leaves those boxes unticked;
//   POST /__control/consent {"decision":"allow|deny|ask", "account":…, "without":[…]}   does so for every GET to come.
#pragma once

#include "tests/emulators/exchange.h"
#include "tests/emulators/gmail/gmail_api.h"
#include "tests/emulators/google/form.h"
#include "tests/emulators/google/service_account.h"
#include "tests/emulators/google/token_book.h"

#include <functional>
#include <variant>

namespace kith::emulator {

/// What the person at the browser does with the next authorize pages.
struct BrowserPlay {
    enum class Decision { Ask, Allow, Deny } decision{Decision::Ask};
    QString account;  ///< empty: login_hint, else the first
    QStringList without;
};

struct OAuthClient {
    QString id;
    QString secret;
};

class GoogleOAuth {
public:
    using Accounts = std::function<QStringList()>;
    GoogleOAuth(EmulatorClock& clock, quint64 seed, Accounts accounts);

    Answer handle(const Request& request);
    /// The caller that an Authorization header names, or Gmail's 401.
    std::variant<Caller, Answer> authenticate(const QByteArray& authorizationHeader) const;

    const OAuthClient& client() const { return m_client; }
    TokenBook& tokens() { return m_tokens; }
    ServiceAccount& serviceAccount() { return m_service; }
    void setPlay(BrowserPlay play) { m_play = std::move(play); }
    /// Consent screen "External, in testing": refresh tokens live seven days and say so.
    void setTesting(bool testing) { m_testing = testing; }

    QJsonObject toJson() const;
    void read(const QJsonObject& json);

private:
    Answer authorize(const Form& form, const Request& request);
    Answer decided(const Form& form, const BrowserPlay& play);
    BrowserPlay playFor(const Form& form, const Request& request) const;
    Answer token(const Request& request);
    std::optional<Answer> refusedClient(const Form& form) const;
    Answer exchangeCode(const Form& form);
    Answer refresh(const Form& form);
    Answer revoke(const Request& request);
    QJsonObject tokens(const Consent& consent, const QString& refreshToken);
    QString idToken(const Consent& consent);

    EmulatorClock& m_clock;
    Accounts m_accounts;
    TokenBook m_tokens;
    ServiceAccount m_service;
    OAuthClient m_client;
    BrowserPlay m_play;
    bool m_testing{false};
};

}  // namespace kith::emulator
