// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/emulators/gmail_house.h"

#include <QUrl>

namespace kith::emulator {
namespace {

class GmailSearch : public GmailHouse {
protected:
    GmailSearch() {
        put("offer",
            "From: Ada Holm <ada@nord.example>\r\nTo: mara@fjord.example\r\nSubject: Spring offer\r\n"
            "Message-ID: <offer@nord.example>\r\nDate: Mon, 02 Mar 2026 10:00:00 +0000\r\n\r\nThe cranes are back.\r\n",
            {"INBOX", "UNREAD", "Clients/North"});
        put("paper",
            "From: bo@syd.example\r\nTo: mara@fjord.example\r\nCc: ada@nord.example\r\nSubject: Paper\r\n"
            "Date: Sat, 31 Jan 2026 07:59:00 +0000\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
            "--x\r\n\r\nsee there\r\n--x\r\nContent-Type: application/pdf; name=plan.pdf\r\n"
            "Content-Disposition: attachment; filename=plan.pdf\r\n\r\nPDF\r\n--x--\r\n",
            {"STARRED"});
        put("junk",
            "From: win@lotto.example\r\nTo: mara@fjord.example\r\nSubject: You won\r\n"
            "Date: Sun, 01 Feb 2026 10:00:00 +0000\r\n\r\nOffer of the day\r\n",
            {"SPAM"});
    }

    void put(const char* name, const QByteArray& mail, std::initializer_list<const char*> labels) {
        QStringList list;
        for (const char* label : labels) {
            list << QLatin1String(label);
        }
        names.insert(phone().insert(mail, list), QLatin1String(name));
    }

    QString found(const QString& q) {
        QStringList hits;
        const QString query = QStringLiteral("messages?q=") + QString::fromLatin1(QUrl::toPercentEncoding(q));
        for (const QJsonValue& one : object(get(query))[u"messages"].toArray()) {
            hits << names.value(one[u"id"].toString());
        }
        hits.sort();
        return hits.join(u' ');
    }

    QHash<QString, QString> names;
};

TEST_F(GmailSearch, PeopleAndSubjectsAreFoundByWholeWords) {
    EXPECT_EQ(found(QStringLiteral("from:ada")), QStringLiteral("offer"));
    EXPECT_EQ(found(QStringLiteral("from:nord.example")), QStringLiteral("offer"));
    EXPECT_EQ(found(QStringLiteral("from:ad")), QString());
    EXPECT_EQ(found(QStringLiteral("to:ada")), QStringLiteral("paper"));
    EXPECT_EQ(found(QStringLiteral("subject:(spring offer)")), QStringLiteral("offer"));
    EXPECT_EQ(found(QStringLiteral("subject:\"offer spring\"")), QString());
}

TEST_F(GmailSearch, AMessageIdIsFoundWithAndWithoutBrackets) {
    EXPECT_EQ(found(QStringLiteral("rfc822msgid:offer@nord.example")), QStringLiteral("offer"));
    EXPECT_EQ(found(QStringLiteral("rfc822msgid:<offer@nord.example>")), QStringLiteral("offer"));
    EXPECT_EQ(found(QStringLiteral("rfc822msgid:other@nord.example")), QString());
}

TEST_F(GmailSearch, PlacesStatesAndLabelsAreUnderstood) {
    EXPECT_EQ(found(QStringLiteral("in:inbox")), QStringLiteral("offer"));
    EXPECT_EQ(found(QStringLiteral("is:unread")), QStringLiteral("offer"));
    EXPECT_EQ(found(QStringLiteral("is:starred")), QStringLiteral("paper"));
    EXPECT_EQ(found(QStringLiteral("label:clients-north")), QStringLiteral("offer"));
    EXPECT_EQ(found(QStringLiteral("in:spam")), QStringLiteral("junk"));
    EXPECT_EQ(found(QStringLiteral("in:anywhere")), QStringLiteral("junk offer paper"));
    EXPECT_EQ(found(QStringLiteral("has:attachment")), QStringLiteral("paper"));
    EXPECT_EQ(found(QStringLiteral("filename:plan")), QStringLiteral("paper"));
}

TEST_F(GmailSearch, DatesAreMidnightInCaliforniaAndNumbersAreExact) {
    EXPECT_EQ(found(QStringLiteral("before:2026/01/31")),
              QStringLiteral("paper"));  // 07:59 UTC is still the 30th there
    EXPECT_EQ(found(QStringLiteral("after:2026/01/31")), QStringLiteral("offer"));
    EXPECT_EQ(found(QStringLiteral("after:1769846340")), QStringLiteral("offer paper"));
    EXPECT_EQ(found(QStringLiteral("after:1769846341")), QStringLiteral("offer"));
}

TEST_F(GmailSearch, WordsMinusOrAndGroupsWorkTogether) {
    EXPECT_EQ(found(QStringLiteral("cranes")), QStringLiteral("offer"));
    EXPECT_EQ(found(QStringLiteral("mara -cranes")), QStringLiteral("paper"));
    EXPECT_EQ(found(QStringLiteral("cranes OR subject:paper")), QStringLiteral("offer paper"));
    EXPECT_EQ(found(QStringLiteral("{from:bo from:ada} is:starred")), QStringLiteral("paper"));
    EXPECT_EQ(found(QStringLiteral("\"cranes are\"")), QStringLiteral("offer"));
    EXPECT_EQ(found(QStringLiteral("nothing:here")), QString());
}

TEST_F(GmailSearch, ATokenOfAnotherQuestionIsRefused) {
    const QString token =
        object(get(QStringLiteral("messages?maxResults=1&q=in:anywhere")))[u"nextPageToken"].toString();
    ASSERT_FALSE(token.isEmpty());
    EXPECT_EQ(get(QStringLiteral("messages?q=in:anywhere&pageToken=") + token).status, 200);
    EXPECT_EQ(get(QStringLiteral("messages?pageToken=") + token).status, 400);
    EXPECT_EQ(get(QStringLiteral("messages?pageToken=12345")).status, 400);
}

}  // namespace
}  // namespace kith::emulator
