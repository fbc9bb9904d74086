// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The whole sign-in over real sockets: Kith's listener and transport, Google's emulator, and the test as the browser,
// which reads the page's form, unticks what the person does not want, and follows the redirect.
#include "core/net/authorized_transport.h"
#include "core/net/endpoints.h"
#include "core/net/qt_transport.h"
#include "core/net/refreshing_tokens.h"
#include "core/net/service_account.h"
#include "core/net/session_store.h"
#include "core/net/sign_in.h"
#include "tests/emulators/host/house.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QThread>

#include <gtest/gtest.h>

#include <thread>

using namespace kith;

namespace {

const QString kModify = QStringLiteral("https://www.googleapis.com/auth/gmail.modify");
const QString kLabels = QStringLiteral("https://www.googleapis.com/auth/gmail.labels");
const QString kAda = QStringLiteral("ada@firm.example");

/// Google on a thread of its own, as another program would be.
class Google {
public:
    explicit Google(const emulator::HostOptions& options) {
        m_place.moveToThread(&m_thread);
        m_thread.start();
        run([&] {
            auto opened = emulator::House::open(options);
            ASSERT_TRUE(opened) << qPrintable(opened.error().detail);
            m_house = std::move(*opened);
            m_ready = m_house->ready();
        });
    }
    ~Google() {
        run([&] { m_house.reset(); });
        m_thread.quit();
        m_thread.wait();
    }
    Google(const Google&) = delete;
    Google& operator=(const Google&) = delete;

    QString text(const char* key) const { return m_ready.value(QLatin1String(key)).toString(); }
    net::Endpoints endpoints() const {
        return net::readEndpoints({{QStringLiteral("endpoints.google_api"), text("google_api")},
                                   {QStringLiteral("endpoints.google_oauth"), text("google_oauth")}})
            .value();
    }
    net::OAuthClient client() const {
        const QJsonObject given = m_ready.value(QLatin1String("google_client")).toObject();
        net::OAuthClient client;
        client.clientId = given.value(QLatin1String("client_id")).toString();
        client.clientSecret = given.value(QLatin1String("client_secret")).toString();
        return endpoints().applied(client);
    }

private:
    template <class Work>
    void run(Work&& work) {
        QMetaObject::invokeMethod(&m_place, std::forward<Work>(work), Qt::BlockingQueuedConnection);
    }
    QThread m_thread;
    QObject m_place;
    std::unique_ptr<emulator::House> m_house;
    QJsonObject m_ready;
};

/// A browser without a screen: it knows pages by their forms.
class Browser {
public:
    Result<net::HttpResponse> open(const QUrl& url) {
        net::HttpRequest request;
        request.url = url;
        return m_transport.send(request, {});
    }
    /// Fills in the sign-in page and follows where it leads; without: boxes that are unticked.
    void signIn(const QUrl& page, const QString& account, const char* decision, const QStringList& without = {}) {
        const auto shown = open(page);
        ASSERT_TRUE(shown) << qPrintable(shown.error().detail);
        ASSERT_EQ(shown->status, 200) << shown->body.constData();
        net::FormFields fields;
        for (const auto& [kind, name, value] : inputs(QString::fromUtf8(shown->body))) {
            const bool ticked = kind == QLatin1String("hidden") ||
                                (kind == QLatin1String("radio") && value == account) ||
                                (kind == QLatin1String("checkbox") && !without.contains(value));
            if (ticked) {
                fields.emplace_back(name.toUtf8(), value.toUtf8());
            }
        }
        fields.emplace_back("decision", decision);
        net::HttpRequest post;
        post.verb = "POST";
        post.url = page.adjusted(QUrl::RemoveQuery);
        post.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        post.body = net::formEncoded(fields);
        const auto redirect = m_transport.send(post, {});
        ASSERT_TRUE(redirect) << qPrintable(redirect.error().detail);
        ASSERT_EQ(redirect->status, 302) << redirect->body.constData();
        const auto end = open(QUrl::fromEncoded(redirect->header("Location")));
        ASSERT_TRUE(end) << qPrintable(end.error().detail);
        EXPECT_EQ(end->status, 200);
    }

private:
    struct Input {
        QString kind;
        QString name;
        QString value;
    };
    static std::vector<Input> inputs(const QString& html) {
        static const QRegularExpression input(
            QStringLiteral(R"re(<input type="(\w+)" name="([^"]*)" value="([^"]*)")re"));
        std::vector<Input> found;
        for (auto match = input.globalMatch(html); match.hasNext();) {
            const auto one = match.next();
            QString value = one.captured(3);
            value.replace(QLatin1String("&quot;"), QLatin1String("\""))
                .replace(QLatin1String("&amp;"), QLatin1String("&"));
            found.push_back({one.captured(1), one.captured(2), value});
        }
        return found;
    }
    net::QtTransport m_transport;
};

class InTheBrowser : public ::testing::Test {
protected:
    InTheBrowser()
        : google({.accounts = {kAda, QStringLiteral("bo@firm.example")}, .testing = true}) {}

