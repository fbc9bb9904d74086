// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Service accounts: the key file, and which JWTs become access tokens for whom.
#include "tests/unit/emulators/google_story.h"

namespace kith::emulator {
namespace {

class ServiceAccountStory : public GoogleStory {
protected:
    // One key for all stories: making it is the slow part.
    void SetUp() override {
        static const QJsonObject shared = account.keyFile();
        account.readKeyFile(shared);
    }
    QJsonObject claims() {
        const qint64 now = clock.now().count() / 1000;
        return {{QStringLiteral("iss"), account.email()},
                {QStringLiteral("scope"), gmailScope("gmail.readonly")},
                {QStringLiteral("aud"), account.keyFile()[u"token_uri"].toString()},
                {QStringLiteral("iat"), now},
                {QStringLiteral("exp"), now + 3600},
                {QStringLiteral("sub"), people[1]}};
    }
    QJsonObject claimsWith(const char* name, const QJsonValue& value) {
        QJsonObject changed = claims();
        changed.insert(QLatin1String(name), value);
        return changed;
    }
    Answer exchange(const QJsonObject& said, const QByteArray& header = R"({"alg":"RS256","typ":"JWT"})") {
        return exchangeText(account.key().signedJwt(header, QJsonDocument(said).toJson()));
    }
    Answer exchangeText(const QByteArray& assertion) {
        Form form;
        form.add(QStringLiteral("grant_type"), QStringLiteral("urn:ietf:params:oauth:grant-type:jwt-bearer"));
        form.add(QStringLiteral("assertion"), QString::fromLatin1(assertion));
        return token(form);
    }
    static QString said(const Answer& answer) { return bodyOf(answer)[u"error_description"].toString(); }

    ServiceAccount& account = google.oauth().serviceAccount();
};

TEST_F(ServiceAccountStory, ASignedTokenOpensTheMailboxOfItsSubject) {
    const Answer answer = exchange(claims());
    ASSERT_EQ(answer.status, 200) << answer.body.constData();
    EXPECT_FALSE(bodyOf(answer).contains(u"refresh_token"));
    EXPECT_EQ(bodyOf(answer)[u"expires_in"].toInt(), 3599);
    EXPECT_EQ(bodyOf(profile(bodyOf(answer)[u"access_token"].toString()))[u"emailAddress"].toString(), people[1]);
}

TEST_F(ServiceAccountStory, TheKeyFileHasGooglesFormatAndItsKeyIsTheOneThatIsChecked) {
    const QJsonObject file = account.keyFile();
    EXPECT_EQ(file[u"type"].toString(), QStringLiteral("service_account"));
    for (const char* key : {"project_id", "private_key_id", "client_email", "client_id", "auth_uri", "token_uri"}) {
        EXPECT_FALSE(file[QLatin1String(key)].toString().isEmpty()) << key;
    }
    EXPECT_TRUE(file[u"private_key"].toString().startsWith(QStringLiteral("-----BEGIN PRIVATE KEY-----\n")));
    const RsaKey fromFile = RsaKey::fromPrivatePem(file[u"private_key"].toString().toLatin1());
    ASSERT_FALSE(fromFile.isNull());
    const QByteArray header = R"({"alg":"RS256","kid":")" + file[u"private_key_id"].toString().toLatin1() + R"("})";
    EXPECT_EQ(exchangeText(fromFile.signedJwt(header, QJsonDocument(claims()).toJson())).status, 200);
}

TEST_F(ServiceAccountStory, AnotherKeyOrNoneIsAnInvalidSignature) {
    const QByteArray json = QJsonDocument(claims()).toJson();
    const QByteArray foreign = RsaKey::generate().signedJwt(R"({"alg":"RS256"})", json);
    const QByteArray changed = account.key().signedJwt(R"({"alg":"none"})", json);
    const QByteArray otherKid = account.key().signedJwt(R"({"alg":"RS256","kid":"0000"})", json);
    for (const QByteArray& assertion : {foreign, changed, otherKid}) {
        const Answer answer = exchangeText(assertion);
        EXPECT_EQ(errorOf(answer), QStringLiteral("invalid_grant"));
        EXPECT_EQ(said(answer), QStringLiteral("Invalid JWT Signature."));
    }
    EXPECT_EQ(errorOf(exchangeText("no.jwt")), QStringLiteral("invalid_grant"));
    EXPECT_EQ(errorOf(exchangeText("!!.##.??")), QStringLiteral("invalid_grant"));
}

TEST_F(ServiceAccountStory, WhoeverIsUnknownIsRefusedByName) {
    EXPECT_EQ(said(exchange(claimsWith("sub", QStringLiteral("nobody@firm.example")))),
              QStringLiteral("Invalid email or User ID"));
    EXPECT_EQ(said(exchange(claimsWith("iss", QStringLiteral("other@project.iam.gserviceaccount.com")))),
              QStringLiteral("Invalid grant: account not found"));
    EXPECT_EQ(said(exchange(claimsWith("aud", QStringLiteral("http://elsewhere.example/token")))),
              QStringLiteral("Invalid JWT: Failed audience check."));
}

TEST_F(ServiceAccountStory, OnlyDelegatedScopesAreGivenAndEachExactly) {
    const QString settings = gmailScope("gmail.settings.basic");
    for (const QString& scope :
         {settings, QString(gmailScope("gmail.readonly") + QLatin1Char(' ') + settings), gmailScope("gmail.send")}) {
        const Answer answer = exchange(claimsWith("scope", scope));
        EXPECT_EQ(answer.status, 401);
        EXPECT_EQ(errorOf(answer), QStringLiteral("unauthorized_client"));
    }
    EXPECT_EQ(exchange(claimsWith("scope", fullMailScope())).status, 200);
    EXPECT_EQ(errorOf(exchange(claimsWith("scope", QString()))), QStringLiteral("invalid_scope"));
}

TEST_F(ServiceAccountStory, TimesMayBeFiveMinutesOffAndSpanAnHour) {
    const auto issuedAt = [&](int seconds, int lifetime) {
        const qint64 iat = clock.now().count() / 1000 + seconds;
        QJsonObject changed = claimsWith("iat", iat);
        changed.insert(QStringLiteral("exp"), iat + lifetime);
        return exchange(changed);
    };
    EXPECT_EQ(issuedAt(300, 3600).status, 200);
    EXPECT_EQ(issuedAt(-3600, 3600).status, 200);
    EXPECT_EQ(errorOf(issuedAt(301, 3600)), QStringLiteral("invalid_grant"));
    EXPECT_EQ(errorOf(issuedAt(-7200, 3600)), QStringLiteral("invalid_grant"));
    EXPECT_EQ(errorOf(issuedAt(0, 3601)), QStringLiteral("invalid_grant"));
    EXPECT_EQ(errorOf(issuedAt(0, -1)), QStringLiteral("invalid_grant"));
    EXPECT_TRUE(said(exchange(claimsWith("exp", QStringLiteral("soon")))).contains(QStringLiteral("short-lived")));
}

TEST_F(ServiceAccountStory, WithoutASubjectThereIsNoMailbox) {
    QJsonObject alone = claims();
    alone.remove(u"sub");
    const Answer answer = exchange(alone);
    ASSERT_EQ(answer.status, 200);
    const Answer refused = profile(bodyOf(answer)[u"access_token"].toString());
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(bodyOf(refused)[u"error"].toObject()[u"status"].toString(), QStringLiteral("FAILED_PRECONDITION"));
}

}  // namespace
}  // namespace kith::emulator
