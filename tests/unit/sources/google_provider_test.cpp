// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Signing in to Google and out again: by the browser, by a service account, with a client of one's own.
#include "tests/emulators/google/form.h"
#include "tests/support/emulated_google.h"

#include <QTcpSocket>

#include <gtest/gtest.h>

#include <thread>

namespace {

using namespace kith;
using namespace kith::testing;

const QString modifyScope = QStringLiteral("https://www.googleapis.com/auth/gmail.modify");

/// What the browser does with the page's address: Google's redirect, then a visit to our own listener.
QByteArray visit(EmulatedGoogle& house, const QUrl& page, const QString& more) {
    emulator::Request request{.verb = "GET", .path = page.path(), .query = {}, .headers = {}, .body = {}};
    request.query = QUrlQuery(page.query(QUrl::FullyEncoded) + more);
    emulator::Answer answer;
    {
        const std::lock_guard lock(house.time.mutex());
        answer = house.google.handle(emulator::Endpoint::GoogleOAuth, request);
    }
    const QUrl back = QUrl::fromEncoded(answer.header("Location"));
    QTcpSocket socket;
    socket.connectToHost(back.host(), quint16(back.port()));
    if (!socket.waitForConnected(5'000)) {
        return {};
    }
    socket.write("GET " + back.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) +
                 " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    QByteArray shown;
    while (socket.waitForReadyRead(5'000)) {
        shown += socket.readAll();
    }
    return shown;
}

Result<mail::SignedIn> signIn(EmulatedGoogle& house, const QString& again, const QString& more) {
    auto call = house.provider().beginSignIn(again);
    if (!call) {
        return call.error();
    }
    const QUrl page = (*call)->authorizeUrl();
    std::jthread browser([&house, page, more] { visit(house, page, more); });
    return (*call)->wait({});
}

TEST(GoogleSignIn, BringsAnAccountWithItsAddressAndKeepsTheSecretInItsPlace) {
    EmulatedGoogle house;
    const auto signedIn = signIn(house, {}, QStringLiteral("&emulator_consent=allow"));
    ASSERT_TRUE(signedIn) << qPrintable(signedIn.error().detail);
    EXPECT_EQ(signedIn->address, QStringLiteral("ada@firm.example"));
    EXPECT_EQ(signedIn->kind, QStringLiteral("gmail"));
    EXPECT_EQ(signedIn->scopes, QStringList{modifyScope});
    EXPECT_TRUE(signedIn->missingScopes.isEmpty());
    EXPECT_GT(signedIn->tokenExpiresAt, house.time.now());
    ASSERT_EQ(house.secrets.secrets().count(signedIn->secret), 1U);
    const QByteArray token = house.secrets.secrets().at(signedIn->secret);
    EXPECT_TRUE(token.startsWith("1//"));
    EXPECT_FALSE(QJsonDocument(signedIn->detail).toJson().contains(token));

    Account account;
    account.kind = signedIn->kind;
    account.address = signedIn->address;
    account.secret = signedIn->secret;
    account.detail = signedIn->detail;
    auto mailbox = house.provider().open(account);
    ASSERT_TRUE(mailbox);
    EXPECT_EQ((*mailbox)->profile({}).value().address, signedIn->address);
    ASSERT_TRUE(house.provider().signOut(account, {}));
    EXPECT_TRUE(house.secrets.secrets().empty());
    EXPECT_EQ(house.google.oauth().tokens().use(QString::fromLatin1(token)), nullptr) << "the right is taken back";
    EXPECT_TRUE(house.provider().signOut(account, {})) << "once more does no harm";
}

TEST(GoogleSignIn, ShowsWhenAProjectInTestingEndsIt) {
    EmulatedGoogle house;
    house.google.oauth().setTesting(true);
    const auto signedIn = signIn(house, {}, QStringLiteral("&emulator_consent=allow"));
    ASSERT_TRUE(signedIn) << qPrintable(signedIn.error().detail);
    const auto left = signedIn->tokenExpiresAt - house.time.now();
    EXPECT_GT(left, std::chrono::hours{24 * 6});
    EXPECT_LE(left, std::chrono::hours{24 * 7});
}

TEST(GoogleSignIn, KeepsNothingWhenThePersonSaysNoOrLeavesOutWhatIsNeeded) {
    EmulatedGoogle house;
    const auto refused = signIn(house, {}, QStringLiteral("&emulator_consent=deny"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Denied);
    const auto unticked = signIn(house, {}, QStringLiteral("&emulator_consent=allow&emulator_without=") + modifyScope);
    EXPECT_FALSE(unticked);
    EXPECT_TRUE(house.secrets.secrets().empty());
}

TEST(GoogleSignIn, TakesOnlyTheAccountThatWasToSignInAgain) {
    EmulatedGoogle house;
    emulator::BrowserPlay play;
    play.decision = emulator::BrowserPlay::Decision::Allow;
    play.account = QStringLiteral("ben@firm.example");
    house.google.oauth().setPlay(play);
    const auto other = signIn(house, QStringLiteral("ada@firm.example"), {});
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().kind, ErrorKind::Conflict);
    EXPECT_TRUE(house.secrets.secrets().empty());
    const auto same = signIn(house, QStringLiteral("Ben@Firm.example"), {});
    EXPECT_TRUE(same);
}

TEST(GoogleSignIn, KeepsNothingWhenTheKeyringIsLocked) {
    EmulatedGoogle house;
    auto call = house.provider().beginSignIn({});
    ASSERT_TRUE(call);
    house.secrets.failWith(Error{ErrorKind::Denied, QStringLiteral("locked"), {}});
    const QUrl page = (*call)->authorizeUrl();
    std::jthread browser([&] { visit(house, page, QStringLiteral("&emulator_consent=allow")); });
    const auto signedIn = (*call)->wait({});
    ASSERT_FALSE(signedIn);
    EXPECT_EQ(signedIn.error().kind, ErrorKind::Denied);
    Account account = house.account();
    EXPECT_EQ(house.provider().signOut(account, {}).error().kind, ErrorKind::Denied)
        << "what cannot be read is not removed";
    EXPECT_EQ((*house.provider().open(account))->profile({}).error().kind, ErrorKind::Denied);
}

TEST(GoogleSignIn, NeedsAnOAuthClientAndTakesTheFileThatGoogleGives) {
    FakeSecrets secrets;
    EmulatedGoogle house;
    std::map<QString, QString> kept;
    sources::GoogleProvider provider(
        {house.line,
         secrets,
         house.time,
         {[&](const QString& key) { return kept[key]; },
          [&](const QString& key, const QString& value) { return kept[key] = value, Result<void>(); }},
         {}});
    const auto none = provider.beginSignIn({});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().kind, ErrorKind::NotFound);
    EXPECT_FALSE(none.error().hint.isEmpty());
    EXPECT_TRUE(provider.clientId().isEmpty());
    EXPECT_EQ(provider.importClient("{}").error().kind, ErrorKind::Malformed);
    const auto imported = provider.importClient(
        R"({"installed":{"client_id":"123.apps.example","client_secret":"GOCSPX-abc","auth_uri":"https://accounts.google.com/o/oauth2/auth","token_uri":"https://oauth2.googleapis.com/token","redirect_uris":["http://localhost"]}})");
    ASSERT_TRUE(imported) << qPrintable(imported.error().detail);
    EXPECT_EQ(provider.clientId(), QStringLiteral("123.apps.example"));
    EXPECT_EQ(kept[QStringLiteral("google.client_id")], QStringLiteral("123.apps.example"));
    for (const auto& [key, value] : kept) {
        EXPECT_FALSE(value.contains(QStringLiteral("GOCSPX"))) << "the secret belongs to the secrets";
    }
    const auto call = provider.beginSignIn({});
    ASSERT_TRUE(call);
    const QUrlQuery query((*call)->authorizeUrl());
    EXPECT_EQ(query.queryItemValue(QStringLiteral("client_id")), QStringLiteral("123.apps.example"));
    EXPECT_EQ(query.queryItemValue(QStringLiteral("scope"), QUrl::FullyDecoded), modifyScope);
    EXPECT_EQ(query.queryItemValue(QStringLiteral("code_challenge_method")), QStringLiteral("S256"));
    EXPECT_GE(query.queryItemValue(QStringLiteral("state")).size(), 16);
}

TEST(GoogleSignIn, StandsInForAMailboxWithAServiceAccount) {
    EmulatedGoogle house;
    house.google.oauth().serviceAccount().setTokenUri(QStringLiteral("http://127.0.0.1:8002/token"));
    const QByteArray file = QJsonDocument(house.google.oauth().serviceAccount().keyFile()).toJson();
    const auto signedIn = house.provider().addServiceAccount(file, QStringLiteral("ben@firm.example"), {});
    ASSERT_TRUE(signedIn) << qPrintable(signedIn.error().detail);
    EXPECT_EQ(signedIn->kind, QStringLiteral("gmail-service"));
    EXPECT_EQ(signedIn->address, QStringLiteral("ben@firm.example"));
    EXPECT_FALSE(QJsonDocument(signedIn->detail).toJson().contains("PRIVATE"));
    Account account;
    account.kind = signedIn->kind;
    account.address = signedIn->address;
    account.secret = signedIn->secret;
    account.detail = signedIn->detail;
    account.scopes = signedIn->scopes;
    auto mailbox = house.provider().open(account);
    ASSERT_TRUE(mailbox);
    EXPECT_EQ((*mailbox)->profile({}).value().address, QStringLiteral("ben@firm.example"));
    ASSERT_TRUE(house.provider().signOut(account, {}));
    EXPECT_TRUE(house.secrets.secrets().empty());
    EXPECT_EQ((*house.provider().open(account))->profile({}).error().kind, ErrorKind::SignInNeeded);

    EXPECT_FALSE(house.provider().addServiceAccount(file, QStringLiteral("nobody@firm.example"), {}));
    EXPECT_EQ(house.provider().addServiceAccount("{}", QStringLiteral("ben@firm.example"), {}).error().kind,
              ErrorKind::Malformed);
    EXPECT_EQ(house.provider().addServiceAccount(file, QStringLiteral("ben"), {}).error().kind, ErrorKind::Malformed);
    EXPECT_TRUE(house.secrets.secrets().empty());
}

TEST(GoogleSetUp, ReadsTheEnvironmentBeforeTheSettingsAndNamesABadEndpoint) {
    std::map<QString, QString> kept{
        {QStringLiteral("google.units_per_minute"), QStringLiteral("3000")},
        {QStringLiteral("endpoints.google_api"), QStringLiteral("https://mail.firm.example/google")}};
    std::map<QByteArray, QString> environment;
    const sources::GoogleSettings settings{[&](const QString& key) { return kept[key]; }, {}};
    const auto setUp = [&] {
        return sources::GoogleSetUp::from(settings, [&](const char* name) { return environment[name]; });
    };
    EXPECT_EQ(setUp().unitsPerMinute, 3000);
    EXPECT_EQ(setUp().endpoints.googleApi, QStringLiteral("https://mail.firm.example/google"));
    EXPECT_FALSE(setUp().problem);
    environment["KITH_GMAIL_UNITS_PER_MINUTE"] = QStringLiteral("0");
    environment["KITH_GOOGLE_CLIENT_ID"] = QStringLiteral("mine");
    EXPECT_EQ(setUp().unitsPerMinute, 0);
    EXPECT_EQ(setUp().clientId, QStringLiteral("mine"));
    environment["KITH_ENDPOINT_GOOGLE_API"] = QStringLiteral("http://mail.firm.example");
    ASSERT_TRUE(setUp().problem);
    EXPECT_EQ(setUp().problem->kind, ErrorKind::Denied);
}

}  // namespace
