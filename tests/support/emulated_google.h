// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Google in memory with the real provider in front of it: what a test of sign-in, sync or outbox needs of the outside.
#pragma once

#include "core/sources/google_provider.h"
#include "tests/emulators/gmail/other_client.h"
#include "tests/emulators/google_emulator.h"
#include "tests/support/emulator_transport.h"
#include "tests/support/fake_secrets.h"

#include <QJsonDocument>

#include <map>

namespace kith::testing {

class EmulatedGoogle {
public:
    explicit EmulatedGoogle(std::optional<double> unitsPerMinute = 0)
        : google(time.clock(), {.accounts = {QStringLiteral("ada@firm.example"), QStringLiteral("ben@firm.example")}})
        , line(time, [this](const QUrl& url, const emulator::Request& request) { return answer(url, request); })
        , m_units(unitsPerMinute) {}

    /// Made at the first call: settings before it count.
    sources::GoogleProvider& provider() {
        if (!m_provider) {
            sources::GoogleSettings kept{
                [this](const QString& key) { return settings[key]; },
                [this](const QString& key, const QString& value) { return settings[key] = value, Result<void>(); }};
            sources::GoogleSetUp setUp;
            setUp.endpoints.googleApi = QStringLiteral("http://127.0.0.1:8001");
            setUp.endpoints.googleOauth = QStringLiteral("http://127.0.0.1:8002");
            setUp.clientId = google.oauth().client().id;
            setUp.clientSecret = google.oauth().client().secret;
            setUp.quotaTable = QStringLiteral("units_2026");
            setUp.unitsPerMinute = m_units;
            m_provider = std::make_unique<sources::GoogleProvider>(
                sources::GoogleProvider::Ground{line, secrets, time, std::move(kept), std::move(setUp)});
        }
        return *m_provider;
    }

    /// Signed in without a browser.
    Account account(const QString& address = QStringLiteral("ada@firm.example")) {
        Account account;
        account.kind = QStringLiteral("gmail");
        account.address = address;
        account.secret = QStringLiteral("gmail/") + address;
        const QString token = google.signIn(address, {QStringLiteral("https://www.googleapis.com/auth/gmail.modify")});
        (void)secrets.set(account.secret, token.toLatin1());
        return account;
    }
    std::unique_ptr<mail::RemoteMailbox> mailbox() {
        auto open = provider().open(account());
        return open ? std::move(*open) : nullptr;
    }
    emulator::Mailbox& first() { return google.firstMailbox(); }
    emulator::OtherClient other() { return emulator::OtherClient(first()); }

    /// What the emulator would answer a browser.
    emulator::Answer answer(const QUrl& url, const emulator::Request& request) {
        const auto endpoint = url.port() == 8002 ? emulator::Endpoint::GoogleOAuth : emulator::Endpoint::GoogleApi;
        return google.handle(endpoint, request);
    }

    EmulatorTime time;
    emulator::GoogleEmulator google;
    EmulatorTransport line;
    FakeSecrets secrets;
    std::map<QString, QString> settings;

private:
    std::optional<double> m_units;
    std::unique_ptr<sources::GoogleProvider> m_provider;
};

/// A mail with a body of about this many bytes; the same number gives the same mail.
inline QByteArray numberedMail(int number, int thread = -1, qsizetype size = 200) {
    const QByteArray n = QByteArray::number(number);
    const QByteArray subject = (thread < 0 ? "Offer " : "Project ") + QByteArray::number(thread < 0 ? number : thread);
    QByteArray mail = "From: Ben Ode <ben@client.example>\r\nTo: Ada <ada@firm.example>\r\nSubject: " + subject +
                      "\r\nDate: Tue, 12 May 2026 09:58:00 +0000\r\nMessage-ID: <m" + n + "@client.example>\r\n";
    if (thread >= 0 && number > thread) {
        mail += "In-Reply-To: <m" + QByteArray::number(thread) + "@client.example>\r\nReferences: <m" +
                QByteArray::number(thread) + "@client.example>\r\n";
    }
    mail += "\r\nHello Ada,\r\n\r\nthis is mail number " + n + ".\r\n";
    while (mail.size() < size) {
        mail += "And here is one more line of it, so that it has the length of real mail.\r\n";
    }
    return mail;
}

inline std::vector<mail::RemoteRef> everyRef(mail::RemoteMailbox& mailbox) {
    std::vector<mail::RemoteRef> refs;
    QString page;
    do {
        const auto some = mailbox.list(page, {});
        if (!some) {
            return {};
        }
        refs.insert(refs.end(), some->refs.begin(), some->refs.end());
        page = some->nextPage;
    } while (!page.isEmpty());
    return refs;
}

}  // namespace kith::testing
