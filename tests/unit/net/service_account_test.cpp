// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/service_account.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_transport.h"
#include "tests/unit/net/tls_server.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

using namespace kith;
using kith::testing::FakeClock;
using kith::testing::FakeTransport;

namespace {

const std::pair<QByteArray, QByteArray>& keys() {
    static const auto pair = kith::testing::freshRsaKey();
    return pair;
}

QJsonObject keyFile() {
    return {{QStringLiteral("type"), QStringLiteral("service_account")},
            {QStringLiteral("project_id"), QStringLiteral("kith-test")},
            {QStringLiteral("private_key_id"), QStringLiteral("k1")},
            {QStringLiteral("private_key"), QString::fromLatin1(keys().first)},
            {QStringLiteral("client_email"), QStringLiteral("sync@kith-test.example")},
            {QStringLiteral("client_id"), QStringLiteral("1020304050")},
            {QStringLiteral("token_uri"), QStringLiteral("http://127.0.0.1:9/token")}};
}

Result<net::ServiceAccountKey> parsed(const QJsonObject& file) {
    return net::parseServiceAccountKey(QJsonDocument(file).toJson());
}

bool signatureHolds(const QByteArray& jwt) {
    const QList<QByteArray> parts = jwt.split('.');
    const QByteArray message = parts.at(0) + '.' + parts.at(1);
    const QByteArray signature = QByteArray::fromBase64(parts.at(2), QByteArray::Base64UrlEncoding);
    BIO* bio = BIO_new_mem_buf(keys().second.constData(), static_cast<int>(keys().second.size()));
    EVP_PKEY* key = PEM_read_bio_PUBKEY(bio, nullptr, nullptr, nullptr);
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, key);
    const int good = EVP_DigestVerify(
        context, reinterpret_cast<const unsigned char*>(signature.constData()), static_cast<size_t>(signature.size()),
        reinterpret_cast<const unsigned char*>(message.constData()), static_cast<size_t>(message.size()));
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
    BIO_free(bio);
    return good == 1;
}

QJsonObject part(const QByteArray& jwt, int index) {
    return QJsonDocument::fromJson(QByteArray::fromBase64(jwt.split('.').at(index), QByteArray::Base64UrlEncoding))
        .object();
}

const QStringList kScopes{QStringLiteral("https://mail.google.com/"),
                          QStringLiteral("https://www.googleapis.com/auth/gmail.modify")};
const QString kSubject = QStringLiteral("ada@firm.example");

TEST(ServiceAccount, SignsForItsMailbox) {
    FakeTransport wire;
    wire.answer(200, R"({"access_token":"ya29.sa","expires_in":3599,"token_type":"Bearer"})");
    FakeClock clock;
    net::ServiceAccountTokens tokens(wire, clock, parsed(keyFile()).value(), kSubject, kScopes);
    const auto token = tokens.token({});
    ASSERT_TRUE(token) << qPrintable(token.error().detail);
    EXPECT_EQ(token->token, "ya29.sa");
    EXPECT_EQ(token->scopes, kScopes);
    EXPECT_EQ(tokens.token({})->token, "ya29.sa");
    const auto request = wire.requests().at(0);
    EXPECT_EQ(request.url, QUrl(QStringLiteral("http://127.0.0.1:9/token")));
    const QUrlQuery form(QString::fromLatin1(request.body));
    EXPECT_EQ(form.queryItemValue(QStringLiteral("grant_type"), QUrl::FullyDecoded),
              QStringLiteral("urn:ietf:params:oauth:grant-type:jwt-bearer"));
    const QByteArray jwt = form.queryItemValue(QStringLiteral("assertion"), QUrl::FullyDecoded).toLatin1();
    EXPECT_FALSE(jwt.contains('='));
    EXPECT_TRUE(signatureHolds(jwt));
    EXPECT_EQ(part(jwt, 0), (QJsonObject{{QStringLiteral("alg"), QStringLiteral("RS256")},
                                         {QStringLiteral("typ"), QStringLiteral("JWT")},
                                         {QStringLiteral("kid"), QStringLiteral("k1")}}));
    const QJsonObject claims = part(jwt, 1);
    const qint64 now = clock.now().count() / 1000;
    EXPECT_EQ(claims.value(QStringLiteral("iss")).toString(), QStringLiteral("sync@kith-test.example"));
    EXPECT_EQ(claims.value(QStringLiteral("sub")).toString(), kSubject);
    EXPECT_EQ(claims.value(QStringLiteral("aud")).toString(), QStringLiteral("http://127.0.0.1:9/token"));
    EXPECT_EQ(claims.value(QStringLiteral("scope")).toString(), kScopes.join(QLatin1Char(' ')));
    EXPECT_EQ(claims.value(QStringLiteral("iat")).toInteger(), now);
    EXPECT_EQ(claims.value(QStringLiteral("exp")).toInteger(), now + 3600);
    EXPECT_FALSE(request.ledgerBody->contains(jwt)) << "the ledger holds no assertion";
}

