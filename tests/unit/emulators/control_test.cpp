// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The control endpoint and the log.
#include "tests/unit/emulators/google_story.h"

#include <QTemporaryDir>

namespace kith::emulator {
namespace {

class Control : public GoogleStory {
protected:
    void SetUp() override {
        bearer = google.oauth().tokens().mintAccess({people[0], {fullMailScope()}, client.id}, {});
    }
    QJsonObject log(const QByteArray& since = "0") {
        return bodyOf(control.handle(request("GET", "/__control/log?since=" + since, {})));
    }
    QString planted(const QByteArray& mail, const QByteArray& more = {}) {
        const QByteArray raw = mail.toBase64(QByteArray::Base64UrlEncoding);
        const Answer answer = order("mail", R"({"raw":")" + raw + '"' + more + '}');
        EXPECT_EQ(answer.status, 200) << answer.body.constData();
        return bodyOf(answer)[u"id"].toString();
    }
    QJsonObject message(const QString& id) {
        return bodyOf(
            get(Endpoint::GoogleApi, "/gmail/v1/users/me/messages/" + id.toLatin1() + "?format=minimal", bearer));
    }

    QString bearer;
};

TEST_F(Control, PlantedMailIsInTheInboxUnread) {
    const QString id = planted(aMail("hello"));
    const QJsonArray labels = message(id)[u"labelIds"].toArray();
    EXPECT_TRUE(labels.contains(QStringLiteral("INBOX")));
    EXPECT_TRUE(labels.contains(QStringLiteral("UNREAD")));
    EXPECT_EQ(order("mail", R"({"raw":"***"})").status, 400);
    EXPECT_EQ(order("mail", R"({"raw":"aGk=","account":"nobody@firm.example"})").status, 404);
}

TEST_F(Control, MailMayGoToAnotherAccountWithLabels) {
    const QString id = planted(aMail("sent"), R"(,"account":"ben@firm.example","labels":["SENT","Deals"])");
    EXPECT_EQ(message(id)[u"error"].toObject()[u"code"].toInt(), 404) << "not Ada's";
    bearer = google.oauth().tokens().mintAccess({people[1], {fullMailScope()}, client.id}, {});
    EXPECT_EQ(message(id)[u"labelIds"].toArray().size(), 2);
}

TEST_F(Control, AnotherClientChangesAndDeletesMail) {
    const QByteArray id = planted(aMail("hello")).toLatin1();
    EXPECT_EQ(order("change", R"({"id":")" + id + R"(","add":["STARRED"],"remove":["UNREAD"]})").status, 200);
    const QJsonArray labels = message(QString::fromLatin1(id))[u"labelIds"].toArray();
    EXPECT_TRUE(labels.contains(QStringLiteral("STARRED")));
    EXPECT_FALSE(labels.contains(QStringLiteral("UNREAD")));
    EXPECT_EQ(order("change", R"({"id":")" + id + R"(","delete":true})").status, 200);
    EXPECT_EQ(order("change", R"({"id":")" + id + R"(","trash":true})").status, 404);
}

TEST_F(Control, TheClockGoesAheadOnly) {
    const Millis before = clock.now();
    EXPECT_EQ(order("clock", R"({"advance_seconds":90})").status, 200);
    EXPECT_EQ(clock.now() - before, std::chrono::seconds(90));
    EXPECT_EQ(order("clock", R"({"advance_seconds":-1})").status, 400);
    EXPECT_EQ(order("clock", "{}").status, 400);
}

TEST_F(Control, TokensExpireOrAreRevoked) {
    const QString refreshToken = google.signIn(people[0]);
    order("tokens", R"({"expire":true})");
    EXPECT_EQ(profile(bearer).status, 401);
    EXPECT_EQ(token(refreshing(refreshToken)).status, 200);
    order("tokens", R"({"revoke":true})");
    EXPECT_EQ(errorOf(token(refreshing(refreshToken))), QStringLiteral("invalid_grant"));
    EXPECT_EQ(order("tokens", "{}").status, 400);
}

TEST_F(Control, AnExpiredHistoryIsNotFound) {
    const QByteArray since = bodyOf(profile(bearer))[u"historyId"].toString().toLatin1();
    const QByteArray target = "/gmail/v1/users/me/history?startHistoryId=" + since;
    planted(aMail("hello"));
    EXPECT_EQ(get(Endpoint::GoogleApi, target, bearer).status, 200);
    order("history", R"({"expire":true})");
    EXPECT_EQ(get(Endpoint::GoogleApi, target, bearer).status, 404);
}

TEST_F(Control, TheQuotaIsSetInUnits) {
    order("quota", R"({"units_per_minute":2})");
    EXPECT_EQ(profile(bearer).status, 200);
    EXPECT_EQ(profile(bearer).status, 200);
    EXPECT_EQ(profile(bearer).status, 403);
    EXPECT_EQ(order("quota", R"({"units_per_minute":-5})").status, 400);
    order("quota", R"({"units_per_minute":0})");
    EXPECT_EQ(profile(bearer).status, 200);
}

TEST_F(Control, CallsThatTakeTimeAreManyAtOnce) {
    order("latency", R"({"milliseconds":200})");
    order("quota", R"({"concurrent":2})");
    EXPECT_EQ(profile(bearer).delay, Millis(200));
    EXPECT_EQ(profile(bearer).status, 200);
    EXPECT_EQ(profile(bearer).status, 429);
    clock.advance(Millis(200));
    EXPECT_EQ(profile(bearer).status, 200);
    EXPECT_EQ(order("latency", "{}").status, 400);
}

TEST_F(Control, TheLogTellsEveryRequestOnce) {
    order("faults", R"([{"match":"/messages","kind":"server_503"}])");
    profile(bearer);
    get(Endpoint::GoogleApi, "/gmail/v1/users/me/messages?maxResults=5", bearer);
    token(refreshing(QStringLiteral("1//gone")));
    const QJsonArray rows = log()[u"requests"].toArray();
    ASSERT_EQ(rows.size(), 3);
    EXPECT_EQ(rows[0].toObject()[u"path"].toString(), QStringLiteral("/gmail/v1/users/me/profile"));
    EXPECT_EQ(rows[0].toObject()[u"units"].toInt(), 1);
    EXPECT_EQ(rows[0].toObject()[u"call"].toString(), QStringLiteral("getProfile"));
    EXPECT_EQ(rows[1].toObject()[u"query"].toString(), QStringLiteral("maxResults=5"));
    EXPECT_EQ(rows[1].toObject()[u"status"].toInt(), 503);
    EXPECT_EQ(rows[1].toObject()[u"fault"].toString(), QStringLiteral("server_503"));
    EXPECT_EQ(rows[2].toObject()[u"service"].toString(), QStringLiteral("google_oauth"));
    EXPECT_GT(rows[2].toObject()[u"bytes_in"].toInt(), 20);
    EXPECT_EQ(log("2")[u"requests"].toArray().size(), 1);
    order("reset", {});
    EXPECT_TRUE(log()[u"requests"].toArray().isEmpty());
    EXPECT_EQ(log()[u"last"].toInt(), 3) << "numbers go on";
}

TEST_F(Control, UnknownCallsAndVerbsAreRefused) {
    EXPECT_EQ(order("earthquake", "{}").status, 404);
    EXPECT_EQ(order("log", "{}").status, 405);
    EXPECT_EQ(control.handle(request("GET", "/__control/quota", {})).status, 405);
    EXPECT_EQ(order("quota", "{not json").status, 400);
    EXPECT_EQ(order("quota", "[1]").status, 400);
}

TEST_F(Control, HeadIsAnsweredAsGetIs) {
    EXPECT_EQ(google.handle(Endpoint::GoogleApi, request("HEAD", "/gmail/v1/users/me/labels", bearer)).status, 200);
}

TEST_F(Control, WhatWasSavedIsThereAgainTokensToo) {
    const QTemporaryDir folder;
    const QString id = planted(aMail("kept"));
    const QString refreshToken = google.signIn(people[0]);
    ASSERT_TRUE(google.save(folder.path()));
    EmulatorClock later{clock.now()};
    GoogleEmulator again(later, {.accounts = {}, .seed = 99});
    ASSERT_TRUE(again.load(folder.path()));
    EXPECT_EQ(again.gmail().accounts(), people);
    EXPECT_EQ(again.oauth().client().id, client.id);
    const Answer read =
        again.handle(Endpoint::GoogleApi,
                     request("GET", "/gmail/v1/users/me/messages/" + id.toLatin1() + "?format=minimal", bearer));
    EXPECT_EQ(bodyOf(read)[u"id"].toString(), id);
    EXPECT_TRUE(again.oauth().tokens().use(refreshToken));
    EXPECT_EQ(again.load(folder.path() + QStringLiteral("/nothing")).error().kind, ErrorKind::NotFound);
}

}  // namespace
}  // namespace kith::emulator