    Result<net::SignedIn> signIn(const QString& account, const char* decision, const QStringList& without = {}) {
        net::SignInRequest request;
        request.client = google.client();
        request.scopes = {kModify, kLabels};
        const auto call = net::SignIn::start(request);
        EXPECT_TRUE(call);
        std::jthread person([&] { browser.signIn((*call)->authorizeUrl(), account, decision, without); });
        return (*call)->finish(transport, clock, Millis{30'000}, {});
    }
    Result<net::HttpResponse> profile(net::AccessTokens& tokens) {
        net::AuthorizedTransport authorized(transport, tokens);
        net::HttpRequest request;
        request.url = QUrl(google.endpoints().googleApi + QStringLiteral("/gmail/v1/users/me/profile"));
        return authorized.send(request, {});
    }
    Google google;
    Browser browser;
    net::QtTransport transport;
    SystemClock clock;
    net::SessionStore secrets;
};

TEST_F(InTheBrowser, APersonSignsInReadsTheMailboxAndSignsOut) {
    const auto signedIn = signIn(QStringLiteral("bo@firm.example"), "allow");
    ASSERT_TRUE(signedIn) << qPrintable(signedIn.error().detail);
    EXPECT_TRUE(signedIn->missingScopes.isEmpty());
    ASSERT_TRUE(signedIn->grant.refreshExpiresAt) << "a project in testing says when it ends";
    const Millis left = *signedIn->grant.refreshExpiresAt - clock.now();
    EXPECT_GT(left, std::chrono::hours{24 * 6});
    EXPECT_LE(left, std::chrono::hours{24 * 7});
    const QString name = QStringLiteral("gmail/bo@firm.example");
    ASSERT_TRUE(secrets.set(name, signedIn->grant.refreshToken));
    net::RefreshingTokens tokens(transport, clock, secrets, {google.client(), name});
    const auto answer = profile(tokens);
    ASSERT_TRUE(answer) << qPrintable(answer.error().detail);
    EXPECT_TRUE(answer->body.contains("bo@firm.example")) << answer->body.constData();
    ASSERT_TRUE(net::revokeToken(transport, google.client(), signedIn->grant.refreshToken, {}));
    const auto after = profile(tokens);
    ASSERT_FALSE(after);
    EXPECT_EQ(after.error().kind, ErrorKind::SignInNeeded);
}

TEST_F(InTheBrowser, APersonMayUntickAPermission) {
    const auto signedIn = signIn(kAda, "allow", {kLabels});
    ASSERT_TRUE(signedIn) << qPrintable(signedIn.error().detail);
    EXPECT_EQ(signedIn->missingScopes, QStringList{kLabels});
    EXPECT_EQ(signedIn->grant.scopes, QStringList{kModify});
}

TEST_F(InTheBrowser, APersonMaySayNo) {
    const auto signedIn = signIn(kAda, "deny");
    ASSERT_FALSE(signedIn);
    EXPECT_EQ(signedIn.error().kind, ErrorKind::Denied);
}

TEST_F(InTheBrowser, AServiceAccountNeedsNoBrowser) {
    QFile file(google.text("service_account_file"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const auto key = net::parseServiceAccountKey(file.readAll());
    ASSERT_TRUE(key) << qPrintable(key.error().detail);
    net::ServiceAccountTokens tokens(transport, clock, *key, kAda, {kModify});
    const auto answer = profile(tokens);
    ASSERT_TRUE(answer) << qPrintable(answer.error().detail);
    EXPECT_TRUE(answer->body.contains(kAda.toUtf8()));
    net::ServiceAccountTokens unlisted(transport, clock, *key, kAda,
                                       {QStringLiteral("https://www.googleapis.com/auth/gmail.settings.basic")});
    const auto refused = unlisted.token({});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().hint.contains(key->clientId)) << qPrintable(refused.error().hint);
}

}  // namespace
