// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/emulators/gmail_house.h"

namespace kith::emulator {
namespace {

using GmailReading = GmailHouse;

TEST_F(GmailReading, AnEmptyMailboxHasNoListAtAll) {
    const QJsonObject list = object(get(QStringLiteral("messages")));
    EXPECT_FALSE(list.contains(u"messages"));
    EXPECT_FALSE(list.contains(u"nextPageToken"));
    EXPECT_EQ(list[u"resultSizeEstimate"].toInt(-1), 0);
    EXPECT_FALSE(object(get(QStringLiteral("threads"))).contains(u"threads"));
    EXPECT_FALSE(object(get(QStringLiteral("drafts"))).contains(u"drafts"));
    const QString start = QString::number(mara().history.current());
    EXPECT_FALSE(object(get(QStringLiteral("history?startHistoryId=") + start)).contains(u"history"));
}

TEST_F(GmailReading, AllPagesTogetherHoldEachMessageOnceNewestFirst) {
    QStringList delivered;
    for (int i = 0; i < 23; ++i) {
        delivered.prepend(
            phone().deliver(letter("No " + QByteArray::number(i), "n" + QByteArray::number(i) + "@x.example")));
        clock.advance(Millis(1000));
    }
    QStringList listed;
    QString token;
    int pages = 0;
    do {
        const QJsonObject page = object(get(QStringLiteral("messages?maxResults=5&pageToken=") + token));
        for (const QJsonValue& one : page[u"messages"].toArray()) {
            EXPECT_EQ(one.toObject().keys(), (QStringList{QStringLiteral("id"), QStringLiteral("threadId")}));
            listed << one[u"id"].toString();
        }
        token = page[u"nextPageToken"].toString();
        ++pages;
        if (pages == 2) {
            phone().deliver(letter("Late", "late@x.example"));  // does not shift the pages that follow
        }
    } while (!token.isEmpty());
    EXPECT_EQ(listed, delivered);
    EXPECT_EQ(pages, 5);
}

TEST_F(GmailReading, IdsAreSixteenHexDigitsAndHistoryIdsAreStringsBeyondDoubles) {
    const QString id = phone().deliver(letter("One", "1@x.example"));
    EXPECT_EQ(id.size(), 16);
    const QJsonObject message = object(get(QStringLiteral("messages/") + id));
    ASSERT_TRUE(message[u"historyId"].isString());
    EXPECT_GT(message[u"historyId"].toString().toULongLong(), 1ULL << 53);
    EXPECT_TRUE(message[u"internalDate"].isString());
    EXPECT_TRUE(message[u"sizeEstimate"].isDouble());
    EXPECT_EQ(message[u"threadId"].toString(), id);
}

TEST_F(GmailReading, RawGivesTheBytesInPaddedBase64Url) {
    const QByteArray mail = letter("Raw\xC3\xA4", "r@x.example") + "~?>~?>";
    const QString id = phone().deliver(mail);
    const QJsonObject message = object(get(QStringLiteral("messages/%1?format=raw").arg(id)));
    EXPECT_EQ(raw(message), mail);
    EXPECT_EQ(message[u"raw"].toString().size() % 4, 0);
    EXPECT_FALSE(message.contains(u"payload"));
    EXPECT_EQ(message[u"snippet"].toString(), QStringLiteral("The offer is ready for you. ~?&gt;~?&gt;"));
}

TEST_F(GmailReading, MinimalHasNeitherPayloadNorRaw) {
    const QString id = phone().deliver(letter("Short", "s@x.example"));
    const QStringList keys = object(get(QStringLiteral("messages/%1?format=MINIMAL").arg(id))).keys();
    EXPECT_FALSE(keys.contains(QStringLiteral("payload")));
    EXPECT_FALSE(keys.contains(QStringLiteral("raw")));
    EXPECT_TRUE(keys.contains(QStringLiteral("labelIds")));
}

TEST_F(GmailReading, MetadataGivesOnlyTheHeadersThatWereNamed) {
    const QString id = phone().deliver(letter("=?utf-8?Q?Gr=C3=BC=C3=9Fe?=", "m@x.example"));
    const QJsonObject message =
        object(get(QStringLiteral("messages/%1?format=metadata&metadataHeaders=SUBJECT&metadataHeaders=from").arg(id)));
    const QJsonArray headers = message[u"payload"][u"headers"].toArray();
    ASSERT_EQ(headers.size(), 2);
    EXPECT_EQ(headers[0][u"name"].toString(), QStringLiteral("From"));
    EXPECT_EQ(headers[1][u"value"].toString(), QStringLiteral("Grüße"));
    EXPECT_FALSE(message[u"payload"].toObject().contains(u"body"));
}

const char kWithAttachment[] =
    "From: olle@fjord.example\r\nSubject: Papers\r\nContent-Type: multipart/mixed; boundary=\"b=1\"\r\n\r\n"
    "--b=1\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n"
    "--in\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
    "quoted-printable\r\n\r\nGr=FC=DFe\r\n"
    "--in\r\nContent-Type: text/html\r\n\r\n<p>Hi</p>\r\n--in--\r\n"
    "--b=1\r\nContent-Type: application/pdf; name=\"offer.pdf\"\r\nContent-Disposition: attachment; "
    "filename=\"offer.pdf\"\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQ=\r\n--b=1--\r\n";

TEST_F(GmailReading, FullGivesTheTreeWithDecodedBodies) {
    const QString id = phone().deliver(kWithAttachment);
    const QJsonObject payload = object(get(QStringLiteral("messages/") + id))[u"payload"].toObject();
    EXPECT_EQ(payload[u"mimeType"].toString(), QStringLiteral("multipart/mixed"));
    EXPECT_EQ(payload[u"partId"].toString(), QString());
    const QJsonValue text = payload[u"parts"][0][u"parts"][0];
    EXPECT_EQ(text[u"partId"].toString(), QStringLiteral("0.0"));
    EXPECT_EQ(
        QByteArray::fromBase64(text[u"body"][u"data"].toString().toLatin1(), QByteArray::Base64UrlEncoding).trimmed(),
        QStringLiteral("Grüße").toUtf8());
    const QJsonValue pdf = payload[u"parts"][1];
    EXPECT_EQ(pdf[u"filename"].toString(), QStringLiteral("offer.pdf"));
    EXPECT_EQ(pdf[u"body"][u"size"].toInt(), 8);
    EXPECT_FALSE(pdf[u"body"].toObject().contains(u"data"));
}

TEST_F(GmailReading, AttachmentIdsChangeAndOldOnesStillOpenTheAttachment) {
    const QString id = phone().deliver(kWithAttachment);
    const auto attachment = [&] {
        return object(get(QStringLiteral("messages/") + id))[u"payload"][u"parts"][1][u"body"][u"attachmentId"]
            .toString();
    };
    const QString first = attachment();
    const QString second = attachment();
    EXPECT_NE(first, second);
    for (const QString& one : {first, second}) {
        const QJsonObject body = object(get(QStringLiteral("messages/%1/attachments/%2").arg(id, one)));
        EXPECT_EQ(body[u"data"].toString(), QStringLiteral("JVBERi0xLjQ="));
    }
    const QString other = phone().deliver(letter("Other", "o@x.example"));
    const Answer wrong = get(QStringLiteral("messages/%1/attachments/%2").arg(other, first));
    EXPECT_EQ(wrong.status, 400);
    EXPECT_EQ(message(wrong), QStringLiteral("Invalid attachment token"));
}

TEST_F(GmailReading, LabelIdsMustAllMatchAndSpamAndTrashAreLeftOut) {
    const QString starred =
        phone().insert(letter("A", "a@x.example"), {QStringLiteral("INBOX"), QStringLiteral("STARRED")});
    phone().insert(letter("B", "b@x.example"), {QStringLiteral("INBOX")});
    const QString trashed = phone().insert(letter("C", "c@x.example"), {QStringLiteral("TRASH")});
    const auto listed = [&](const char* query) {
        QStringList ids;
        for (const QJsonValue& one :
             object(get(QStringLiteral("messages?") + QLatin1String(query)))[u"messages"].toArray()) {
            ids << one[u"id"].toString();
        }
        return ids;
    };
    EXPECT_EQ(listed("labelIds=INBOX&labelIds=STARRED"), QStringList{starred});
    EXPECT_EQ(listed("").size(), 2);
    EXPECT_EQ(listed("includeSpamTrash=true").size(), 3);
    EXPECT_EQ(listed("labelIds=TRASH"), QStringList{trashed});
    EXPECT_EQ(get(QStringLiteral("messages?labelIds=Label_999")).status, 400);
}

TEST_F(GmailReading, FieldMasksLeaveOnlyWhatWasAskedFor) {
    const QString id = phone().deliver(letter("Masked", "mask@x.example"));
    phone().deliver(letter("Second", "mask2@x.example"));
    const QJsonObject list =
        object(get(QStringLiteral("messages?maxResults=1&fields=nextPageToken,messages(id,threadId)")));
    EXPECT_EQ(list.keys(), (QStringList{QStringLiteral("messages"), QStringLiteral("nextPageToken")}));
    const QJsonObject one = object(get(QStringLiteral("messages/%1?fields=id,labelIds,payload/headers").arg(id)));
    EXPECT_EQ(one.keys(), (QStringList{QStringLiteral("id"), QStringLiteral("labelIds"), QStringLiteral("payload")}));
    EXPECT_EQ(one[u"payload"].toObject().keys(), QStringList{QStringLiteral("headers")});
    const Answer wrong = get(QStringLiteral("messages/%1?fields=id,colour").arg(id));
    EXPECT_EQ(wrong.status, 400);
    EXPECT_EQ(reason(wrong), QStringLiteral("invalidParameter"));
    EXPECT_EQ(message(wrong), QStringLiteral("Invalid field selection colour"));
}

TEST_F(GmailReading, PrettyPrintIsOnUnlessItIsTurnedOff) {
    EXPECT_TRUE(get(QStringLiteral("profile")).body.contains("\n  \"emailAddress\": "));
    EXPECT_EQ(get(QStringLiteral("profile?prettyPrint=false&alt=json")).body.count('\n'), 1);
}

TEST_F(GmailReading, TheProfileCountsMessagesAndThreads) {
    phone().deliver(letter("Talk", "t1@x.example"));
    phone().deliver(letter("Re: Talk", "t2@x.example", "References: <t1@x.example>\r\n"));
    phone().deliver(letter("Other talk", "t3@x.example", "References: <t1@x.example>\r\n"));
    const QJsonObject profile = object(get(QStringLiteral("profile")));
    EXPECT_EQ(profile[u"emailAddress"].toString(), kMara);
    EXPECT_EQ(profile[u"messagesTotal"].toInt(), 3);
    EXPECT_EQ(profile[u"threadsTotal"].toInt(), 2);
    EXPECT_EQ(profile[u"historyId"].toString().toULongLong(), mara().history.current());
}

}  // namespace
}  // namespace kith::emulator
