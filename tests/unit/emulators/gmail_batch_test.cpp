// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/multipart.h"
#include "tests/unit/emulators/gmail_house.h"

namespace kith::emulator {
namespace {

struct InnerAnswer {
    QByteArray contentId;
    int status{0};
    QJsonObject body;
};

class GmailBatch : public GmailHouse {
protected:
    static QByteArray part(const QByteArray& id, const QByteArray& call, const QByteArray& more = {}) {
        return "--==1=\r\nContent-Type: application/http\r\nMIME-Version: 1.0\r\nContent-Transfer-Encoding: binary\r\n"
               "Content-ID: <" +
               id + ">\r\n\r\n" + call + " HTTP/1.1\r\nAccept: application/json\r\n" + more + "\r\n";
    }
    static QByteArray gets(const QString& id, int count) {
        QByteArray body;
        for (int i = 0; i < count; ++i) {
            body +=
                part(QByteArray::number(i), "GET /gmail/v1/users/me/messages/" + id.toLatin1() + "?format=minimal") +
                "\r\n";
        }
        return body;
    }
    Answer batch(const QByteArray& parts, const char* path = "/batch/gmail/v1", const Headers& more = {}) {
        Headers headers = more;
        headers.emplace_back("Content-Type", "multipart/mixed; boundary=\"==1=\"");
        return send("POST", QLatin1String(path), parts + "--==1=--", headers);
    }
    static std::vector<InnerAnswer> inner(const Answer& answer) {
        std::vector<InnerAnswer> all;
        const auto parts = bodyParts(answer.header("Content-Type"), answer.body);
        EXPECT_TRUE(parts) << answer.body.constData();
        for (const BodyPart& one : parts.value_or(std::vector<BodyPart>())) {
            const QByteArray text = one.content.toByteArray();
            EXPECT_EQ(one.header("Content-Type"), "application/http");
            const qsizetype blank = text.indexOf("\r\n\r\n");
            all.push_back({one.header("Content-ID"), text.mid(9, 3).toInt(),
                           QJsonDocument::fromJson(text.mid(blank + 4)).object()});
        }
        return all;
    }
};

TEST_F(GmailBatch, ContentIdsComeBackToTheLetter) {
    const QString id = phone().deliver(letter("A", "a@x.example"));
    const Answer answer =
        batch(part("4f3c-11 + 1", "GET /gmail/v1/users/me/profile") + "\r\n" +
                  part("4f3c-11 + 2%20", "GET /gmail/v1/users/me/messages/" + id.toLatin1() + "?format=raw") + "\r\n",
              "/batch");
    ASSERT_EQ(answer.status, 200) << answer.body.constData();
    const auto parts = inner(answer);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].contentId, "<response-4f3c-11 + 1>");
    EXPECT_EQ(parts[1].contentId, "<response-4f3c-11 + 2%20>");
    EXPECT_EQ(parts[0].body[u"emailAddress"].toString(), kMara);
    EXPECT_EQ(raw(parts[1].body), letter("A", "a@x.example"));
}

TEST_F(GmailBatch, FailuresOfOneCallStayInsideIt) {
    const QString id = phone().deliver(letter("A", "a@x.example"));
    const QByteArray path = "/gmail/v1/users/me/messages/";
    const Answer answer =
        batch(part("1", "GET " + path + "1234567890abcdef") + "\r\n" +
              part("2", "POST " + path + id.toLatin1() + "/modify",
                   "Content-Type: application/json\r\nContent-Length: 28\r\n\r\n{\"addLabelIds\":[\"STARRED\"]}") +
              "\r\n" + part("3", "DELETE " + path + id.toLatin1()) + "\r\n" + part("4", "GET /nowhere") + "\r\n");
    EXPECT_EQ(answer.status, 200);
    const auto parts = inner(answer);
    ASSERT_EQ(parts.size(), 4U);
    EXPECT_EQ(parts[0].status, 404);
    EXPECT_EQ(parts[1].status, 200);
    EXPECT_EQ(parts[2].status, 204);
    EXPECT_EQ(parts[3].status, 404);
    EXPECT_EQ(api.report().inner.size(), 4U);
    EXPECT_EQ(api.report().units, 20 + 5 + 10);
}

