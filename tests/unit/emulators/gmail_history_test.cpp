// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/emulators/gmail_house.h"

namespace kith::emulator {
namespace {

class GmailHistory : public GmailHouse {
protected:
    QString now() { return QString::number(mara().history.current()); }
    QJsonObject since(const QString& start, const char* more = "") {
        return object(get(QStringLiteral("history?startHistoryId=") + start + QLatin1String(more)));
    }
    /// Every record of every page.
    std::vector<QJsonObject> all(const QString& start, const char* more = "", int* pages = nullptr) {
        std::vector<QJsonObject> records;
        QString token;
        do {
            const QJsonObject page =
                since(start, QByteArray(more + QByteArray("&pageToken=") + token.toLatin1()).constData());
            for (const QJsonValue& one : page[u"history"].toArray()) {
                records.push_back(one.toObject());
            }
            token = page[u"nextPageToken"].toString();
            if (pages) {
                ++*pages;
            }
        } while (!token.isEmpty());
        return records;
    }
};

TEST_F(GmailHistory, EachChangeStandsInTheListOfItsKind) {
    const QString start = now();
    const QString id = phone().deliver(letter("A", "a@x.example"));
    phone().removeLabels(id, {QStringLiteral("UNREAD")});
    phone().trash(id);
    phone().deleteForGood(id);
    const auto records = all(start);
    ASSERT_EQ(records.size(), 5U);
    EXPECT_EQ(strings(records[0][u"messagesAdded"][0][u"message"][u"labelIds"]),
              (QStringList{QStringLiteral("INBOX"), QStringLiteral("UNREAD")}));
    EXPECT_EQ(strings(records[1][u"labelsRemoved"][0][u"labelIds"]), QStringList{QStringLiteral("UNREAD")});
    EXPECT_EQ(strings(records[2][u"labelsAdded"][0][u"labelIds"]), QStringList{QStringLiteral("TRASH")});
    EXPECT_EQ(strings(records[3][u"labelsRemoved"][0][u"labelIds"]), QStringList{QStringLiteral("INBOX")});
    EXPECT_EQ(records[4][u"messagesDeleted"][0][u"message"][u"id"].toString(), id);
    EXPECT_EQ(records[4][u"messages"][0][u"id"].toString(), id);
    quint64 last = start.toULongLong();
    for (const QJsonObject& record : records) {
        EXPECT_GT(record[u"id"].toString().toULongLong(), last);
        last = record[u"id"].toString().toULongLong();
    }
    EXPECT_EQ(since(now())[u"historyId"].toString(), now());
}

TEST_F(GmailHistory, TypesAndALabelNarrowWhatIsTold) {
    const QString start = now();
    const QString id = phone().deliver(letter("A", "a@x.example"));
    phone().addLabels(id, {QStringLiteral("STARRED")});
    phone().removeLabels(id, {QStringLiteral("INBOX")});
    EXPECT_EQ(all(start, "&historyTypes=labelAdded").size(), 1U);
    EXPECT_EQ(all(start, "&historyTypes=labelAdded&historyTypes=labelRemoved").size(), 2U);
    EXPECT_EQ(all(start, "&labelId=INBOX").size(), 2U) << "the removal of the label itself is hidden";
    EXPECT_EQ(get(QStringLiteral("history?historyTypes=messagesAdded&startHistoryId=") + start).status, 400);
}

TEST_F(GmailHistory, PagesHoldEachRecordOnceAndTheNowOnEach) {
    const QString start = now();
    for (int i = 0; i < 7; ++i) {
        phone().deliver(letter("A", QByteArray::number(i) + "@x.example"));
    }
    int pages = 0;
    EXPECT_EQ(all(start, "&maxResults=3", &pages).size(), 7U);
    EXPECT_EQ(pages, 3);
    EXPECT_EQ(since(start, "&maxResults=3")[u"historyId"].toString(), now());
}

TEST_F(GmailHistory, AnExpiredCursorIsNotFoundAndAFreshOneWorks) {
    const QString start = now();
    phone().deliver(letter("A", "a@x.example"));
    const QString before = now();
    mara().history.expire();
    EXPECT_EQ(get(QStringLiteral("history?startHistoryId=") + start).status, 404);
    EXPECT_EQ(get(QStringLiteral("history?startHistoryId=") + before).status, 404) << "also the newest one handed out";
    const QString fresh = object(get(QStringLiteral("profile")))[u"historyId"].toString();
    EXPECT_EQ(get(QStringLiteral("history?startHistoryId=") + fresh).status, 200);
}

TEST_F(GmailHistory, FutureIdsAreNotFoundAndGarbageIsInvalid) {
    EXPECT_EQ(get(QStringLiteral("history?startHistoryId=18446744073709551615")).status, 404);
    EXPECT_EQ(get(QStringLiteral("history?startHistoryId=1")).status, 404);
    EXPECT_EQ(get(QStringLiteral("history?startHistoryId=yesterday")).status, 400);
    EXPECT_EQ(get(QStringLiteral("history?startHistoryId=-5")).status, 400);
    EXPECT_EQ(get(QStringLiteral("history")).status, 400);
}

TEST_F(GmailHistory, EmptyPagesCarryATokenAndLoseNothing) {
    const QString start = now();
    for (int i = 0; i < 4; ++i) {
        phone().deliver(letter("A", QByteArray::number(i) + "@x.example"));
    }
    mara().history.knobs.emptyPages = 2;
    const QJsonObject first = since(start, "&maxResults=2");
    EXPECT_FALSE(first.contains(u"history"));
    EXPECT_TRUE(first.contains(u"nextPageToken"));
    int pages = 0;
    EXPECT_EQ(all(start, "&maxResults=2", &pages).size(), 4U);
    EXPECT_EQ(pages, 4);
}

TEST_F(GmailHistory, DuplicatesAndDisorderKeepEveryRecord) {
    const QString start = now();
    for (int i = 0; i < 9; ++i) {
        phone().deliver(letter("A", QByteArray::number(i) + "@x.example"));
    }
    mara().history.knobs = {0, true, true};
    const auto records = all(start, "&maxResults=3");
    QSet<QString> distinct;
    for (const QJsonObject& record : records) {
        distinct.insert(record[u"id"].toString());
    }
    EXPECT_EQ(distinct.size(), 9);
    EXPECT_GT(records.size(), 9U);
}

TEST_F(GmailHistory, ADraftThatIsRewrittenIsANewMessageAndADeletedOne) {
    const QString draft = phone().writeDraft(letter("Draft", "d@x.example"));
    const QString start = now();
    phone().rewriteDraft(draft, letter("Draft 2", "d@x.example"));
    const auto records = all(start);
    ASSERT_EQ(records.size(), 2U);
    EXPECT_TRUE(records[0].contains(u"messagesAdded"));
    EXPECT_TRUE(records[1].contains(u"messagesDeleted"));
}

}  // namespace
}  // namespace kith::emulator
