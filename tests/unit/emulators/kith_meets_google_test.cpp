// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Kith's own sign-in and Gmail client against the emulator: both sides were written from the documents, apart.
#include "tests/emulators/gmail/other_client.h"
#include "tests/emulators/google/form.h"
#include "tests/emulators/google/scopes.h"
#include "tests/emulators/in_process/emulator_transport.h"
#include "tests/emulators/in_process/shared_clock.h"
#include "tests/support/fake_secrets.h"

#include "core/net/endpoints.h"
#include "core/net/pkce.h"
#include "core/net/refreshing_tokens.h"
#include "core/net/service_account.h"
#include "core/sources/gmail_client.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

namespace kith::emulator {
namespace {

using namespace std::chrono_literals;

class KithMeetsGoogle : public ::testing::Test {
protected:
    void SetUp() override { account.setTokenUri(EmulatorTransport::googleOAuth() + QStringLiteral("/token")); }
    /// As Kith knows the client: its own struct, with the emulator's addresses.
    net::OAuthClient client() {
        net::Endpoints endpoints;
        endpoints.googleOauth = EmulatorTransport::googleOAuth();
        return endpoints.applied({google.oauth().client().id, google.oauth().client().secret});
    }
    std::shared_ptr<net::RefreshingTokens> signedIn() {
        EXPECT_TRUE(secrets.set(QStringLiteral("refresh"), google.signIn(ada).toLatin1()));
        return std::make_shared<net::RefreshingTokens>(
            transport, clock, secrets, net::RefreshingTokens::Parts{client(), QStringLiteral("refresh"), {}});
    }
    std::unique_ptr<sources::GmailClient> gmailOf(std::shared_ptr<net::AccessTokens> tokens, double limit = 0) {
        auto units = sources::GmailUnits::load();
        EXPECT_TRUE(units);
        const auto half = [] { return 0.5; };
        sources::GmailShared shared;
        shared.tokens = std::move(tokens);
        shared.pacer = std::make_shared<sources::GmailPacer>(clock, sources::GmailLimits{limit, 0, 0},
                                                             sources::GmailPacer::Ways{half, {}});
        shared.width = std::make_shared<sources::GmailWidth>(clock, sources::GmailWidth::Bounds{});
        shared.units = std::make_shared<const sources::GmailUnits>(*units);
        shared.random = half;
        return std::make_unique<sources::GmailClient>(transport, clock, QUrl(EmulatorTransport::googleApi()), shared);
    }
    static QByteArray mail(int number) {
        const QByteArray n = QByteArray::number(number);
        return "From: Ben <ben@client.example>\r\nTo: ada@firm.example\r\nSubject: offer " + n + "\r\nMessage-ID: <" +
               n + "@client.example>\r\nDate: Tue, 12 May 2026 09:58:00 +0000\r\n\r\nNumber " + n + ".\r\n";
    }
    void receive(int messages) {
        for (int i = 0; i < messages; ++i) {
            OtherClient(google.firstMailbox()).deliver(mail(i));
        }
    }
    void plan(FaultKind kind, const QString& match, int times = 1) {
        google.faults().add(Fault{.match = match, .kind = kind, .times = times});
    }
    /// Everything in the mailbox, as a first sync takes it.
    std::vector<mail::RemoteMessage> everything(sources::GmailClient& gmail) {
        std::vector<mail::RemoteMessage> all;
        const auto page = gmail.list({}, never);
        EXPECT_TRUE(page) << qPrintable(page.error().detail);
        std::vector<mail::RemoteRef> left = page->refs;
        for (int rounds = 0; !left.empty() && rounds < 100; ++rounds) {
            const std::size_t some = std::min(left.size(), std::size_t(gmail.fetchSize()));
            const auto fetched = gmail.fetch(std::span(left).first(some), never);
            if (!fetched) {
                continue;
            }
            left.erase(left.begin(), left.begin() + qsizetype(some));
            all.insert(all.end(), fetched->found.begin(), fetched->found.end());
            for (const auto& failure : fetched->failed) {
                left.push_back({failure.id, {}});
            }
        }
        EXPECT_TRUE(left.empty());
        return all;
    }

