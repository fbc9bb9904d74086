// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The test plays the browser: real sockets on the loopback address, no event loop in this thread.
#include "core/net/sign_in.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_transport.h"

#include <QTcpSocket>
#include <QUrlQuery>

#include <thread>

using namespace kith;
using kith::testing::FakeClock;
using kith::testing::FakeTransport;
using net::SignIn;

namespace {

const QStringList kAsked{QStringLiteral("https://mail.google.com/"), QStringLiteral("openid")};

net::SignInRequest request() {
    net::SignInRequest request;
    request.client.clientId = QStringLiteral("id.apps.example");
    request.client.clientSecret = QStringLiteral("s+cret");
    request.scopes = kAsked;
    request.loginHint = QStringLiteral("ada+sales@firm.example");
    return request;
}

QString parameter(const QUrl& url, const char* name) {
    return QUrlQuery(url).queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
}

/// What a browser would get; bytes is sent as it is.
QByteArray talk(const QUrl& place, const QByteArray& bytes) {
    QTcpSocket socket;
    socket.connectToHost(place.host(), static_cast<quint16>(place.port()));
    socket.waitForConnected();
    socket.write(bytes);
    QByteArray answer;
    while (socket.state() == QTcpSocket::ConnectedState && socket.waitForReadyRead(10'000)) {
        answer += socket.readAll();
    }
    return answer + socket.readAll();
}

QByteArray visit(const QUrl& place, const QByteArray& target) {
    return talk(place, "GET " + target + " HTTP/1.1\r\nHost: " + place.authority().toLatin1() + "\r\n\r\n");
}

class Browser {
public:
    explicit Browser(const QUrl& authorize)
        : redirect(parameter(authorize, "redirect_uri"))
        , state(parameter(authorize, "state").toLatin1()) {}
    QByteArray comeBack(const QByteArray& query) const {
        return visit(redirect, redirect.path().toLatin1() + '?' + query);
    }
    QUrl redirect;
    QByteArray state;
};

const QByteArray kGrant =
    R"({"access_token":"ya29.a","expires_in":3599,"refresh_token":"1//0g","scope":"https://mail.google.com/ openid"})";

TEST(SignIn, AsksForEverythingAtOnceWithPkce) {
    const auto call = SignIn::start(request());
    ASSERT_TRUE(call);
    const QUrl url = (*call)->authorizeUrl();
    EXPECT_EQ(url.host(), QStringLiteral("accounts.google.com"));
    EXPECT_EQ(parameter(url, "client_id"), QStringLiteral("id.apps.example"));
    EXPECT_EQ(parameter(url, "response_type"), QStringLiteral("code"));
    EXPECT_EQ(parameter(url, "scope"), kAsked.join(QLatin1Char(' ')));
    EXPECT_EQ(parameter(url, "code_challenge_method"), QStringLiteral("S256"));
    EXPECT_EQ(parameter(url, "code_challenge").size(), 43);
    EXPECT_EQ(parameter(url, "login_hint"), QStringLiteral("ada+sales@firm.example"));
    EXPECT_TRUE(url.toEncoded().contains("login_hint=ada%2Bsales%40firm.example")) << url.toEncoded().constData();
    EXPECT_EQ(parameter(url, "prompt"), QStringLiteral("consent"));
    EXPECT_GE(parameter(url, "state").size(), 32);
    EXPECT_TRUE(parameter(url, "redirect_uri").startsWith(QStringLiteral("http://127.0.0.1:")));
    const auto other = SignIn::start(request());
    for (const char* name : {"state", "code_challenge", "redirect_uri"}) {
        EXPECT_NE(parameter(url, name), parameter((*other)->authorizeUrl(), name)) << name;
    }
}

TEST(SignIn, BringsTheTokensHome) {
    FakeTransport wire;
    wire.answer(200, kGrant);
    FakeClock clock;
    const auto call = SignIn::start(request());
    const Browser browser((*call)->authorizeUrl());
    std::jthread person([&] {
        const QByteArray page = browser.comeBack("state=" + browser.state +
                                                 "&iss=https%3A%2F%2Faccounts.google.com&code=4%2F0A%252Fb&scope=x");
        EXPECT_TRUE(page.startsWith("HTTP/1.1 200 OK\r\n")) << page.constData();
        EXPECT_TRUE(page.contains("text/html; charset=utf-8"));
        EXPECT_TRUE(page.contains("go back to Kith"));
    });
    const auto signedIn = (*call)->finish(wire, clock, Millis{20'000}, {});
    ASSERT_TRUE(signedIn) << qPrintable(signedIn.error().detail);
    EXPECT_EQ(signedIn->grant.refreshToken, "1//0g");
    EXPECT_EQ(signedIn->grant.accessToken, "ya29.a");
    EXPECT_TRUE(signedIn->missingScopes.isEmpty());
    const auto sent = wire.requests().at(0);
    EXPECT_TRUE(sent.body.contains("&code=4%2F0A%252Fb&")) << "decoded once, encoded once: " << sent.body.constData();
    EXPECT_TRUE(sent.body.contains("client_secret=s%2Bcret"));
    EXPECT_TRUE(sent.body.endsWith(browser.redirect.toEncoded().toPercentEncoding()));
    const QUrlQuery form(QString::fromLatin1(sent.body));
    const QByteArray verifier = form.queryItemValue(QStringLiteral("code_verifier")).toLatin1();
    EXPECT_EQ(verifier.size(), 64);
    EXPECT_EQ(net::pkceChallenge(verifier), parameter((*call)->authorizeUrl(), "code_challenge").toLatin1());
    for (const char* secret : {"4%2F0A", "s%2Bcret"}) {
        EXPECT_FALSE(sent.ledgerBody->contains(secret));
    }
    EXPECT_FALSE(sent.ledgerBody->contains(verifier));
}

TEST(SignIn, LetsNothingStrangeThrough) {
    FakeTransport wire;
    wire.answer(200, kGrant);
    FakeClock clock;
    const auto call = SignIn::start(request());
    const Browser browser((*call)->authorizeUrl());
    QTcpSocket silent;  // browsers open connections in advance
    silent.connectToHost(browser.redirect.host(), static_cast<quint16>(browser.redirect.port()));
    ASSERT_TRUE(silent.waitForConnected());
    QTcpSocket half;
    half.connectToHost(browser.redirect.host(), static_cast<quint16>(browser.redirect.port()));
    ASSERT_TRUE(half.waitForConnected());
    half.write("GET /signed-in?sta");
    ASSERT_TRUE(half.waitForBytesWritten());
    {
        QTcpSocket gone;
        gone.connectToHost(browser.redirect.host(), static_cast<quint16>(browser.redirect.port()));
        gone.waitForConnected();
    }
    const auto status = [](const QByteArray& answer) { return answer.mid(9, 3).toInt(); };
    EXPECT_EQ(status(visit(browser.redirect, "/favicon.ico")), 404);
    EXPECT_EQ(status(visit(browser.redirect, "/")), 404);
    EXPECT_EQ(status(visit(browser.redirect, "/signed-in/?state=" + browser.state + "&code=4%2Fevil")), 404);
    EXPECT_EQ(status(browser.comeBack("code=4%2Fevil")), 400);
    EXPECT_EQ(status(browser.comeBack("state=&code=4%2Fevil")), 400);
    EXPECT_EQ(status(browser.comeBack("state=" + browser.state.chopped(1) + "&code=4%2Fevil")), 400);
    EXPECT_EQ(status(browser.comeBack("state=" + browser.state)), 400);
    EXPECT_EQ(status(browser.comeBack("state=wrong&error=access_denied")), 400);
    const QByteArray sly = browser.comeBack("state=%3Cscript%3Ealert(1)%3C/script%3E&code=x");
    EXPECT_EQ(status(sly), 400);
    EXPECT_FALSE(sly.contains("<script"));
    EXPECT_EQ(status(talk(browser.redirect, "POST /signed-in?state=" + browser.state + "&code=x HTTP/1.1\r\n\r\n")),
              405);
    EXPECT_EQ(status(talk(browser.redirect, "nonsense\r\n\r\n")), 400);
    EXPECT_EQ(status(talk(browser.redirect, QByteArray(20'000, 'x'))), 431);
    EXPECT_EQ(status(browser.comeBack("state=" + browser.state + "&code=4%2Fgood")), 200);
    EXPECT_EQ(status(browser.comeBack("state=" + browser.state + "&code=4%2Fagain")), 200) << "a reload of the page";
    EXPECT_EQ(status(browser.comeBack("state=" + browser.state + "&error=access_denied")), 200);
    ASSERT_TRUE((*call)->finish(wire, clock, Millis{20'000}, {}));
    EXPECT_TRUE(wire.requests().at(0).body.contains("&code=4%2Fgood&")) << "the first one counts";
}

TEST(SignIn, TakesNoForAnAnswer) {
    FakeTransport wire;
    FakeClock clock;
    const auto call = SignIn::start(request());
    const Browser browser((*call)->authorizeUrl());
    EXPECT_TRUE(browser.comeBack("error=access_denied&state=" + browser.state).contains("not given access"));
    const auto signedIn = (*call)->finish(wire, clock, Millis{20'000}, {});
    ASSERT_FALSE(signedIn);
    EXPECT_EQ(signedIn.error().kind, ErrorKind::Denied);
    EXPECT_FALSE(signedIn.error().hint.isEmpty());
}

TEST(SignIn, StopsAndGivesUp) {
    FakeTransport wire;
    FakeClock clock;
    const auto call = SignIn::start(request());
    std::stop_source stop;
    std::jthread impatient([&] { stop.request_stop(); });
    EXPECT_EQ((*call)->finish(wire, clock, Millis{20'000}, stop.get_token()).error().kind, ErrorKind::Cancelled);
    EXPECT_EQ((*call)->finish(wire, clock, Millis{1}, {}).error().kind, ErrorKind::Unreachable);
}

TEST(SignIn, ComparesWhatWasGrantedWithWhatWasAsked) {
    FakeTransport wire;
    wire.answer(
        200,
        R"({"access_token":"a","expires_in":3599,"refresh_token":"1//0g","scope":"openid","refresh_token_expires_in":604799})");
    FakeClock clock;
    const auto call = SignIn::start(request());
    const Browser browser((*call)->authorizeUrl());
    browser.comeBack("code=4%2Fx&state=" + browser.state);
    const auto signedIn = (*call)->finish(wire, clock, Millis{20'000}, {});
    ASSERT_TRUE(signedIn);
    EXPECT_EQ(signedIn->missingScopes, QStringList{QStringLiteral("https://mail.google.com/")});
    EXPECT_EQ(signedIn->grant.refreshExpiresAt, clock.now() + Millis{604'799'000})
        << "a project in testing: seven days";
}

TEST(SignIn, IsNoneWithoutARefreshTokenOrAClient) {
    FakeTransport wire;
    wire.answer(200, R"({"access_token":"a","expires_in":3599})");
    FakeClock clock;
    const auto call = SignIn::start(request());
    const Browser browser((*call)->authorizeUrl());
    browser.comeBack("code=4%2Fx&state=" + browser.state);
    EXPECT_EQ((*call)->finish(wire, clock, Millis{20'000}, {}).error().kind, ErrorKind::SignInNeeded);
    const auto none = SignIn::start({});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().kind, ErrorKind::SignInNeeded);
}

TEST(Loopback, EscapesTheTextsOfItsPage) {
    net::LoopbackTexts texts;
    texts.title = QStringLiteral("<b>&");
    texts.done = QStringLiteral("\"done\" <i>");
    const auto listener = net::LoopbackListener::open("state", texts);
    ASSERT_TRUE(listener);
    const QUrl place((*listener)->redirectUri());
    const QByteArray page = visit(place, place.path().toLatin1() + "?state=state&code=c+d%2B");
    EXPECT_TRUE(page.contains("<h1>&lt;b&gt;&amp;</h1>")) << page.constData();
    EXPECT_TRUE(page.contains("&quot;done&quot; &lt;i&gt;"));
    EXPECT_EQ((*listener)->wait(Millis{10'000}, {}).value(), QByteArray("c d+"));
}

TEST(Loopback, ClosesItsPortAtTheEnd) {
    QUrl place;
    {
        const auto listener = net::LoopbackListener::open("state");
        place = QUrl((*listener)->redirectUri());
    }
    QTcpSocket socket;
    socket.connectToHost(place.host(), static_cast<quint16>(place.port()));
    EXPECT_FALSE(socket.waitForConnected(10'000));
}

TEST(Pkce, FollowsTheStandardsOwnExample) {
    EXPECT_EQ(net::pkceChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
              "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    EXPECT_EQ(net::makePkce().verifier.size(), 64);
    EXPECT_NE(net::makePkce().verifier, net::makePkce().verifier);
    EXPECT_NE(net::makeState(), net::makeState());
    EXPECT_GE(net::makeState().size(), 32);
}

TEST(OAuthClient, IsReadFromGooglesFile) {
    const auto client = net::parseOAuthClient(
        R"({"installed":{"client_id":"id.apps.example","client_secret":"s","auth_uri":"https://accounts.google.com/o/oauth2/auth","token_uri":"http://127.0.0.1:8102/token","redirect_uris":["http://localhost"]}})");
    ASSERT_TRUE(client) << qPrintable(client.error().detail);
    EXPECT_EQ(client->clientId, QStringLiteral("id.apps.example"));
    EXPECT_EQ(client->clientSecret, QStringLiteral("s"));
    EXPECT_EQ(client->tokenUri, QUrl(QStringLiteral("http://127.0.0.1:8102/token")));
    EXPECT_EQ(client->revokeUri, QUrl(QStringLiteral("https://oauth2.googleapis.com/revoke")));
}

TEST(OAuthClient, OfAnotherKindIsRefusedWithASentence) {
    const auto web = net::parseOAuthClient(R"({"web":{"client_id":"x","client_secret":"y"}})");
    EXPECT_EQ(web.error().kind, ErrorKind::Unsupported);
    EXPECT_TRUE(web.error().hint.contains(QStringLiteral("Desktop app")));
    EXPECT_EQ(net::parseOAuthClient(R"({"type":"service_account"})").error().kind, ErrorKind::Unsupported);
    for (const char* bad : {"", "[]", "{}", "{\"installed\":7}", "{\"installed\":{\"client_id\":\"x\"}}",
                            "{\"installed\":{\"client_id\":\"\",\"client_secret\":\"y\"}}",
                            "{\"installed\":{\"client_id\":\"x\",\"client_secret\":\"y\",\"token_uri\":7}}"}) {
        EXPECT_EQ(net::parseOAuthClient(bad).error().kind, ErrorKind::Malformed) << bad;
    }
    EXPECT_EQ(net::parseOAuthClient(
                  R"({"installed":{"client_id":"x","client_secret":"y","token_uri":"http://evil.example/"}})")
                  .error()
                  .kind,
              ErrorKind::Denied);
}

}  // namespace