TEST_F(GmailBatch, TheOuterTokenHoldsForPartsWithoutTheirOwn) {
    const QByteArray other = "Authorization: Bearer " + kOlle.toUtf8() + "\r\n";
    const QByteArray wrong = "Authorization: Bearer nobody\r\n";
    const auto parts = inner(batch(part("1", "GET /gmail/v1/users/me/profile") + "\r\n" +
                                   part("2", "GET /gmail/v1/users/me/profile", other) + "\r\n" +
                                   part("3", "GET /gmail/v1/users/me/profile", wrong) + "\r\n" +
                                   part("4", "GET /gmail/v1/users/me/labels") + "\r\n"));
    EXPECT_EQ(parts[0].body[u"emailAddress"].toString(), kMara);
    EXPECT_EQ(parts[1].body[u"emailAddress"].toString(), kOlle);
    EXPECT_EQ(parts[2].status, 401);
    EXPECT_EQ(parts[3].status, 200);
    EXPECT_EQ(asked, 3) << "once for each header";
}

TEST_F(GmailBatch, NestedBatchesUploadsAndWholeUrlsAreRefusedInside) {
    const auto parts =
        inner(batch(part("1", "POST /batch/gmail/v1") + "\r\n" +
                    part("2", "POST /upload/gmail/v1/users/me/messages?uploadType=media",
                         "Content-Type: message/rfc822\r\n\r\nSubject: x") +
                    "\r\n" + part("3", "GET https://gmail.googleapis.com/gmail/v1/users/me/profile") + "\r\n"));
    for (const InnerAnswer& one : parts) {
        EXPECT_EQ(one.status, 400) << one.contentId.constData();
    }
    EXPECT_EQ(mara().messageCount(), 0);
}

TEST_F(GmailBatch, AHundredCallsAreTakenAndOneMoreIsNot) {
    const QString id = phone().deliver(letter("A", "a@x.example"));
    EXPECT_EQ(batch(gets(id, 100)).status, 200);
    EXPECT_EQ(batch(gets(id, 101)).status, 400);
    EXPECT_EQ(batch("").status, 400);
    EXPECT_EQ(send("POST", QStringLiteral("/batch"), "{}").status, 400);
    EXPECT_EQ(send("GET", QStringLiteral("/batch")).status, 404);
}

TEST_F(GmailBatch, CallsAboveTheConcurrencyCeilingGet429Inside) {
    const QString id = phone().deliver(letter("A", "a@x.example"));
    api.setQuota(0, 10);
    const auto parts = inner(batch(gets(id, 50)));
    int done = 0;
    for (const InnerAnswer& one : parts) {
        done += one.status == 200 ? 1 : 0;
        if (one.status != 200) {
            EXPECT_EQ(one.status, 429);
            EXPECT_EQ(one.body[u"error"][u"message"].toString(),
                      QStringLiteral("Too many concurrent requests for user"));
        }
    }
    EXPECT_EQ(done, 10);
    EXPECT_EQ(api.report().units, 200);
}

TEST_F(GmailBatch, UnitsRunOutWithinABatch) {
    const QString id = phone().deliver(letter("A", "a@x.example"));
    api.setQuota(100, 0);
    const auto parts = inner(batch(gets(id, 8)));
    EXPECT_EQ(parts[4].status, 200);
    EXPECT_EQ(parts[5].status, 403);
    EXPECT_EQ(parts[7].status, 403);
}

TEST_F(GmailBatch, ShuffledAnswersStillCarryTheirIds) {
    const QString id = phone().deliver(letter("A", "a@x.example"));
    api.options().shuffleBatches = true;
    const auto parts = inner(batch(gets(id, 40)));
    QList<QByteArray> ids;
    for (const InnerAnswer& one : parts) {
        ids << one.contentId;
        EXPECT_EQ(one.body[u"id"].toString(), id);
    }
    QList<QByteArray> asCalled;
    for (int i = 0; i < 40; ++i) {
        asCalled << "<response-" + QByteArray::number(i) + ">";
    }
    EXPECT_NE(ids, asCalled);
    std::ranges::sort(ids);
    std::ranges::sort(asCalled);
    EXPECT_EQ(ids, asCalled);
}

}  // namespace
}  // namespace kith::emulator
