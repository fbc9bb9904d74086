// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Faults: which requests they strike, what comes in place of the answer, and what the server did meanwhile.
#include "tests/unit/emulators/google_story.h"

#include "tests/emulators/gmail/other_client.h"

namespace kith::emulator {
namespace {

using namespace std::chrono_literals;

class Faults : public GoogleStory {
protected:
    void SetUp() override {
        bearer = google.oauth().tokens().mintAccess({people[0], {fullMailScope()}, client.id}, {});
        OtherClient(google.firstMailbox()).deliver(aMail("first"));
    }
    void plan(const QByteArray& json) { ASSERT_EQ(order("faults", json).status, 200) << json.constData(); }
    Answer list() { return get(Endpoint::GoogleApi, "/gmail/v1/users/me/messages", bearer); }
    Answer history(const QString& page = {}) {
        QByteArray target = "/gmail/v1/users/me/history?startHistoryId=" + since.toLatin1();
        return get(Endpoint::GoogleApi, page.isEmpty() ? target : target + "&pageToken=" + page.toLatin1(), bearer);
    }
    /// From here on two messages come in.
    void twoMoreCome() {
        since = bodyOf(profile(bearer))[u"historyId"].toString();
        OtherClient(google.firstMailbox()).deliver(aMail("second"));
        OtherClient(google.firstMailbox()).deliver(aMail("third"));
    }
    static QJsonObject errorIn(const Answer& answer) { return bodyOf(answer)[u"error"].toObject(); }
    static QString reasonIn(const Answer& answer) {
        return errorIn(answer)[u"errors"].toArray().first().toObject()[u"reason"].toString();
    }

    QString bearer;
    QString since;
};

TEST_F(Faults, StrikeAsOftenAsTheySayAndThenAllIsWell) {
    plan(R"([{"service":"google_api","match":"/messages","kind":"server_503","times":2}])");
    EXPECT_EQ(profile(bearer).status, 200) << "another path";
    EXPECT_EQ(list().status, 503);
    EXPECT_EQ(list().status, 503);
    EXPECT_EQ(list().status, 200);
}

TEST_F(Faults, MayWaitForTheirTurnAndLastUntilReset) {
    plan(R"({"match":"messages.list","kind":"server_500","after":1,"times":-1})");
    EXPECT_EQ(list().status, 200);
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(list().status, 500);
    }
    order("reset", {});
    EXPECT_EQ(list().status, 200);
}

TEST_F(Faults, RateLimitsTellTheTimeInGooglesWords) {
    plan(R"([{"kind":"rate_403","retry_after":90,"retry_after_form":"text"}])");
    const Answer answer = list();
    EXPECT_EQ(answer.status, 403);
    EXPECT_EQ(reasonIn(answer), QStringLiteral("userRateLimitExceeded"));
    const QString until =
        QDateTime::fromMSecsSinceEpoch((clock.now() + 90s).count(), Qt::UTC).toString(Qt::ISODateWithMs);
    EXPECT_EQ(errorIn(answer)[u"message"].toString(),
              QString(QStringLiteral("User-rate limit exceeded.  Retry after ") + until));
    EXPECT_TRUE(answer.header("Retry-After").isEmpty());
}

TEST_F(Faults, RateLimitsTellTheTimeInAHeaderToo) {
    plan(R"([{"kind":"rate_429","retry_after":7},{"kind":"rate_429","retry_after":7,"retry_after_form":"date"},
             {"kind":"rate_429","retry_after_form":"none"}])");
    EXPECT_EQ(list().header("Retry-After"), "7");
    EXPECT_TRUE(list().header("Retry-After").endsWith(" GMT"));
    const Answer plain = list();
    EXPECT_EQ(plain.status, 429);
    EXPECT_EQ(reasonIn(plain), QStringLiteral("rateLimitExceeded"));
    EXPECT_TRUE(plain.header("Retry-After").isEmpty());
}

TEST_F(Faults, ABadGatewayIsAPageNotJson) {
    plan(R"([{"kind":"server_502_html"}])");
    const Answer answer = list();
    EXPECT_EQ(answer.status, 502);
    EXPECT_TRUE(answer.header("Content-Type").startsWith("text/html"));
}