TEST(ServiceAccount, NamesTheFieldThatIsWrong) {
    for (const char* field : {"type", "client_email", "private_key", "token_uri"}) {
        for (const QJsonValue& value :
             {QJsonValue(QJsonValue::Undefined), QJsonValue(QStringLiteral("")), QJsonValue(7)}) {
            QJsonObject file = keyFile();
            file.insert(QLatin1String(field), value);
            const auto key = parsed(file);
            ASSERT_FALSE(key) << field;
            EXPECT_EQ(key.error().kind, ErrorKind::Malformed) << field;
            EXPECT_TRUE(key.error().detail.contains(QLatin1String(field))) << qPrintable(key.error().detail);
        }
    }
    QJsonObject file = keyFile();
    file.insert(QStringLiteral("private_key"),
                QStringLiteral("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"));
    EXPECT_EQ(parsed(file).error().kind, ErrorKind::Malformed);
    file = keyFile();
    file.insert(QStringLiteral("token_uri"), QStringLiteral("http://token.example/token"));
    EXPECT_EQ(parsed(file).error().kind, ErrorKind::Denied) << "a key is never sent in the clear";
    EXPECT_EQ(net::parseServiceAccountKey("not json").error().kind, ErrorKind::Malformed);
}

TEST(ServiceAccount, SaysWhatTheAdministratorMustDo) {
    struct Refusal {
        int status;
        const char* body;
        const char* hint;
    };
    for (
        const Refusal& refusal :
        {Refusal{401, R"({"error":"unauthorized_client","error_description":"Client is unauthorized"})", "1020304050"},
         {401, R"({"error":"unauthorized_client","error_description":"Client is unauthorized"})", "gmail.modify"},
         {400, R"({"error":"invalid_grant","error_description":"Invalid JWT Signature."})", "new one"},
         {400,
          R"({"error":"invalid_grant","error_description":"Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe."})",
          "clock"},
         {400, R"({"error":"invalid_grant","error_description":"Invalid email or User ID"})", "ada@firm.example"},
         {400, R"({"error":"invalid_grant","error_description":"Invalid grant: account not found"})",
          "ada@firm.example"}}) {
        FakeTransport wire;
        wire.answer(refusal.status, refusal.body);
        FakeClock clock;
        net::ServiceAccountTokens tokens(wire, clock, parsed(keyFile()).value(), kSubject, kScopes);
        const auto token = tokens.token({});
        ASSERT_FALSE(token);
        EXPECT_EQ(token.error().kind, ErrorKind::SignInNeeded);
        EXPECT_TRUE(token.error().hint.contains(QLatin1String(refusal.hint))) << qPrintable(token.error().hint);
    }
    FakeTransport wire;
    wire.answer(503);
    FakeClock clock;
    net::ServiceAccountTokens tokens(wire, clock, parsed(keyFile()).value(), kSubject, kScopes);
    EXPECT_EQ(tokens.token({}).error().kind, ErrorKind::Unreachable);
}

}  // namespace
