// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A Google emulator with two mailboxes on a clock that stands still, and the steps of a sign-in as single calls.
#pragma once

#include "tests/emulators/google/form.h"
#include "tests/emulators/google/scopes.h"
#include "tests/emulators/google_control.h"
#include "tests/emulators/google_emulator.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace kith::emulator {

inline QJsonObject bodyOf(const Answer& answer) {
    return QJsonDocument::fromJson(answer.body).object();
}

inline QByteArray aMail(const QByteArray& subject) {
    return "From: Ben Ode <ben@client.example>\r\nTo: ada@firm.example\r\nSubject: " + subject +
           "\r\nDate: Tue, 12 May 2026 09:58:00 +0000\r\nMessage-ID: <" + subject +
           "@client.example>\r\n\r\nShall we meet on Thursday?\r\n";
}

class GoogleStory : public testing::Test {
protected:
    Answer get(Endpoint endpoint, const QByteArray& target, const QString& bearer = {}) {
        return google.handle(endpoint, request("GET", target, bearer));
    }
    Answer post(Endpoint endpoint, const QByteArray& target, const Form& form) {
        Request asked = request("POST", target, {});
        asked.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
        asked.body = form.encoded();
        return google.handle(endpoint, asked);
    }
    Answer order(const QByteArray& call, const QByteArray& json) {
        Request asked = request("POST", "/__control/" + call, {});
        asked.body = json;
        return control.handle(asked);
    }
    Answer profile(const QString& bearer) { return get(Endpoint::GoogleApi, "/gmail/v1/users/me/profile", bearer); }

    static Request request(const QByteArray& verb, const QByteArray& target, const QString& bearer) {
        const qsizetype mark = target.indexOf('?');
        Request asked{.verb = verb,
                      .path = QString::fromLatin1(mark < 0 ? target : target.left(mark)),
                      .query = {},
                      .headers = {},
                      .body = {}};
        if (mark >= 0) {
            asked.query = QUrlQuery(QString::fromLatin1(target.mid(mark + 1)));
        }
        if (!bearer.isEmpty()) {
            asked.headers.emplace_back("Authorization", "Bearer " + bearer.toLatin1());
        }
        return asked;
    }

    /// What a desktop client asks for; tests change single fields by `set`.
    Form signInRequest(const std::vector<std::pair<QString, QString>>& set = {}) const {
        const QByteArray hash = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256);
        std::vector<std::pair<QString, QString>> fields{
            {QStringLiteral("client_id"), client.id},
            {QStringLiteral("redirect_uri"), redirectUri},
            {QStringLiteral("response_type"), QStringLiteral("code")},
            {QStringLiteral("scope"),
             QString(gmailScope("gmail.modify") + QLatin1Char(' ') + gmailScope("gmail.labels"))},
            {QStringLiteral("code_challenge"),
             QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals))},
            {QStringLiteral("code_challenge_method"), QStringLiteral("S256")},
            {QStringLiteral("state"), QStringLiteral("a state/with+signs & more")}};
        return changed(fields, set);
    }
    Form codeExchange(const QString& code, const std::vector<std::pair<QString, QString>>& set = {}) const {
        return changed({{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                        {QStringLiteral("code"), code},
                        {QStringLiteral("client_id"), client.id},
                        {QStringLiteral("client_secret"), client.secret},
                        {QStringLiteral("code_verifier"), verifier},
                        {QStringLiteral("redirect_uri"), redirectUri}},
                       set);
    }
    Form refreshing(const QString& token, const std::vector<std::pair<QString, QString>>& set = {}) const {
        return changed({{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                        {QStringLiteral("refresh_token"), token},
                        {QStringLiteral("client_id"), client.id},
                        {QStringLiteral("client_secret"), client.secret}},
                       set);
    }
    Answer authorize(const Form& form) { return get(Endpoint::GoogleOAuth, "/o/oauth2/v2/auth?" + form.encoded()); }
    /// What the redirect says to the client after the person allowed it.
    Form redirected(const Form& form) {
        Form asked = form;
        asked.add(QStringLiteral("emulator_consent"), QStringLiteral("allow"));
        return redirectOf(authorize(asked));
    }
    static Form redirectOf(const Answer& answer) {
        EXPECT_EQ(answer.status, 302) << answer.body.constData();
        const QByteArray location = answer.header("Location");
        return Form::parse(location.mid(location.indexOf('?') + 1));
    }
    Answer token(const Form& form) { return post(Endpoint::GoogleOAuth, "/token", form); }
    /// The answer of a whole sign-in.
    QJsonObject signedIn() {
        return bodyOf(token(codeExchange(redirected(signInRequest()).value(QStringLiteral("code")))));
    }
    static QString errorOf(const Answer& answer) { return bodyOf(answer)[u"error"].toString(); }

    static Form changed(const std::vector<std::pair<QString, QString>>& fields,
                        const std::vector<std::pair<QString, QString>>& set) {
        Form form;
        for (const auto& [name, value] : fields) {
            QString now = value;
            for (const auto& [other, replacement] : set) {
                now = other == name ? replacement : now;
            }
            if (!now.isEmpty()) {
                form.add(name, now);
            }
        }
        return form;
    }

    EmulatorClock clock{Millis{1'779'000'000'000}};
    const QStringList people{QStringLiteral("ada@firm.example"), QStringLiteral("ben@firm.example")};
    GoogleEmulator google{clock, {.accounts = people}};
    GoogleControl control{google};
    const OAuthClient client = google.oauth().client();
    const QString redirectUri = QStringLiteral("http://127.0.0.1:41237/signed-in");
    const QString verifier = QStringLiteral("0123456789-abcdefghijklmnopqrstuvwxyz_ABCDEFGHIJ~.");
};

}  // namespace kith::emulator
