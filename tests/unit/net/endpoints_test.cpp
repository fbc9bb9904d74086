// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/endpoints.h"
#include "core/net/web_address.h"

#include <gtest/gtest.h>

using namespace kith;

namespace {

Result<net::Endpoints> read(const QMap<QString, QString>& settings, const QMap<QString, QString>& environment = {}) {
    return net::readEndpoints(settings, [&](const char* name) { return environment.value(QLatin1String(name)); });
}

TEST(Endpoints, AreTheVendorsOwnUnlessTold) {
    const auto endpoints = read({});
    ASSERT_TRUE(endpoints);
    EXPECT_EQ(endpoints->googleApi, QStringLiteral("https://gmail.googleapis.com"));
    const auto client = endpoints->applied({});
    EXPECT_EQ(client.authUri, QUrl(QStringLiteral("https://accounts.google.com/o/oauth2/v2/auth")));
    EXPECT_EQ(client.tokenUri, QUrl(QStringLiteral("https://oauth2.googleapis.com/token")));
    EXPECT_EQ(client.revokeUri, QUrl(QStringLiteral("https://oauth2.googleapis.com/revoke")));
}

TEST(Endpoints, TakeTheEnvironmentBeforeTheSettings) {
    const auto endpoints =
        read({{QStringLiteral("endpoints.google_api"), QStringLiteral("https://a.example")},
              {QStringLiteral("endpoints.onyx"), QStringLiteral("https://onyx.example/api/")}},
             {{QStringLiteral("KITH_ENDPOINT_GOOGLE_API"), QStringLiteral("http://127.0.0.1:8101/")},
              {QStringLiteral("KITH_ENDPOINT_GOOGLE_OAUTH"), QStringLiteral("http://localhost:8102")}});
    ASSERT_TRUE(endpoints) << qPrintable(endpoints.error().detail);
    EXPECT_EQ(endpoints->googleApi, QStringLiteral("http://127.0.0.1:8101"));
    EXPECT_EQ(endpoints->onyx, QStringLiteral("https://onyx.example/api"));
    const auto client = endpoints->applied({});
    EXPECT_EQ(client.authUri, QUrl(QStringLiteral("http://localhost:8102/o/oauth2/v2/auth")));
    EXPECT_EQ(client.tokenUri, QUrl(QStringLiteral("http://localhost:8102/token")));
    EXPECT_EQ(client.revokeUri, QUrl(QStringLiteral("http://localhost:8102/revoke")));
}

TEST(Endpoints, RefusePlainHttpElsewhereAndSayWhichSettingItWas) {
    const auto plain = read({{QStringLiteral("endpoints.onyx"), QStringLiteral("http://onyx.example/api")}});
    ASSERT_FALSE(plain);
    EXPECT_EQ(plain.error().kind, ErrorKind::Denied);
    EXPECT_TRUE(plain.error().detail.contains(QStringLiteral("endpoints.onyx"))) << qPrintable(plain.error().detail);
    EXPECT_FALSE(plain.error().hint.isEmpty());
    for (const char* text :
         {"onyx.example", "https://", "https://a.example/?x=1", "not an address", "https://a.example/#x"}) {
        const auto bad = read({}, {{QStringLiteral("KITH_ENDPOINT_ATTIO"), QString::fromLatin1(text)}});
        ASSERT_FALSE(bad) << text;
        EXPECT_EQ(bad.error().kind, ErrorKind::Malformed) << text;
        EXPECT_TRUE(bad.error().detail.contains(QStringLiteral("KITH_ENDPOINT_ATTIO")));
    }
}

TEST(WebAddress, KnowsThisComputerByAllItsNames) {
    for (const char* host : {"127.0.0.1", "127.9.8.7", "::1", "localhost", "LocalHost"}) {
        EXPECT_TRUE(net::isLoopback(QLatin1String(host))) << host;
    }
    for (const char* host : {"", "0.0.0.0", "128.0.0.1", "10.0.0.1", "localhost.example", "127.0.0.1.example", "::2"}) {
        EXPECT_FALSE(net::isLoopback(QLatin1String(host))) << host;
    }
    EXPECT_TRUE(net::checkAddress(QUrl(QStringLiteral("http://[::1]:80/"))));
    EXPECT_FALSE(net::checkAddress(QUrl(QStringLiteral("http://localhost@mail.example/"))));
}

}  // namespace