    const QString ada = QStringLiteral("ada@firm.example");
    EmulatorClock time{Millis{1'779'000'000'000}};
    SharedClock clock{time};
    GoogleEmulator google{time, {.accounts = {ada}}};
    EmulatorTransport transport{google};
    ServiceAccount& account = google.oauth().serviceAccount();
    testing::FakeSecrets secrets;
    std::stop_token never;
};

TEST_F(KithMeetsGoogle, ACodeOfThePageBecomesTokensThatRefreshAndAreRevoked) {
    const QString redirect = QStringLiteral("http://127.0.0.1:4711/");
    const net::Pkce pkce = net::makePkce();
    Form asked;
    for (const auto& [name, value] : std::vector<std::pair<QString, QString>>{
             {QStringLiteral("client_id"), client().clientId},
             {QStringLiteral("redirect_uri"), redirect},
             {QStringLiteral("response_type"), QStringLiteral("code")},
             {QStringLiteral("scope"), gmailScope("gmail.modify")},
             {QStringLiteral("code_challenge"), QString::fromLatin1(pkce.challenge)},
             {QStringLiteral("code_challenge_method"), QStringLiteral("S256")},
             {QStringLiteral("emulator_consent"), QStringLiteral("allow")}}) {
        asked.add(name, value);
    }
    const Answer page = google.handle(Endpoint::GoogleOAuth, {.verb = "GET",
                                                              .path = QStringLiteral("/o/oauth2/v2/auth"),
                                                              .query = QUrlQuery(QString::fromLatin1(asked.encoded())),
                                                              .headers = {},
                                                              .body = {}});
    const QByteArray location = page.header("Location");
    const Form back = Form::parse(location.mid(location.indexOf('?') + 1));
    const auto grant = net::exchangeCode(
        transport, clock, client(), {back.value(QStringLiteral("code")).toLatin1(), pkce.verifier, redirect}, never);
    ASSERT_TRUE(grant) << qPrintable(grant.error().detail);
    EXPECT_EQ(grant->scopes, QStringList{gmailScope("gmail.modify")});
    EXPECT_TRUE(net::refreshTokens(transport, clock, client(), grant->refreshToken, never));
    EXPECT_TRUE(net::revokeToken(transport, client(), grant->refreshToken, never));
    EXPECT_TRUE(net::revokeToken(transport, client(), grant->refreshToken, never)) << "gone is gone";
    const auto dead = net::refreshTokens(transport, clock, client(), grant->refreshToken, never);
    ASSERT_FALSE(dead);
    EXPECT_EQ(dead.error().kind, ErrorKind::SignInNeeded);
}

TEST_F(KithMeetsGoogle, AServiceAccountOpensAMailboxAndAnUnknownOneNeedsTheAdministrator) {
    const auto key = net::parseServiceAccountKey(QJsonDocument(account.keyFile()).toJson());
    ASSERT_TRUE(key) << qPrintable(key.error().detail);
    const auto tokensFor = [&](const QString& subject, const QString& scope) {
        return std::make_shared<net::ServiceAccountTokens>(transport, clock, *key, subject, QStringList{scope});
    };
    const auto profile = gmailOf(tokensFor(ada, gmailScope("gmail.modify")))->profile(never);
    ASSERT_TRUE(profile) << qPrintable(profile.error().detail);
    EXPECT_EQ(profile->address, ada);
    const auto nobody = tokensFor(QStringLiteral("nobody@firm.example"), gmailScope("gmail.modify"))->token(never);
    ASSERT_FALSE(nobody);
    EXPECT_EQ(nobody.error().kind, ErrorKind::SignInNeeded);
    EXPECT_FALSE(tokensFor(ada, gmailScope("gmail.settings.sharing"))->token(never));
}

TEST_F(KithMeetsGoogle, AMailboxComesInByteForByteThroughLimitsAndBrokenLines) {
    receive(60);
    google.gmail().setQuota(2000, 8);
    plan(FaultKind::Server503, QStringLiteral("messages.get"), 5);
    plan(FaultKind::Cut, QStringLiteral("/batch"), 2);
    plan(FaultKind::Truncate, QStringLiteral("/batch"), 2);
    plan(FaultKind::NoAnswer, QStringLiteral("messages.list"));
    plan(FaultKind::Unauthorized401, QStringLiteral("messages.list"));
    plan(FaultKind::Server502Html, QStringLiteral("/batch"));
    plan(FaultKind::Rate403, QStringLiteral("messages.get"), 3);
    plan(FaultKind::Stall, QStringLiteral("/batch"));
    const auto gmail = gmailOf(signedIn(), 2000);
    const auto all = everything(*gmail);
    ASSERT_EQ(all.size(), 60U);
    EXPECT_TRUE(google.faults().isEmpty()) << "every fault struck";
    QList<QByteArray> bytes;
    for (const auto& message : all) {
        bytes << message.raw;
    }
    for (int i = 0; i < 60; ++i) {
        EXPECT_EQ(bytes.count(mail(i)), 1) << i;
    }
}

TEST_F(KithMeetsGoogle, HistoryBringsWhatHappenedThroughDoubledAndEmptyPages) {
    receive(3);
    const auto gmail = gmailOf(signedIn());
    const auto before = gmail->profile(never);
    ASSERT_TRUE(before);
    receive(5);
    plan(FaultKind::EmptyHistoryPage, {});
    plan(FaultKind::DuplicateHistory, {});
    QSet<QString> added;
    QString page;
    quint64 cursor = 0;
    do {
        const auto step = gmail->history(before->historyId, page, never);
        ASSERT_TRUE(step) << qPrintable(step.error().detail);
        for (const auto& told : step->steps) {
            EXPECT_EQ(told.kind, mail::HistoryKind::MessageAdded);
            added.insert(told.ref.id);
        }
        page = step->nextPage;
        cursor = step->historyId;
    } while (!page.isEmpty());
    EXPECT_EQ(added.size(), 5);
    EXPECT_GT(cursor, before->historyId);
    EXPECT_TRUE(google.faults().isEmpty());
    google.firstMailbox().history.expire();
    const auto expired = gmail->history(before->historyId, {}, never);
    ASSERT_FALSE(expired);
    EXPECT_EQ(expired.error().kind, ErrorKind::NotFound);
}

TEST_F(KithMeetsGoogle, AnAccessTokenIsFetchedAnewWhenItsHourIsOverAndWhenItIsRefused) {
    const auto gmail = gmailOf(signedIn());
    ASSERT_TRUE(gmail->profile(never));
    time.advance(2h);
    EXPECT_TRUE(gmail->profile(never));
    google.oauth().tokens().expireAccess();
    EXPECT_TRUE(gmail->profile(never));
    google.oauth().tokens().revokeAll();
    const auto dead = gmail->profile(never);
    ASSERT_FALSE(dead);
    EXPECT_EQ(dead.error().kind, ErrorKind::SignInNeeded);
}

TEST_F(KithMeetsGoogle, ALineThatBreaksBeforeAndAfterARequestIsToldApartByTheMailboxOnly) {
    receive(1);
    const auto gmail = gmailOf(signedIn());
    const auto page = gmail->list({}, never);
    ASSERT_TRUE(page);
    std::vector<QString> ids{page->refs.front().id};
    int lost = 1;
    transport.setLine([&](EmulatorTransport::Moment moment, const net::HttpRequest& request) {
        return moment == EmulatorTransport::Moment::BeforeRequest || !request.url.path().contains(u"modify") ||
               --lost < 0;
    });
    EXPECT_TRUE(gmail->modify(ids, {.add = {QStringLiteral("STARRED")}, .remove = {QStringLiteral("INBOX")}}, never))
        << "the same edit again does no harm";
    const auto now = everything(*gmail);
    ASSERT_EQ(now.size(), 1U);
    EXPECT_TRUE(now.front().labelIds.contains(QStringLiteral("STARRED")));
    EXPECT_FALSE(now.front().labelIds.contains(QStringLiteral("INBOX")));
}

}  // namespace
}  // namespace kith::emulator
