// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/emulators/gmail_house.h"

namespace kith::emulator {
namespace {

class GmailLabels : public GmailHouse {
protected:
    Answer create(const QString& name, const QJsonObject& more = {}) {
        QJsonObject body = more;
        body.insert(QStringLiteral("name"), name);
        return post(QStringLiteral("labels"), body);
    }
    static QJsonObject color(const char* text, const char* background) {
        return {{QStringLiteral("color"), QJsonObject{{QStringLiteral("textColor"), QLatin1String(text)},
                                                      {QStringLiteral("backgroundColor"), QLatin1String(background)}}}};
    }
};

TEST_F(GmailLabels, TheListHoldsTheSystemsLabelsWithoutCounts) {
    const QJsonArray labels = object(get(QStringLiteral("labels")))[u"labels"].toArray();
    EXPECT_EQ(labels.size(), 14);
    EXPECT_EQ(labels[0][u"id"].toString(), QStringLiteral("INBOX"));
    EXPECT_EQ(labels[0][u"type"].toString(), QStringLiteral("system"));
    EXPECT_FALSE(labels[0].toObject().contains(u"messagesTotal"));
}

TEST_F(GmailLabels, ANewLabelKeepsItsColourAndCountsItsMessages) {
    const Answer made = create(QStringLiteral("Priority/1"), color("#ffffff", "#fb4c2f"));
    ASSERT_EQ(made.status, 200) << made.body.constData();
    const QString id = object(made)[u"id"].toString();
    EXPECT_TRUE(id.startsWith(u"Label_"));
    phone().insert(letter("A", "a@x.example"), {id, QStringLiteral("UNREAD")});
    const QJsonObject label = object(get(QStringLiteral("labels/") + id));
    EXPECT_EQ(label[u"color"][u"backgroundColor"].toString(), QStringLiteral("#fb4c2f"));
    EXPECT_EQ(label[u"messagesTotal"].toInt(), 1);
    EXPECT_EQ(label[u"threadsUnread"].toInt(), 1);
    EXPECT_EQ(label[u"type"].toString(), QStringLiteral("user"));
}

TEST_F(GmailLabels, NamesThatDifferInCaseOnlyAreAConflict) {
    ASSERT_EQ(create(QStringLiteral("Clients")).status, 200);
    const Answer again = create(QStringLiteral("cLIENTS"));
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(message(again), QStringLiteral("Label name exists or conflicts"));
    EXPECT_EQ(reason(again), QStringLiteral("aborted"));
}

TEST_F(GmailLabels, ReservedAndEmptyNamesAreInvalid) {
    for (const char* name : {"inbox", "Sent", "TRASH", "drafts", "", "/x", "x/", "a//b"}) {
        const Answer answer = create(QLatin1String(name));
        EXPECT_EQ(answer.status, 400) << name;
        EXPECT_EQ(message(answer), QStringLiteral("Invalid label name")) << name;
    }
    EXPECT_EQ(create(QString(226, u'x')).status, 400);
}

TEST_F(GmailLabels, ColoursComeFromThePaletteAndInPairs) {
    const Answer foreign = create(QStringLiteral("Red"), color("#ffffff", "#123456"));
    EXPECT_EQ(foreign.status, 400);
    EXPECT_EQ(message(foreign), QStringLiteral("Label color #123456 is not on the allowed color palette"));
    const QJsonObject half{
        {QStringLiteral("color"), QJsonObject{{QStringLiteral("textColor"), QStringLiteral("#ffffff")}}}};
    EXPECT_EQ(create(QStringLiteral("Half"), half).status, 400);
}

TEST_F(GmailLabels, PatchChangesWhatIsToldAndUpdateTheWhole) {
    const QString id = object(create(QStringLiteral("Old"), color("#ffffff", "#fb4c2f")))[u"id"].toString();
    const QJsonObject patched = object(send("PATCH", users + QStringLiteral("labels/") + id, R"({"name":"New"})"));
    EXPECT_EQ(patched[u"name"].toString(), QStringLiteral("New"));
    EXPECT_TRUE(patched.contains(u"color"));
    const QJsonObject updated = object(
        send("PUT", users + QStringLiteral("labels/") + id, R"({"name":"Newer","labelListVisibility":"labelHide"})"));
    EXPECT_EQ(updated[u"labelListVisibility"].toString(), QStringLiteral("labelHide"));
    EXPECT_FALSE(updated.contains(u"color"));
    EXPECT_EQ(create(QStringLiteral("Old")).status, 200) << "the old name is free again";
    EXPECT_EQ(send("PATCH", users + QStringLiteral("labels/") + id, R"({"name":"old"})").status, 409);
    EXPECT_EQ(send("PATCH", users + QStringLiteral("labels/INBOX"), R"({"name":"Mine"})").status, 400);
}

TEST_F(GmailLabels, ADeletedLabelComesOffItsMessagesAndHistoryTellsIt) {
    const QString id = object(create(QStringLiteral("Gone")))[u"id"].toString();
    const QString mail = phone().insert(letter("A", "a@x.example"), {id});
    const QString start = QString::number(mara().history.current());
    EXPECT_EQ(send("DELETE", users + QStringLiteral("labels/") + id).status, 204);
    EXPECT_EQ(labelsOf(mail), QStringList());
    const QJsonObject history = object(get(QStringLiteral("history?startHistoryId=") + start));
    EXPECT_EQ(history[u"history"][0][u"labelsRemoved"][0][u"labelIds"][0].toString(), id);
    EXPECT_EQ(get(QStringLiteral("labels/") + id).status, 404);
    EXPECT_EQ(send("DELETE", users + QStringLiteral("labels/SPAM")).status, 400);
}

TEST_F(GmailLabels, ModifyAnswersTheLabelsAndRefusesWhatItCannotSet) {
    const QString id = phone().deliver(letter("A", "a@x.example"));
    const auto modify = [&](const char* json) {
        return send("POST", users + QStringLiteral("messages/%1/modify").arg(id), json);
    };
    const Answer done = modify(R"({"addLabelIds":["STARRED"],"removeLabelIds":["INBOX","UNREAD"]})");
    EXPECT_EQ(strings(object(done)[u"labelIds"]), QStringList{QStringLiteral("STARRED")});
    EXPECT_EQ(object(done).keys(),
              (QStringList{QStringLiteral("id"), QStringLiteral("labelIds"), QStringLiteral("threadId")}));
    EXPECT_EQ(message(modify(R"({"addLabelIds":["Label_999"]})")), QStringLiteral("Invalid label: Label_999"));
    EXPECT_EQ(modify(R"({"addLabelIds":["SENT"]})").status, 400);
    EXPECT_EQ(modify(R"({"removeLabelIds":["DRAFT"]})").status, 400);
    EXPECT_EQ(modify(R"({})").status, 400);
    EXPECT_EQ(modify(R"({"addLabelIds":["STARRED"],"removeLabelIds":["STARRED"]})").status, 400);
    EXPECT_EQ(labelsOf(id), QStringList{QStringLiteral("STARRED")});
}

TEST_F(GmailLabels, BatchModifyPassesOverWhatIsGoneAndAnswersNothing) {
    const QString a = phone().deliver(letter("A", "a@x.example"));
    const QString b = phone().deliver(letter("B", "b@x.example"));
    const QJsonObject body{{QStringLiteral("ids"), QJsonArray{a, QStringLiteral("1234567890abcdef"), b}},
                           {QStringLiteral("removeLabelIds"), QJsonArray{QStringLiteral("UNREAD")}}};
    const Answer answer = post(QStringLiteral("messages/batchModify"), body);
    EXPECT_EQ(answer.status, 204);
    EXPECT_TRUE(answer.body.isEmpty());
    EXPECT_EQ(labelsOf(a), QStringList{QStringLiteral("INBOX")});
    EXPECT_EQ(labelsOf(b), QStringList{QStringLiteral("INBOX")});
    QJsonArray many;
    for (int i = 0; i < 1001; ++i) {
        many << a;
    }
    QJsonObject tooMany = body;
    tooMany.insert(QStringLiteral("ids"), many);
    EXPECT_EQ(post(QStringLiteral("messages/batchModify"), tooMany).status, 400);
}

TEST_F(GmailLabels, TrashTakesOutOfTheInboxAndUntrashDoesNotPutBack) {
    const QString id = phone().deliver(letter("A", "a@x.example"));
    post(QStringLiteral("messages/%1/trash").arg(id));
    EXPECT_EQ(labelsOf(id), (QStringList{QStringLiteral("TRASH"), QStringLiteral("UNREAD")}));
    post(QStringLiteral("messages/%1/untrash").arg(id));
    EXPECT_EQ(labelsOf(id), QStringList{QStringLiteral("UNREAD")});
    EXPECT_EQ(send("DELETE", users + QStringLiteral("messages/") + id).status, 204);
    EXPECT_EQ(get(QStringLiteral("messages/") + id).status, 404);
    EXPECT_EQ(get(QStringLiteral("messages/not-an-id")).status, 400);
}

TEST_F(GmailLabels, ThreadsChangeAllTheirMessages) {
    const QString first = phone().deliver(letter("Talk", "t1@x.example"));
    clock.advance(Millis(1000));
    const QString second = phone().deliver(letter("Re: Talk", "t2@x.example", "In-Reply-To: <t1@x.example>\r\n"));
    const QJsonObject list = object(get(QStringLiteral("threads")));
    ASSERT_EQ(list[u"threads"].toArray().size(), 1);
    EXPECT_EQ(list[u"threads"][0][u"id"].toString(), first);
    EXPECT_EQ(object(get(QStringLiteral("threads/") + first))[u"messages"].toArray().size(), 2);
    EXPECT_EQ(
        send("POST", users + QStringLiteral("threads/%1/modify").arg(first), R"({"removeLabelIds":["INBOX"]})").status,
        200);
    EXPECT_EQ(labelsOf(second), QStringList{QStringLiteral("UNREAD")});
    post(QStringLiteral("threads/%1/trash").arg(first));
    EXPECT_EQ(labelsOf(first), (QStringList{QStringLiteral("TRASH"), QStringLiteral("UNREAD")}));
    post(QStringLiteral("threads/%1/untrash").arg(first));
    EXPECT_EQ(send("DELETE", users + QStringLiteral("threads/") + first).status, 204);
    EXPECT_EQ(get(QStringLiteral("threads/") + first).status, 404);
    EXPECT_EQ(object(get(QStringLiteral("profile")))[u"threadsTotal"].toInt(), 0);
}

TEST_F(GmailLabels, ThreadsArePagedByTheirNewestMessage) {
    QStringList roots;
    for (int i = 0; i < 6; ++i) {
        const QByteArray number = QByteArray::number(i);
        roots << phone().deliver(letter("Talk " + number, "r" + number + "@x.example"));
        clock.advance(Millis(1000));
    }
    phone().deliver(letter("Re: Talk 0", "again@x.example", "In-Reply-To: <r0@x.example>\r\n"));
    QStringList listed;
    QString token;
    do {
        const QJsonObject page = object(get(QStringLiteral("threads?maxResults=4&pageToken=") + token));
        for (const QJsonValue& one : page[u"threads"].toArray()) {
            listed << one[u"id"].toString();
        }
        token = page[u"nextPageToken"].toString();
    } while (!token.isEmpty());
    EXPECT_EQ(listed, (QStringList{roots[0], roots[5], roots[4], roots[3], roots[2], roots[1]}));
}

}  // namespace
}  // namespace kith::emulator
