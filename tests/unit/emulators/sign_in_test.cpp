// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Signing in as a desktop client does: pages, codes, PKCE, refreshing, revoking.
#include "tests/unit/emulators/google_story.h"

namespace kith::emulator {
namespace {

using namespace std::chrono_literals;

class SignIn : public GoogleStory {};

TEST_F(SignIn, GivesACodeThatBecomesTokensThatOpenTheMailbox) {
    const Form back = redirected(signInRequest());
    EXPECT_EQ(back.value(QStringLiteral("state")), QStringLiteral("a state/with+signs & more"));
    const QString code = back.value(QStringLiteral("code"));
    EXPECT_TRUE(code.startsWith(QStringLiteral("4/")));

    const Answer answer = token(codeExchange(code));
    ASSERT_EQ(answer.status, 200) << answer.body.constData();
    const QJsonObject tokens = bodyOf(answer);
    EXPECT_EQ(tokens[u"expires_in"].toInt(), 3599);
    EXPECT_EQ(tokens[u"token_type"].toString(), QStringLiteral("Bearer"));
    EXPECT_TRUE(tokens[u"refresh_token"].toString().startsWith(QStringLiteral("1//")));
    EXPECT_FALSE(tokens.contains(u"refresh_token_expires_in"));
    EXPECT_EQ(bodyOf(profile(tokens[u"access_token"].toString()))[u"emailAddress"].toString(),
              QStringLiteral("ada@firm.example"));
}

TEST_F(SignIn, SlashesOfCodesAndTokensArriveEncodedAndMustBeDecodedOnce) {
    Form form = signInRequest();
    form.add(QStringLiteral("emulator_consent"), QStringLiteral("allow"));
    const QByteArray location = authorize(form).header("Location");
    EXPECT_TRUE(location.contains("code=4%2F")) << location.constData();
    const QString twice =
        QString::fromLatin1(QUrl::toPercentEncoding(redirected(signInRequest()).value(QStringLiteral("code"))));
    EXPECT_EQ(errorOf(token(codeExchange(twice))), QStringLiteral("invalid_grant"));
}

TEST_F(SignIn, ThePageAsksForAccountAndScopesAndItsFormSignsIn) {
    const Answer page = authorize(signInRequest({{QStringLiteral("state"), QStringLiteral("<\"quoted\"&>")}}));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.header("Content-Type").startsWith("text/html"));
    EXPECT_TRUE(page.body.contains("value=\"ben@firm.example\""));
    EXPECT_TRUE(page.body.contains("value=\"&lt;&quot;quoted&quot;&amp;&gt;\""));
    Form pressed = signInRequest();
    pressed.add(QStringLiteral("account"), QStringLiteral("ben@firm.example"));
    pressed.add(QStringLiteral("granted"), gmailScope("gmail.modify"));
    pressed.add(QStringLiteral("decision"), QStringLiteral("allow"));
    const Form back = redirectOf(post(Endpoint::GoogleOAuth, "/o/oauth2/v2/auth", pressed));
    EXPECT_EQ(back.value(QStringLiteral("scope")), gmailScope("gmail.modify")) << "the other box was not ticked";
    const QJsonObject tokens = bodyOf(token(codeExchange(back.value(QStringLiteral("code")))));
    EXPECT_EQ(tokens[u"scope"].toString(), gmailScope("gmail.modify"));
    EXPECT_EQ(bodyOf(profile(tokens[u"access_token"].toString()))[u"emailAddress"].toString(),
              QStringLiteral("ben@firm.example"));
}

TEST_F(SignIn, ALoginHintChoosesTheAccountAndPlusSignsAreBlanks) {
    QByteArray target = "/o/oauth2/v2/auth?" + signInRequest().encoded();
    target.replace("%20", "+");
    const Answer answer = get(Endpoint::GoogleOAuth, target + "&login_hint=Ben%40firm.example&emulator_consent=allow");
    const QJsonObject tokens = bodyOf(token(codeExchange(redirectOf(answer).value(QStringLiteral("code")))));
    EXPECT_EQ(tokens[u"scope"].toString().split(QLatin1Char(' ')).size(), 2);
    EXPECT_EQ(bodyOf(profile(tokens[u"access_token"].toString()))[u"emailAddress"].toString(),
              QStringLiteral("ben@firm.example"));
}

TEST_F(SignIn, DenyingOrTickingNothingSaysAccessDenied) {
    Form deny = signInRequest();
    deny.add(QStringLiteral("decision"), QStringLiteral("deny"));
    Form nothing = signInRequest();
    nothing.add(QStringLiteral("decision"), QStringLiteral("allow"));
    for (const Form& form : {deny, nothing}) {
        const Form back = redirectOf(post(Endpoint::GoogleOAuth, "/o/oauth2/v2/auth", form));
        EXPECT_EQ(back.value(QStringLiteral("error")), QStringLiteral("access_denied"));
        EXPECT_EQ(back.value(QStringLiteral("state")), QStringLiteral("a state/with+signs & more"));
        EXPECT_FALSE(back.has(QStringLiteral("code")));
    }
}

TEST_F(SignIn, TheControlCallPlaysTheBrowserForEveryPageToCome) {
    EXPECT_EQ(order("consent", R"({"decision":"allow","account":"ben@firm.example"})").status, 200);
    EXPECT_TRUE(redirectOf(authorize(signInRequest())).has(QStringLiteral("code")));
    EXPECT_EQ(order("consent", R"({"decision":"perhaps"})").status, 400);
    order("reset", {});
    EXPECT_EQ(authorize(signInRequest()).status, 200) << "asks again";
}

TEST_F(SignIn, WrongRequestsAreShownInTheBrowserAndNotRedirected) {
    const std::vector<std::tuple<QString, QString, int, QByteArray>> wrong{
        {QStringLiteral("redirect_uri"), QStringLiteral("http://localhost:41237/"), 400, "redirect_uri_mismatch"},
        {QStringLiteral("redirect_uri"), QStringLiteral("http://192.0.2.7:80/"), 400, "redirect_uri_mismatch"},
        {QStringLiteral("redirect_uri"), QStringLiteral("https://127.0.0.1:41237/"), 400, "redirect_uri_mismatch"},
        {QStringLiteral("redirect_uri"), QStringLiteral("http://127.0.0.1:1/#there"), 400, "redirect_uri_mismatch"},
        {QStringLiteral("client_id"), QStringLiteral("someone.apps.googleusercontent.com"), 401, "invalid_client"},
        {QStringLiteral("response_type"), QStringLiteral("token"), 400, "unsupported_response_type"},
        {QStringLiteral("scope"), QStringLiteral("https://www.googleapis.com/auth/gmail.everything"), 400,
         "invalid_scope"},
        {QStringLiteral("scope"), QString(), 400, "invalid_request"},
        {QStringLiteral("code_challenge"), QStringLiteral("short"), 400, "invalid_request"},
        {QStringLiteral("code_challenge_method"), QStringLiteral("S512"), 400, "invalid_request"}};
    for (const auto& [name, value, status, error] : wrong) {
        const Answer answer = authorize(signInRequest({{name, value}}));
        EXPECT_EQ(answer.status, status) << qPrintable(name) << ' ' << qPrintable(value);
        EXPECT_TRUE(answer.body.contains(error)) << answer.body.constData();
        EXPECT_TRUE(answer.header("Location").isEmpty());
    }
}

TEST_F(SignIn, AnyPortAndPathOfBothLoopbackAddressesWillDo) {
    for (const char* uri :
         {"http://127.0.0.1:1", "http://127.0.0.1:65535/a/b", "http://[::1]:8080/", "http://127.0.0.1"}) {
        EXPECT_EQ(authorize(signInRequest({{QStringLiteral("redirect_uri"), QLatin1String(uri)}})).status, 200) << uri;
    }
}

TEST_F(SignIn, AnEmbeddedBrowserIsSentAway) {
    Request asked = request("GET", "/o/oauth2/v2/auth?" + signInRequest().encoded(), {});
    asked.headers.emplace_back("User-Agent", "Mozilla/5.0 QtWebEngine/6.4.2 Chrome/102");
    const Answer answer = google.handle(Endpoint::GoogleOAuth, asked);
    EXPECT_EQ(answer.status, 403);
    EXPECT_TRUE(answer.body.contains("disallowed_useragent"));
}

TEST_F(SignIn, ACodeWorksOnceAndForTenMinutes) {
    const QString code = redirected(signInRequest()).value(QStringLiteral("code"));
    EXPECT_EQ(token(codeExchange(code)).status, 200);
    EXPECT_EQ(errorOf(token(codeExchange(code))), QStringLiteral("invalid_grant"));
    const QString late = redirected(signInRequest()).value(QStringLiteral("code"));
    clock.advance(10min);
    EXPECT_EQ(errorOf(token(codeExchange(late))), QStringLiteral("invalid_grant"));
}

TEST_F(SignIn, WhatDoesNotFitTheCodeIsAnInvalidGrant) {
    const std::vector<std::pair<QString, QString>> wrong{
        {QStringLiteral("code_verifier"), QString(verifier + QLatin1Char('x'))},
        {QStringLiteral("code_verifier"), QString()},
        {QStringLiteral("redirect_uri"), QStringLiteral("http://127.0.0.1:41238/signed-in")},
        {QStringLiteral("code"), QStringLiteral("4/0Aforged")}};
    for (const auto& change : wrong) {
        const QString code = redirected(signInRequest()).value(QStringLiteral("code"));
        const Answer answer = token(codeExchange(code, {change}));
        EXPECT_EQ(answer.status, 400);
        EXPECT_EQ(errorOf(answer), QStringLiteral("invalid_grant")) << qPrintable(change.first);
        EXPECT_EQ(bodyOf(answer)[u"error_description"].toString(), QStringLiteral("Bad Request"));
    }
}

TEST_F(SignIn, DesktopClientsNeedTheirSecret) {
    const auto refreshWith = [&](const QString& name, const QString& value) {
        return token(refreshing(QStringLiteral("1//x"), {{name, value}}));
    };
    const Answer missing = refreshWith(QStringLiteral("client_secret"), {});
    EXPECT_EQ(missing.status, 400);
    EXPECT_EQ(bodyOf(missing)[u"error_description"].toString(), QStringLiteral("client_secret is missing."));
    EXPECT_EQ(refreshWith(QStringLiteral("client_secret"), QStringLiteral("guessed")).status, 401);
    const Answer stranger = refreshWith(QStringLiteral("client_id"), QStringLiteral("nobody"));
    EXPECT_EQ(stranger.status, 401);
    EXPECT_EQ(errorOf(stranger), QStringLiteral("invalid_client"));
    EXPECT_EQ(errorOf(token(refreshing({}))), QStringLiteral("invalid_request"));
    Form other;
    other.add(QStringLiteral("grant_type"), QStringLiteral("password"));
    EXPECT_EQ(errorOf(token(other)), QStringLiteral("unsupported_grant_type"));
}

TEST_F(SignIn, AccessEndsAfterAnHourAndARefreshOpensAgain) {
    const QJsonObject tokens = signedIn();
    const QString old = tokens[u"access_token"].toString();
    clock.advance(3598s);
    EXPECT_EQ(profile(old).status, 200);
    clock.advance(1s);
    const Answer refused = profile(old);
    EXPECT_EQ(refused.status, 401);
    EXPECT_TRUE(refused.header("WWW-Authenticate").contains("invalid_token"));
    const Answer fresh = token(refreshing(tokens[u"refresh_token"].toString()));
    ASSERT_EQ(fresh.status, 200);
    EXPECT_FALSE(bodyOf(fresh).contains(u"refresh_token"));
    EXPECT_EQ(profile(bodyOf(fresh)[u"access_token"].toString()).status, 200);
}

TEST_F(SignIn, RevokingEitherTokenEndsTheGrant) {
    for (const QStringView kind : {u"access_token", u"refresh_token"}) {
        const QJsonObject tokens = signedIn();
        Form form;
        form.add(QStringLiteral("token"), tokens[kind].toString());
        EXPECT_EQ(post(Endpoint::GoogleOAuth, "/revoke", form).status, 200);
        EXPECT_EQ(profile(tokens[u"access_token"].toString()).status, 401);
        const Answer dead = token(refreshing(tokens[u"refresh_token"].toString()));
        EXPECT_EQ(errorOf(dead), QStringLiteral("invalid_grant"));
        EXPECT_EQ(bodyOf(dead)[u"error_description"].toString(), QStringLiteral("Token has been expired or revoked."));
        EXPECT_EQ(errorOf(post(Endpoint::GoogleOAuth, "/revoke", form)), QStringLiteral("invalid_token"));
    }
}

TEST_F(SignIn, IdleForHalfAYearOrTheHundredthFollowingOneEndsARefreshToken) {
    const QString idle = google.signIn(people[0]);
    clock.advance(24h * 184);
    EXPECT_EQ(errorOf(token(refreshing(idle))), QStringLiteral("invalid_grant"));
    const QString first = google.signIn(people[0]);
    clock.advance(1s);
    for (int i = 0; i < 100; ++i) {
        google.signIn(people[0]);
    }
    EXPECT_EQ(errorOf(token(refreshing(first))), QStringLiteral("invalid_grant"));
}

TEST_F(SignIn, AProjectInTestingSaysWhenItsRefreshTokenEnds) {
    google.oauth().setTesting(true);
    const QJsonObject tokens = signedIn();
    EXPECT_EQ(tokens[u"refresh_token_expires_in"].toInt(), 604799);
    clock.advance(24h * 6);
    EXPECT_EQ(token(refreshing(tokens[u"refresh_token"].toString())).status, 200);
    clock.advance(24h);
    EXPECT_EQ(errorOf(token(refreshing(tokens[u"refresh_token"].toString()))), QStringLiteral("invalid_grant"));
}

TEST_F(SignIn, OnlyTheVerbsOfThePathsAreServed) {
    const Answer answer = get(Endpoint::GoogleOAuth, "/token");
    EXPECT_EQ(answer.status, 405);
    EXPECT_EQ(answer.header("Allow"), "POST");
    EXPECT_EQ(get(Endpoint::GoogleOAuth, "/").status, 404);
}

TEST_F(SignIn, AWrongOrMissingTokenIsGmailsOwn401) {
    for (const QString& bearer : {QString(), QStringLiteral("ya29.forged")}) {
        const Answer answer = profile(bearer);
        EXPECT_EQ(answer.status, 401);
        EXPECT_EQ(bodyOf(answer)[u"error"].toObject()[u"status"].toString(), QStringLiteral("UNAUTHENTICATED"));
    }
}

}  // namespace
}  // namespace kith::emulator
