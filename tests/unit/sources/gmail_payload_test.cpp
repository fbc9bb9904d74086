// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Gmail's payload tree against the bytes that it was made of: what is rebuilt says the same, what is doubtful is
// refused.
#include "core/mail/gmail_payload.h"
#include "core/mail/mime_parser.h"
#include "tests/support/emulated_google.h"
#include "tests/unit/mail/corpora.h"

#include <gtest/gtest.h>

namespace {

using namespace kith;
using namespace kith::testing;

QJsonObject payloadOf(EmulatedGoogle& house, const QString& id) {
    emulator::Request request{.verb = "GET",
                              .path = QStringLiteral("/gmail/v1/users/me/messages/") + id,
                              .query = {},
                              .headers = {},
                              .body = {}};
    request.query.addQueryItem(QStringLiteral("format"), QStringLiteral("full"));
    const emulator::Answer answer = house.google.gmail().handle(request, [](const QByteArray&) {
        return emulator::Caller{QStringLiteral("ada@firm.example"), {QStringLiteral("https://mail.google.com/")}};
    });
    return QJsonDocument::fromJson(answer.body).object().value(u"payload").toObject();
}

Result<QByteArray> rebuilt(const QByteArray& raw) {
    EmulatedGoogle house;
    return mail::rawFromPayload(payloadOf(house, house.other().insert(raw, {QStringLiteral("INBOX")})));
}

QStringList wordsOf(const Addresses& addresses) {
    QStringList words;
    for (const Address& address : addresses) {
        words.append(address.name + u'<' + address.address + u'>');
    }
    return words;
}

/// Names what differs; empty where a reader sees the same.
QString difference(const Letter& one, const Letter& other) {
    const auto date = [](const Letter& letter) { return letter.date ? letter.date->sinceEpoch.count() : -1; };
    QStringList sums[2];
    for (const Attachment& attachment : one.attachments) {
        sums[0].append(QString::fromLatin1(attachment.sha256) + attachment.filename);
    }
    for (const Attachment& attachment : other.attachments) {
        sums[1].append(QString::fromLatin1(attachment.sha256) + attachment.filename);
    }
    return one.subject != other.subject                     ? QStringLiteral("subject")
           : wordsOf(one.from) != wordsOf(other.from)       ? QStringLiteral("from")
           : wordsOf(one.to) != wordsOf(other.to)           ? QStringLiteral("to")
           : wordsOf(one.cc) != wordsOf(other.cc)           ? QStringLiteral("cc")
           : wordsOf(one.replyTo) != wordsOf(other.replyTo) ? QStringLiteral("reply-to")
           : date(one) != date(other)                       ? QStringLiteral("date")
           : one.rfc822MessageId != other.rfc822MessageId   ? QStringLiteral("message id")
           : one.references != other.references             ? QStringLiteral("references")
           : one.text != other.text                         ? QStringLiteral("text")
           : one.html != other.html                         ? QStringLiteral("html")
           : sums[0] != sums[1]                             ? QStringLiteral("attachments")
                                                            : QString();
}

TEST(GmailPayload, RebuildsTextInCharsetsThatTheServerTurnedIntoUtf8) {
    const QByteArray raw =
        "From: Ada <ada@firm.example>\r\nTo: ben@client.example\r\nSubject: =?iso-8859-1?Q?Gr=FC=DFe?=\r\n"
        "Date: Tue, 12 May 2026 09:58:00 +0000\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=\"iso-8859-1\"; format=flowed\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\nGr=FC=DFe aus K=F6ln\r\n";
    const auto bytes = rebuilt(raw);
    ASSERT_TRUE(bytes) << qPrintable(bytes.error().detail);
    EXPECT_TRUE(bytes->contains("charset=utf-8; format=flowed")) << bytes->constData();
    EXPECT_EQ(difference(mail::parseMime(*bytes), mail::parseMime(raw)), QString());
}

TEST(GmailPayload, RebuildsAlternativesWithinOneAnother) {
    const QByteArray raw =
        "From: Ada <ada@firm.example>\r\nSubject: Two ways\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=\"outer b\"\r\n\r\n--outer b\r\n"
        "Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain\r\n\r\nHello\r\n"
        "--in\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Hell\xc3\xb6</p>\r\n--in--\r\n--outer b--\r\n";
    const auto bytes = rebuilt(raw);
    ASSERT_TRUE(bytes) << qPrintable(bytes.error().detail);
    EXPECT_EQ(difference(mail::parseMime(*bytes), mail::parseMime(raw)), QString());
}

TEST(GmailPayload, RefusesWhatItCannotTellForSure) {
    const QByteArray head = "Subject: x\r\nDate: Tue, 12 May 2026 09:58:00 +0000\r\nMIME-Version: 1.0\r\n";
    const QByteArray attachment =
        "From: a@firm.example\r\n" + head +
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHi\r\n--b\r\nContent-Type: "
        "application/pdf; name=a.pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nPDF\r\n--b--\r\n";
    EXPECT_FALSE(rebuilt(attachment)) << "content by reference";
    EXPECT_FALSE(rebuilt("From: =?utf-8?Q?Doe=2C_Jane?= <j@client.example>\r\n" + head + "\r\nHi\r\n"))
        << "a comma that was encoded";
    EXPECT_FALSE(rebuilt(
        "From: a@firm.example\r\n" + head +
        "Content-Type: multipart/signed; boundary=b; protocol=\"application/pgp-signature\"\r\n\r\n--b\r\n\r\nHi\r\n"
        "--b\r\nContent-Type: application/pgp-signature\r\n\r\nsig\r\n--b--\r\n"));
    EXPECT_FALSE(mail::rawFromPayload({}));
    EXPECT_FALSE(mail::rawFromPayload(
        {{QStringLiteral("mimeType"), QStringLiteral("text/plain")}, {QStringLiteral("headers"), 7}}));
}

TEST(GmailPayload, SaysTheSameAsTheBytesForEveryMailOfTheCorpora) {
    int all = 0;
    int made = 0;
    QStringList wrong;
    for (const char* name : {"mime-stalwart", "mime-imap-tools", "mime-cpython", "mime-enmime", "mime-flanker",
                             "mime-nodemailer", "mime-rspamd", "mime-webklex", "mime-invites", "mime-broken"}) {
        const QString folder = corpora::folder(QLatin1String(name));
        if (folder.isEmpty()) {
            GTEST_SKIP() << "KITH_CORPORA names no folder with " << name;
        }
        for (const QString& path : corpora::files(folder, {QStringLiteral("*.eml"), QStringLiteral("*.txt"),
                                                           QStringLiteral("*.raw"), QStringLiteral("*.msg")})) {
            const QByteArray raw = corpora::bytesOf(path);
            // A field name on a line of its own is told by the server as that field, and read by nobody.
            const bool brokenName = raw.contains("\nFrom\n :") || raw.contains("\nFrom\r\n :");
            if (raw.isEmpty() || raw.size() > 300'000 || brokenName) {
                continue;
            }
            ++all;
            const auto bytes = rebuilt(raw);
            if (!bytes) {
                continue;
            }
            ++made;
            const QString differs = difference(mail::parseMime(*bytes), mail::parseMime(raw));
            if (!differs.isEmpty()) {
                wrong.append(differs + u' ' + path);
            }
        }
    }
    RecordProperty("all", all);
    RecordProperty("rebuilt", made);
    EXPECT_GT(made, all / 5) << all;
    EXPECT_TRUE(wrong.isEmpty()) << wrong.size() << " of " << made << " of " << all << "\n"
                                 << qPrintable(wrong.join(u'\n'));
}

}  // namespace
