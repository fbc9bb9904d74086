// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/emulators/gmail_house.h"

namespace kith::emulator {
namespace {

class GmailCompose : public GmailHouse {
protected:
    static QJsonObject body(const QByteArray& mail, const QString& thread = {}) {
        QJsonObject message{{QStringLiteral("raw"), base64(mail)}};
        if (!thread.isEmpty()) {
            message.insert(QStringLiteral("threadId"), thread);
        }
        return message;
    }
    static QJsonObject draft(const QByteArray& mail) { return {{QStringLiteral("message"), body(mail)}}; }
    QByteArray rawOf(const QString& id) { return raw(object(get(QStringLiteral("messages/%1?format=raw").arg(id)))); }
    QByteArray newestOf(const QString& address) { return api.mailbox(address)->inOrder().back()->raw; }

    static constexpr char kToOlle[] =
        "From: mara@fjord.example\r\nTo: olle@fjord.example\r\nBcc: mara@fjord.example\r\n"
        "Subject: Hello\r\nMessage-ID: <hello@fjord.example>\r\n\r\nHi\r\n";
};

TEST_F(GmailCompose, ASentMailIsDeliveredToOtherLocalAccountsWithoutBcc) {
    const Answer sent = post(QStringLiteral("messages/send"), body(kToOlle));
    ASSERT_EQ(sent.status, 200) << sent.body.constData();
    EXPECT_EQ(strings(object(sent)[u"labelIds"]),
              (QStringList{QStringLiteral("INBOX"), QStringLiteral("SENT"), QStringLiteral("UNREAD")}));
    EXPECT_TRUE(rawOf(object(sent)[u"id"].toString()).contains("Bcc:"));
    ASSERT_EQ(api.mailbox(kOlle)->messageCount(), 1);
    EXPECT_FALSE(newestOf(kOlle).contains("Bcc:"));
    EXPECT_TRUE(newestOf(kOlle).contains("Message-ID: <hello@fjord.example>"));
}

TEST_F(GmailCompose, AForeignFromIsReplacedAndWhatIsMissingIsAdded) {
    post(QStringLiteral("messages/send"), body("From: boss@other.example\r\nTo: olle@fjord.example\r\n\r\nHi\r\n"));
    const QByteArray got = newestOf(kOlle);
    EXPECT_FALSE(got.contains("boss@other.example"));
    EXPECT_TRUE(got.contains("From: mara@fjord.example"));
    EXPECT_TRUE(got.contains("Message-ID: <"));
    EXPECT_TRUE(got.contains("Date: "));
}

TEST_F(GmailCompose, AMailWithoutRecipientsOrBytesIsRefused) {
    const Answer nobody = post(QStringLiteral("messages/send"), body("Subject: x\r\n\r\nHi"));
    EXPECT_EQ(message(nobody), QStringLiteral("Recipient address required"));
    EXPECT_EQ(post(QStringLiteral("messages/send"), body("To: not an address\r\n\r\nHi")).status, 400);
    EXPECT_EQ(post(QStringLiteral("messages/send")).status, 400);
    EXPECT_EQ(send("POST", users + QStringLiteral("messages/send"), R"({"raw":"%%%"})").status, 400);
}

TEST_F(GmailCompose, AReplyThreadsOnlyWithThreadIdReferencesAndSubject) {
    const QString parent = phone().deliver(letter("Plan", "p@x.example"));
    const auto threadOf = [&](const QByteArray& mail, const QString& thread) {
        return object(post(QStringLiteral("messages/send"), body(mail, thread)))[u"threadId"].toString();
    };
    const QByteArray to = "To: olle@fjord.example\r\n";
    const QByteArray refs = "In-Reply-To: <p@x.example>\r\n";
    EXPECT_EQ(threadOf(to + refs + "Subject: Re: Plan\r\n\r\nYes", parent), parent);
    EXPECT_NE(threadOf(to + refs + "Subject: Re: Plan\r\n\r\nYes", {}), parent);
    EXPECT_NE(threadOf(to + "Subject: Re: Plan\r\n\r\nYes", parent), parent);
    EXPECT_NE(threadOf(to + refs + "Subject: Other\r\n\r\nYes", parent), parent);
    EXPECT_EQ(post(QStringLiteral("messages/send"), body(to + "\r\nx", QStringLiteral("1234567890abcdef"))).status,
              404);
}

TEST_F(GmailCompose, InsertIsDatedNowAndImportByItsHeader) {
    const QByteArray mail = letter("Old", "old@x.example");
    const QString inserted = object(post(QStringLiteral("messages"), body(mail)))[u"id"].toString();
    const QString imported = object(post(QStringLiteral("messages/import"), body(mail)))[u"id"].toString();
    EXPECT_EQ(mara().find(*idOf(inserted))->internalDate, clock.now().count());
    EXPECT_EQ(mara().find(*idOf(imported))->internalDate, 1772445600000);
    EXPECT_EQ(labelsOf(inserted), QStringList());
    EXPECT_EQ(labelsOf(imported), (QStringList{QStringLiteral("INBOX"), QStringLiteral("UNREAD")}));
    EXPECT_EQ(rawOf(inserted), mail);
}

TEST_F(GmailCompose, UploadsBringTheMessageBesideTheJson) {
    const QString path = QStringLiteral("/upload/gmail/v1/users/me/messages?uploadType=");
    const QByteArray mail = letter("Up", "up@x.example");
    const Answer media = send("POST", path + QStringLiteral("media"), mail, {{"Content-Type", "message/rfc822"}});
    EXPECT_EQ(rawOf(object(media)[u"id"].toString()), mail);
    const QByteArray two = "--q\r\nContent-Type: application/json\r\n\r\n{\"labelIds\":[\"STARRED\"]}\r\n--q\r\n"
                           "Content-Type: message/rfc822\r\n\r\n" +
                           mail + "\r\n--q--\r\n";
    const Answer both =
        send("POST", path + QStringLiteral("multipart"), two, {{"Content-Type", "multipart/related; boundary=\"q\""}});
    ASSERT_EQ(both.status, 200) << both.body.constData();
    EXPECT_EQ(rawOf(object(both)[u"id"].toString()), mail);
    EXPECT_EQ(strings(object(both)[u"labelIds"]), QStringList{QStringLiteral("STARRED")});
    EXPECT_EQ(send("POST", path + QStringLiteral("media"), "x", {{"Content-Type", "image/png"}}).status, 400);
    EXPECT_EQ(send("POST", QStringLiteral("/upload/gmail/v1/users/me/labels?uploadType=media"), "{}").status, 404);
}

TEST_F(GmailCompose, AResumableUploadGoesOnWhereItStopped) {
    const QByteArray mail = letter("Pieces", "pieces@x.example");
    const Answer opened =
        send("POST", QStringLiteral("/upload/gmail/v1/users/me/messages?uploadType=resumable"),
             R"({"labelIds":["INBOX"]})", {{"X-Upload-Content-Type", "message/rfc822"}, {"Host", "127.0.0.1:1"}});
    ASSERT_EQ(opened.status, 200) << opened.body.constData();
    const QString next = QString::fromLatin1(opened.header("Location")).mid(18);
    const QByteArray total = QByteArray::number(mail.size());
    const Answer half = send("PUT", next, mail.left(50), {{"Content-Range", "bytes 0-49/" + total}});
    EXPECT_EQ(half.status, 308);
    EXPECT_EQ(half.header("Range"), "bytes=0-49");
    EXPECT_EQ(send("PUT", next, {}, {{"Content-Range", "bytes */" + total}}).status, 308);
    const QByteArray range = "bytes 50-" + QByteArray::number(mail.size() - 1) + '/' + total;
    const Answer done = send("PUT", next, mail.mid(50), {{"Content-Range", range}});
    ASSERT_EQ(done.status, 200) << done.body.constData();
    EXPECT_EQ(rawOf(object(done)[u"id"].toString()), mail);
    EXPECT_EQ(labelsOf(object(done)[u"id"].toString()), QStringList{QStringLiteral("INBOX")});
}

TEST_F(GmailCompose, ADraftKeepsItsIdWhileItsMessageChanges) {
    const QJsonObject made = object(post(QStringLiteral("drafts"), draft(kToOlle)));
    const QString id = made[u"id"].toString();
    const QString first = made[u"message"][u"id"].toString();
    EXPECT_EQ(labelsOf(first), QStringList{QStringLiteral("DRAFT")});
    const QJsonObject updated =
        object(send("PUT", users + QStringLiteral("drafts/") + id,
                    QJsonDocument(draft("To: olle@fjord.example\r\nSubject: Two\r\n\r\nx")).toJson()));
    EXPECT_EQ(updated[u"id"].toString(), id);
    EXPECT_NE(updated[u"message"][u"id"].toString(), first);
    EXPECT_EQ(updated[u"message"][u"threadId"].toString(), made[u"message"][u"threadId"].toString());
    EXPECT_EQ(get(QStringLiteral("messages/") + first).status, 404);
    const QJsonObject read = object(get(QStringLiteral("drafts/%1?format=raw").arg(id)));
    EXPECT_TRUE(raw(read[u"message"].toObject()).contains("Subject: Two"));
    EXPECT_EQ(object(get(QStringLiteral("drafts")))[u"drafts"].toArray().size(), 1);
}

TEST_F(GmailCompose, ASentDraftIsGoneAndItsMessageHasANewId) {
    const QJsonObject made = object(post(QStringLiteral("drafts"), draft(kToOlle)));
    const Answer sent = post(QStringLiteral("drafts/send"), {{QStringLiteral("id"), made[u"id"]}});
    ASSERT_EQ(sent.status, 200) << sent.body.constData();
    EXPECT_NE(object(sent)[u"id"].toString(), made[u"message"][u"id"].toString());
    EXPECT_EQ(object(sent)[u"threadId"].toString(), made[u"message"][u"threadId"].toString());
    EXPECT_TRUE(strings(object(sent)[u"labelIds"]).contains(QStringLiteral("SENT")));
    EXPECT_EQ(get(QStringLiteral("drafts/") + made[u"id"].toString()).status, 404);
    EXPECT_EQ(api.mailbox(kOlle)->messageCount(), 1);
    EXPECT_EQ(post(QStringLiteral("drafts/send"), {{QStringLiteral("id"), made[u"id"]}}).status, 404);
}

TEST_F(GmailCompose, ADeletedDraftLeavesNothing) {
    const QJsonObject made = object(post(QStringLiteral("drafts"), draft(kToOlle)));
    EXPECT_EQ(send("DELETE", users + QStringLiteral("drafts/") + made[u"id"].toString()).status, 204);
    EXPECT_EQ(mara().messageCount(), 0);
    EXPECT_FALSE(object(get(QStringLiteral("drafts"))).contains(u"drafts"));
}

TEST_F(GmailCompose, AliasesAreListedWithTheirSignature) {
    SendAs alias;
    alias.address = QStringLiteral("sales@fjord.example");
    alias.signatureHtml = QStringLiteral("<b>Mara</b>");
    mara().sendAs.push_back(alias);
    const QJsonArray list = object(get(QStringLiteral("settings/sendAs")))[u"sendAs"].toArray();
    ASSERT_EQ(list.size(), 2);
    EXPECT_TRUE(list[0][u"isPrimary"].toBool());
    EXPECT_EQ(list[1][u"signature"].toString(), QStringLiteral("<b>Mara</b>"));
    EXPECT_EQ(get(QStringLiteral("settings/sendAs/sales%40fjord.example")).status, 200);
}

}  // namespace
}  // namespace kith::emulator