TEST_F(Faults, ARefusedRequestWasNotExecutedAndALostAnswerWas) {
    const auto insert = [&] {
        Request asked = request("POST", "/gmail/v1/users/me/labels", bearer);
        asked.headers.emplace_back("Content-Type", "application/json");
        asked.body = R"({"name":"Priority/High"})";
        return google.handle(Endpoint::GoogleApi, asked);
    };
    plan(R"([{"kind":"server_500"},{"kind":"no_answer"}])");
    EXPECT_EQ(insert().status, 500);
    EXPECT_EQ(insert().delivery, Delivery::NoAnswer);
    EXPECT_EQ(insert().status, 409) << "the label is there, though nobody heard so";
}

TEST_F(Faults, LinesAreCutStalledOrTruncated) {
    const QByteArray whole = list().body;
    plan(R"([{"kind":"cut"},{"kind":"stall","seconds":3},{"kind":"truncate"}])");
    EXPECT_EQ(list().delivery, Delivery::CutOff);
    const Answer stalled = list();
    EXPECT_EQ(stalled.delivery, Delivery::Stalled);
    EXPECT_EQ(stalled.stall, Millis(3000));
    const Answer half = list();
    EXPECT_EQ(half.delivery, Delivery::Whole);
    EXPECT_EQ(half.body, whole.left(whole.size() / 2));
}

TEST_F(Faults, OnePartOfABatchFailsWhileTheOthersSucceed) {
    plan(R"([{"match":"/profile","kind":"rate_429"}])");
    Request batch = request("POST", "/batch/gmail/v1", bearer);
    batch.headers.emplace_back("Content-Type", "multipart/mixed; boundary=edge");
    for (const char* path : {"messages", "profile", "labels"}) {
        batch.body += "--edge\r\nContent-Type: application/http\r\nContent-ID: <" + QByteArray(path) +
                      ">\r\n\r\nGET /gmail/v1/users/me/" + path + " HTTP/1.1\r\n\r\n\r\n";
    }
    batch.body += "--edge--\r\n";
    const Answer answer = google.handle(Endpoint::GoogleApi, batch);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body.count("HTTP/1.1 200"), 2);
    EXPECT_EQ(answer.body.count("HTTP/1.1 429"), 1);
}

TEST_F(Faults, HistoryPagesComeDoubledOrEmptyAndNothingIsLost) {
    twoMoreCome();
    const QJsonArray records = bodyOf(history())[u"history"].toArray();
    ASSERT_GE(records.size(), 2);
    plan(R"([{"kind":"duplicate_history"},{"kind":"empty_history_page"}])");
    EXPECT_EQ(bodyOf(history())[u"history"].toArray().size(), 2 * records.size());
    const QJsonObject empty = bodyOf(history());
    EXPECT_FALSE(empty.contains(u"history"));
    const QString next = empty[u"nextPageToken"].toString();
    ASSERT_FALSE(next.isEmpty());
    EXPECT_EQ(bodyOf(history(next))[u"history"].toArray(), records);
}

TEST_F(Faults, HistoryIsGoneForOneRequest) {
    twoMoreCome();
    plan(R"([{"kind":"history_404"}])");
    EXPECT_EQ(list().status, 200) << "only history is struck";
    EXPECT_EQ(history().status, 404);
    EXPECT_EQ(history().status, 200);
}

TEST_F(Faults, TheTokenServerStumblesInItsOwnWords) {
    plan(R"([{"service":"google_oauth","kind":"server_503"},{"service":"google_oauth","kind":"server_500"}])");
    EXPECT_EQ(list().status, 200);
    const QString refreshToken = google.signIn(people[0]);
    EXPECT_EQ(errorOf(token(refreshing(refreshToken))), QStringLiteral("temporarily_unavailable"));
    EXPECT_EQ(errorOf(token(refreshing(refreshToken))), QStringLiteral("internal_failure"));
    EXPECT_EQ(token(refreshing(refreshToken)).status, 200) << "the token is still good";
}

TEST_F(Faults, WhatIsNoFaultIsRefusedWhole) {
    for (const char* wrong : {R"([{"kind":"cut"},{"kind":"earthquake"}])", R"([{"kind":"cut","service":"fax"}])",
                              R"([{"kind":"cut","time":3}])", R"([{"kind":"rate_429","retry_after_form":"song"}])"}) {
        EXPECT_EQ(order("faults", wrong).status, 400) << wrong;
    }
    EXPECT_EQ(list().delivery, Delivery::Whole);
}

}  // namespace
}  // namespace kith::emulator
