// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/authorized_transport.h"
#include "core/net/refreshing_tokens.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_secrets.h"
#include "tests/support/fake_transport.h"

#include <latch>
#include <thread>

using namespace kith;
using kith::testing::FakeClock;
using kith::testing::FakeSecrets;
using kith::testing::FakeTransport;
using net::AccessToken;

namespace {

const QString kSecretName = QStringLiteral("gmail/ada@firm.example");

QByteArray grantOf(const QByteArray& token, const QByteArray& more = {}) {
    return "{\"access_token\":\"" + token + "\",\"expires_in\":3599,\"scope\":\"a b\",\"token_type\":\"Bearer\"" +
           more + "}";
}

class SignedIn : public ::testing::Test {
protected:
    SignedIn() {
        client.clientId = QStringLiteral("id.apps.example");
        client.clientSecret = QStringLiteral("s/cret");
        EXPECT_TRUE(secrets.set(kSecretName, "1//0g/refresh"));
    }
    net::RefreshingTokens tokens() {
        return {wire, clock, secrets, {client, kSecretName, [this](const net::TokenNews& told) { news = told; }}};
    }
    FakeTransport wire;
    FakeClock clock;
    FakeSecrets secrets;
    net::OAuthClient client;
    net::TokenNews news;
};

TEST_F(SignedIn, RefreshesOnceAndThenRemembers) {
    wire.answer(200, grantOf("ya29.one"));
    auto source = tokens();
    const auto token = source.token({});
    ASSERT_TRUE(token) << qPrintable(token.error().detail);
    EXPECT_EQ(token->token, "ya29.one");
    EXPECT_EQ(token->expiresAt, clock.now() + Millis{3'599'000});
    EXPECT_EQ(token->scopes, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    EXPECT_EQ(source.token({})->token, "ya29.one");
    const auto request = wire.requests().at(0);
    EXPECT_EQ(
        request.body,
        "client_id=id.apps.example&client_secret=s%2Fcret&grant_type=refresh_token&refresh_token=1%2F%2F0g%2Frefresh");
    EXPECT_EQ(request.ledgerBody,
              "client_id=id.apps.example&client_secret=***&grant_type=refresh_token&refresh_token=***");
    EXPECT_EQ(request.redactions, 2);
    EXPECT_EQ(secrets.secrets().at(kSecretName), "1//0g/refresh") << "a refresh answer has none: the old one stays";
    EXPECT_FALSE(news.refreshExpiresAt);
}

TEST_F(SignedIn, RefreshesAMinuteEarly) {
    wire.answer(200, grantOf("ya29.one"));
    wire.answer(200, grantOf("ya29.two"));
    auto source = tokens();
    ASSERT_TRUE(source.token({}));
    clock.advance(Millis{3'538'000});
    EXPECT_EQ(source.token({})->token, "ya29.one");
    clock.advance(Millis{2'000});
    EXPECT_EQ(source.token({})->token, "ya29.two");
}

TEST_F(SignedIn, KeepsARenewedRefreshTokenAndTellsWhenItEnds) {
    wire.answer(200, grantOf("ya29.one", ",\"refresh_token\":\"1//new\",\"refresh_token_expires_in\":604799"));
    auto source = tokens();
    ASSERT_TRUE(source.token({}));
    EXPECT_EQ(secrets.secrets().at(kSecretName), "1//new");
    EXPECT_EQ(news.refreshExpiresAt, clock.now() + Millis{604'799'000});
    EXPECT_EQ(news.accessExpiresAt, clock.now() + Millis{3'599'000});
}

TEST_F(SignedIn, FetchesOneTokenForManyWorkers) {
    std::latch allAsked(1);
    wire.answerWith([&](const net::HttpRequest&, std::stop_token) {
        allAsked.wait();
        return Result<net::HttpResponse>(net::HttpResponse{200, {}, grantOf("ya29.one")});
    });
    auto source = tokens();
    std::atomic<int> right{0};
    std::atomic<int> asking{0};
    std::vector<std::jthread> workers;
    for (int i = 0; i < 16; ++i) {
        workers.emplace_back([&] {
            if (++asking == 16) {
                allAsked.count_down();
            }
            const auto token = source.token({});
            right += token && token->token == "ya29.one" ? 1 : 0;
        });
    }
    workers.clear();
    EXPECT_EQ(right, 16);
    EXPECT_EQ(wire.requests().size(), 1U);
}

TEST_F(SignedIn, GoesOnForTheOthersWhenTheOneWhoFetchedIsStopped) {
    std::stop_source stop;
    std::latch fetching(1);
    wire.answerWith([&](const net::HttpRequest&, std::stop_token) {
        fetching.count_down();
        while (!stop.stop_requested()) {
            std::this_thread::yield();
        }
        return Result<net::HttpResponse>(Error{ErrorKind::Cancelled, {}, {}, {}});
    });
    wire.answer(200, grantOf("ya29.two"));
    auto source = tokens();
    std::jthread first([&] { EXPECT_EQ(source.token(stop.get_token()).error().kind, ErrorKind::Cancelled); });
    fetching.wait();
    std::jthread second([&] { EXPECT_EQ(source.token({})->token, "ya29.two"); });
    stop.request_stop();
}

TEST_F(SignedIn, WaitersCanStopWhileAnotherFetches) {
    std::latch fetching(1);
    std::latch done(1);
    wire.answerWith([&](const net::HttpRequest&, std::stop_token) {
        fetching.count_down();
        done.wait();
        return Result<net::HttpResponse>(net::HttpResponse{200, {}, grantOf("ya29.one")});
    });
    auto source = tokens();
    std::jthread first([&] { EXPECT_TRUE(source.token({})); });
    fetching.wait();
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(source.token(stop.get_token()).error().kind, ErrorKind::Cancelled);
    done.count_down();
}

TEST_F(SignedIn, NeedsAPersonWhenTheRefreshTokenIsDead) {
    wire.answer(400, R"({"error":"invalid_grant","error_description":"Token has been expired or revoked."})");
    auto source = tokens();
    const auto token = source.token({});
    ASSERT_FALSE(token);
    EXPECT_EQ(token.error().kind, ErrorKind::SignInNeeded);
    EXPECT_TRUE(token.error().detail.contains(QStringLiteral("expired or revoked")));
    EXPECT_TRUE(token.error().hint.contains(QStringLiteral("Sign in again")));
    EXPECT_TRUE(secrets.secrets().contains(kSecretName)) << "everything is kept";
}

TEST_F(SignedIn, NamesTheOrganisationsSessionLimit) {
    wire.answer(
        400, R"({"error":"invalid_grant","error_description":"reauth related error","error_subtype":"invalid_rapt"})");
    auto source = tokens();
    const auto token = source.token({});
    ASSERT_FALSE(token);
    EXPECT_EQ(token.error().kind, ErrorKind::SignInNeeded);
    EXPECT_TRUE(token.error().detail.contains(QStringLiteral("invalid_rapt")));
    EXPECT_TRUE(token.error().hint.contains(QStringLiteral("organisation")));
}

TEST_F(SignedIn, BelievesInTheTokenWhileGoogleHasTrouble) {
    struct Trouble {
        int status;
        const char* body;
        ErrorKind kind;
    };
    for (const Trouble& trouble : {Trouble{500, "{\"error\":\"internal_failure\"}", ErrorKind::Unreachable},
                                   {503, "<html>busy</html>", ErrorKind::Unreachable},
                                   {400, "{\"error\":\"temporarily_unavailable\"}", ErrorKind::Unreachable},
                                   {403, "<html>proxy</html>", ErrorKind::Unreachable},
                                   {200, "<html>hotel wifi</html>", ErrorKind::Unreachable},
                                   {200, "{}", ErrorKind::Unreachable},
                                   {429, "{\"error\":\"rate_limit\"}", ErrorKind::RateLimited},
                                   {401, "{\"error\":\"invalid_client\"}", ErrorKind::SignInNeeded},
                                   {401, "{\"error\":\"deleted_client\"}", ErrorKind::SignInNeeded},
                                   {400, "{\"error\":\"invalid_request\"}", ErrorKind::SignInNeeded}}) {
        wire.answer(trouble.status, trouble.body, {{"Retry-After", "9"}});
        auto source = tokens();
        const auto token = source.token({});
        ASSERT_FALSE(token) << trouble.body;
        EXPECT_EQ(token.error().kind, trouble.kind) << trouble.status << trouble.body;
        if (trouble.kind == ErrorKind::RateLimited) {
            EXPECT_EQ(token.error().retryAfter, Millis{9'000});
        }
    }
}

TEST_F(SignedIn, UsesTheLastMinuteOfATokenWhileTheServiceIsDown) {
    wire.answer(200, grantOf("ya29.one"));
    wire.answer(503);
    wire.answer(503);
    auto source = tokens();
    ASSERT_TRUE(source.token({}));
    clock.advance(Millis{3'570'000});
    const auto late = source.token({});
    ASSERT_TRUE(late);
    EXPECT_EQ(late->token, "ya29.one");
    clock.advance(Millis{30'000});
    EXPECT_EQ(source.token({}).error().kind, ErrorKind::Unreachable);
}

TEST_F(SignedIn, DoesNotFetchForEachRequestWhenTokensAreShortLived) {
    wire.answer(200, R"({"access_token":"short","expires_in":40})");
    auto source = tokens();
    for (int i = 0; i < 5; ++i) {
        ASSERT_EQ(source.token({})->token, "short");
    }
}

TEST_F(SignedIn, PassesOnWhatTheSecretStoreSays) {
    secrets.failWith(Error{ErrorKind::Denied, QStringLiteral("the keyring is locked"), QStringLiteral("Unlock"), {}});
    auto source = tokens();
    EXPECT_EQ(source.token({}).error().kind, ErrorKind::Denied);
    secrets.failWith({});
    ASSERT_TRUE(secrets.remove(kSecretName));
    EXPECT_EQ(source.token({}).error().kind, ErrorKind::SignInNeeded);
}

TEST_F(SignedIn, RevokesAndTakesAnUnknownTokenAsRevoked) {
    wire.answer(200, "{}");
    wire.answer(400, R"({"error":"invalid_token"})");
    wire.answer(503);
    ASSERT_TRUE(net::revokeToken(wire, client, "1//0g", {}));
    ASSERT_TRUE(net::revokeToken(wire, client, "1//0g", {}));
    EXPECT_EQ(net::revokeToken(wire, client, "1//0g", {}).error().kind, ErrorKind::Unreachable);
    EXPECT_EQ(wire.requests().at(0).body, "token=1%2F%2F0g");
    EXPECT_EQ(wire.requests().at(0).ledgerBody, "token=***");
}

TEST_F(SignedIn, AnAuthorizedRequestIsRepeatedOnceWithAFreshToken) {
    wire.answer(200, grantOf("ya29.one"));
    wire.answer(401);
    wire.answer(200, grantOf("ya29.two"));
    wire.answer(200, "mail");
    auto source = tokens();
    net::AuthorizedTransport transport(wire, source);
    net::HttpRequest request;
    request.url = QUrl(QStringLiteral("https://gmail.example/x"));
    const auto answer = transport.send(request, {});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, "mail");
    EXPECT_EQ(wire.requests().at(1).headers.back(),
              (std::pair<QByteArray, QByteArray>("Authorization", "Bearer ya29.one")));
    EXPECT_EQ(wire.requests().at(3).headers.back(),
              (std::pair<QByteArray, QByteArray>("Authorization", "Bearer ya29.two")));
    EXPECT_EQ(wire.requests().at(3).headers.size(), 1U);
}

TEST_F(SignedIn, AnAuthorizedRequestThatIsRefusedTwiceNeedsAPerson) {
    wire.answer(200, grantOf("ya29.one"));
    wire.answer(401);
    wire.answer(200, grantOf("ya29.two"));
    wire.answer(401);
    wire.answer(200, grantOf("ya29.three"));
    auto source = tokens();
    net::AuthorizedTransport transport(wire, source);
    net::HttpRequest request;
    request.url = QUrl(QStringLiteral("https://gmail.example/x"));
    EXPECT_EQ(transport.send(request, {}).error().kind, ErrorKind::SignInNeeded);
    source.reject("ya29.one");
    EXPECT_EQ(source.token({})->token, "ya29.three") << "the second refusal was believed as well";
}

}  // namespace
