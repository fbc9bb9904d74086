// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A workspace with one account at Google in memory, through the real client: no sockets, no waiting.
#pragma once

#include "core/net/refreshing_tokens.h"
#include "core/service/mail_sync.h"
#include "core/sources/gmail_client.h"
#include "core/storage/account_store.h"
#include "tests/emulators/gmail/other_client.h"
#include "tests/emulators/google_emulator.h"
#include "tests/support/fake_secrets.h"
#include "tests/unit/drafts/draft_fakes.h"
#include "tests/unit/service/service_house.h"
#include "tests/unit/sync/wire_line.h"

namespace kith::testing {

/// Google and its time; several computers may share it.
struct GoogleHouse {
    static QString address() { return QStringLiteral("mara@fjordlight.example"); }

    GoogleHouse()
        : google(time.clock(), {.accounts = {address(), QStringLiteral("ana@caldervoss.example")}, .seed = 11}) {}
    emulator::Mailbox& box() { return google.firstMailbox(); }
    emulator::OtherClient other() { return emulator::OtherClient(box()); }

    EmulatorTime time;
    emulator::GoogleEmulator google;
};

class WireComputer : public ServiceHouse {
public:
    void TestBody() override {}
    explicit WireComputer(GoogleHouse& house)
        : google(house)
        , line(house.time, [&house](const QUrl& url, const emulator::Request& request) {
            return house.google.handle(
                url.port() == 8002 ? emulator::Endpoint::GoogleOAuth : emulator::Endpoint::GoogleApi, request);
        }) {
        wireClock.follow(house.time);
        (void)secrets.set(QStringLiteral("gmail/mara"), house.google.signIn(GoogleHouse::address()).toLatin1());
        net::OAuthClient oauth{house.google.oauth().client().id, house.google.oauth().client().secret};
        oauth.tokenUri = QUrl(QStringLiteral("http://127.0.0.1:8002/token"));
        sources::GmailShared shared;
        shared.tokens = std::make_shared<net::RefreshingTokens>(
            line, wireClock, secrets, net::RefreshingTokens::Parts{oauth, QStringLiteral("gmail/mara")});
        shared.random = [] { return 0.5; };
        shared.pacer = std::make_shared<sources::GmailPacer>(wireClock, sources::GmailLimits{0, 0, 6000, 0},
                                                             sources::GmailPacer::Ways{shared.random});
        shared.width = std::make_shared<sources::GmailWidth>(wireClock, sources::GmailWidth::Bounds{});
        static const auto units = std::make_shared<const sources::GmailUnits>(*sources::GmailUnits::load());
        shared.units = units;
        shared.mostSenders = 1;
        client = std::make_unique<sources::GmailClient>(line, wireClock, QUrl(QStringLiteral("http://127.0.0.1:8001")),
                                                        std::move(shared));
        Account fresh;
        fresh.kind = QStringLiteral("gmail");
        fresh.address = GoogleHouse::address();
        const auto added = storage::AccountStore(*cellar->database).add(fresh);
        EXPECT_TRUE(good(added));
        account = added ? added->id : AccountId{};
    }
    void sync() {
        const auto done = service::MailSync(*cellar, wireClock, *client, account, {}).cycle({}, {});
        EXPECT_TRUE(good(done));
    }
    service::DraftService drafts() { return {*cellar, wireClock}; }
    service::DraftSaving saving() { return {*cellar, wireClock, *client}; }
    service::Cellar& store() { return *cellar; }
    MessageId message(const QString& rfc822MessageId) { return byId(qPrintable(rfc822MessageId)); }
    Draft now(qint64 id) { return *drafts().find(QString::number(id)); }
    /// Everything that blocks is found right.
    Result<Draft> approved(qint64 id) {
        const auto view = drafts().view(id);
        if (!view) {
            return view.error();
        }
        QStringList names;
        for (const triage::DraftCheck& check : view->report.checks) {
            names << (check.ok ? QString() : check.name);
        }
        return drafts().approve(id, names);
    }
    GoogleHouse& google;
    WireClock wireClock;
    WireLine line;
    FakeSecrets secrets;
    std::unique_ptr<sources::GmailClient> client;
    AccountId account;
    ToldWriter writer;
};

}  // namespace kith::testing
