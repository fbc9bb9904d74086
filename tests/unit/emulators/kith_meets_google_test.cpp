// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Kith's own sign-in against the emulator's: both sides were written from the documents, apart.
#include "tests/emulators/google/form.h"
#include "tests/emulators/google/scopes.h"
#include "tests/support/emulated_google.h"

#include "core/net/endpoints.h"
#include "core/net/pkce.h"
#include "core/net/service_account.h"
#include "core/net/token_calls.h"

#include <gtest/gtest.h>

namespace kith::emulator {
namespace {

class KithMeetsGoogle : public ::testing::Test {
protected:
    void SetUp() override { account.setTokenUri(oauth + QStringLiteral("/token")); }
    /// As Kith knows the client: its own struct, with the emulator's addresses.
    net::OAuthClient client() {
        net::Endpoints endpoints;
        endpoints.googleOauth = oauth;
        return endpoints.applied({google.google.oauth().client().id, google.google.oauth().client().secret});
    }

    const QString oauth = QStringLiteral("http://127.0.0.1:8002");
    const QString ada = QStringLiteral("ada@firm.example");
    testing::EmulatedGoogle google;
    ServiceAccount& account = google.google.oauth().serviceAccount();
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
    const Answer page =
        google.google.handle(Endpoint::GoogleOAuth, {.verb = "GET",
                                                     .path = QStringLiteral("/o/oauth2/v2/auth"),
                                                     .query = QUrlQuery(QString::fromLatin1(asked.encoded())),
                                                     .headers = {},
                                                     .body = {}});
    const QByteArray location = page.header("Location");
    const Form back = Form::parse(location.mid(location.indexOf('?') + 1));
    const auto grant =
        net::exchangeCode(google.line, google.time, client(),
                          {back.value(QStringLiteral("code")).toLatin1(), pkce.verifier, redirect}, never);
    ASSERT_TRUE(grant) << qPrintable(grant.error().detail);
    EXPECT_EQ(grant->scopes, QStringList{gmailScope("gmail.modify")});
    EXPECT_TRUE(net::refreshTokens(google.line, google.time, client(), grant->refreshToken, never));
    EXPECT_TRUE(net::revokeToken(google.line, client(), grant->refreshToken, never));
    EXPECT_TRUE(net::revokeToken(google.line, client(), grant->refreshToken, never)) << "gone is gone";
    const auto dead = net::refreshTokens(google.line, google.time, client(), grant->refreshToken, never);
    ASSERT_FALSE(dead);
    EXPECT_EQ(dead.error().kind, ErrorKind::SignInNeeded);
}

TEST_F(KithMeetsGoogle, AServiceAccountOpensAMailboxAndAnUnknownOneNeedsTheAdministrator) {
    const auto key = net::parseServiceAccountKey(QJsonDocument(account.keyFile()).toJson());
    ASSERT_TRUE(key) << qPrintable(key.error().detail);
    const auto tokensFor = [&](const QString& subject, const QString& scope) {
        return std::make_shared<net::ServiceAccountTokens>(google.line, google.time, *key, subject, QStringList{scope});
    };
    const auto token = tokensFor(ada, gmailScope("gmail.modify"))->token(never);
    ASSERT_TRUE(token) << qPrintable(token.error().detail);
    const auto caller = google.google.oauth().authenticate("Bearer " + token->token);
    ASSERT_TRUE(std::holds_alternative<Caller>(caller));
    EXPECT_EQ(std::get<Caller>(caller).address, ada);
    const auto nobody = tokensFor(QStringLiteral("nobody@firm.example"), gmailScope("gmail.modify"))->token(never);
    ASSERT_FALSE(nobody);
    EXPECT_EQ(nobody.error().kind, ErrorKind::SignInNeeded);
    EXPECT_FALSE(tokensFor(ada, gmailScope("gmail.settings.sharing"))->token(never));
}

}  // namespace
}  // namespace kith::emulator
