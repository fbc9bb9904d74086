// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/letter_json.h"
#include "core/mail/mime_parser.h"

#include <QJsonArray>

#include <gtest/gtest.h>

using namespace kith;

namespace {

Letter letter(const QByteArray& raw) {
    return mail::parseMime(raw);
}

bool hasDefect(const Letter& one, const char* name) {
    return std::any_of(one.defects.begin(), one.defects.end(),
                       [&](const Defect& d) { return d.name == QLatin1String(name); });
}

const QByteArray kHead =
    "From: Ada <ada@engine.example>\r\nTo: bob@mill.example\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n"
    "Date: Tue, 12 May 2026 09:58:00 +0200\r\nMessage-ID: <1@engine.example>\r\nMIME-Version: 1.0\r\n";

}  // namespace

TEST(MimeParser, ReadsAPlainLetter) {
    const Letter one =
        letter("From ada Tue May 12 09:58:00 2026\n" + kHead + "In-Reply-To: <0@mill.example>\r\n\r\nHello\r\nBob\r\n");
    EXPECT_EQ(one.subject, QStringLiteral("Grüße"));
    EXPECT_EQ(one.from, (Addresses{{QStringLiteral("Ada"), QStringLiteral("ada@engine.example")}}));
    EXPECT_EQ(one.rfc822MessageId, QStringLiteral("1@engine.example"));
    EXPECT_EQ(one.inReplyTo, QStringList{QStringLiteral("0@mill.example")});
    EXPECT_EQ(one.text, QStringLiteral("Hello\nBob\n"));
    EXPECT_TRUE(one.html.isEmpty());
    EXPECT_TRUE(one.defects.empty());
}

TEST(MimeParser, PrefersTextUnlessItIsAStub) {
    const auto alternative = [](const QByteArray& plain) {
        return letter(
            kHead + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n" +
            plain + "\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>The whole <b>story</b> of the mill</p>\r\n--b--\r\n");
    };
    EXPECT_EQ(alternative("The plain story").text, QStringLiteral("The plain story"));
    EXPECT_FALSE(alternative("The plain story").textIsFromHtml);
    EXPECT_EQ(alternative("").text, QStringLiteral("The whole story of the mill\n"));
    EXPECT_TRUE(alternative("").textIsFromHtml);
    EXPECT_TRUE(alternative("Enable HTML please").textIsFromHtml);
    EXPECT_TRUE(alternative("x").html.contains(QStringLiteral("<b>story</b>")));
}

TEST(MimeParser, GivesAttachmentsTheirNamesAndBytes) {
    const QByteArray raw =
        kHead + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nsee file\r\n"
                "--b\r\nContent-Type: application/pdf; "
                "name=\"=?utf-8?Q?=C3=9Cbersicht.pdf?=\"\r\nContent-Transfer-Encoding: base64\r\n"
                "Content-Disposition: attachment\r\n\r\naGVs!bG8=\r\n"
                "--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; "
                "filename*0*=utf-8''..%2F..%2Fs%C3%BC; filename*1=m.csv\r\n\r\na,b\r\n"
                "--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner/one\r\n\r\ninner text\r\n--b--\r\n";
    const Letter one = letter(raw);
    EXPECT_EQ(one.text.trimmed(), QStringLiteral("see file"));
    ASSERT_EQ(one.attachments.size(), 3U);
    EXPECT_EQ(one.attachments[0].filename, QStringLiteral("Übersicht.pdf"));
    EXPECT_EQ(one.attachments[0].size, 5);
    EXPECT_EQ(mail::partContent(raw, one.attachments[0].part), QByteArray("hello"));
    EXPECT_EQ(one.attachments[1].filename, QStringLiteral("süm.csv"));
    EXPECT_EQ(one.attachments[2].filename, QStringLiteral("inner-one.eml"));
    EXPECT_TRUE(mail::partContent(raw, one.attachments[2].part).contains("inner text"));
    EXPECT_EQ(mail::leafParts(raw).size(), 4U);
}

TEST(MimeParser, FindsTheBoundaryInUseWhereTheDeclaredOneIsWrong) {
    const QByteArray body = "--real\r\nContent-Type: text/plain\r\n\r\nstill here\r\n--real--\r\n";
    const Letter wrong = letter(kHead + "Content-Type: multipart/mixed; boundary=other\r\n\r\n" + body);
    EXPECT_EQ(wrong.text.trimmed(), QStringLiteral("still here"));
    EXPECT_TRUE(hasDefect(wrong, "wrong-boundary"));
    const Letter none = letter(kHead + "Content-Type: multipart/mixed\r\n\r\n" + body);
    EXPECT_EQ(none.text.trimmed(), QStringLiteral("still here"));
    EXPECT_TRUE(hasDefect(none, "missing-boundary"));
    EXPECT_EQ(letter(kHead + "Content-Type: multipart/mixed; boundary=x\r\n\r\nno parts at all").text,
              QStringLiteral("no parts at all"));
}

TEST(MimeParser, ReadsCharsetsThatAreWrongUnknownOrMissing) {
    const auto with = [](const QByteArray& type, const QByteArray& body) {
        return letter(kHead + type + "\r\n" + body).text;
    };
    EXPECT_EQ(with("Content-Type: text/plain; charset=iso-8859-1\r\n", "gr\xFCn"), QStringLiteral("grün"));
    EXPECT_EQ(with("Content-Type: text/plain; charset=us-ascii\r\n", "gr\xC3\xBCn"), QStringLiteral("grün"));
    EXPECT_EQ(with("Content-Type: text/plain; charset=klingon\r\n", "gr\xFCn"), QStringLiteral("grün"));
    EXPECT_EQ(with("", "gr\xFCn"), QStringLiteral("grün"));
    EXPECT_EQ(with("Content-Type: text/plain; charset=koi8-r\r\n", "\xF0\xD2\xC9"), QStringLiteral("При"));
}

TEST(MimeParser, UnfoldsFlowedText) {
    const QByteArray head = kHead + "Content-Type: text/plain; format=flowed";
    EXPECT_EQ(letter(head + "\r\n\r\none \r\ntwo\r\n> q \r\n> r\r\n-- \r\nAda\r\n").text,
              QStringLiteral("one two\n> q r\n-- \nAda\n"));
    EXPECT_EQ(letter(head + "; delsp=yes\r\n\r\nab \r\ncd\r\n").text, QStringLiteral("abcd\n"));
}

TEST(MimeParser, SaysSoWhenItIsEncrypted) {
    const Letter one = letter(kHead + "Content-Type: application/pkcs7-mime; "
                                      "smime-type=enveloped-data\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n");
    ASSERT_EQ(one.attachments.size(), 1U);
    EXPECT_EQ(one.attachments[0].filename, QStringLiteral("smime.p7m"));
    EXPECT_TRUE(hasDefect(one, "encrypted"));
}

TEST(MimeParser, StopsAtAHundredLevels) {
    QByteArray raw = kHead;
    for (int i = 0; i < 300; ++i) {
        const QByteArray b = "b" + QByteArray::number(i);
        raw += "Content-Type: multipart/mixed; boundary=" + b + "\r\n\r\n--" + b + "\r\n";
    }
    EXPECT_TRUE(hasDefect(letter(raw + "\r\ndeep\r\n"), "nested-too-deeply"));
}

TEST(MimeParser, TakesAThousandNamesOfAHeaderThatFloods) {
    QByteArray labels("X-Gmail-Labels: ");
    QByteArray others;
    for (int i = 0; i < 4000; ++i) {
        const QByteArray n = QByteArray::number(i);
        labels += "l" + n + ',';
        others += QByteArray("Delivered-To: p" + n + "@mill.example\nIn-Reply-To: <" + n + "@mill.example>\n");
    }
    const Letter one = letter(kHead + others + labels + "\n\nx\n");
    EXPECT_EQ(one.labels.size(), 1000);
    EXPECT_EQ(one.deliveredTo.size(), 1000);
    EXPECT_EQ(one.inReplyTo.size(), 1000);
    EXPECT_EQ(one.text, QStringLiteral("x\n"));
}

TEST(MimeParser, LeavesOutFieldsBeyondTenThousandAlsoOfAnAttachedMail) {
    const QByteArray flood = QByteArray("X-A: b\n c\n").repeated(30000);
    const Letter own = letter(kHead + flood + "Subject: late\n\nX-A: b\n");
    EXPECT_TRUE(hasDefect(own, "header-too-long"));
    EXPECT_EQ(own.text, QStringLiteral("X-A: b\n"));
    const Letter carrier = letter(kHead +
                                  "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\n"
                                  "Content-Type: message/rfc822\n\n" +
                                  flood + "\nx\n--b--\n");
    EXPECT_TRUE(hasDefect(carrier, "header-too-long"));
    ASSERT_EQ(carrier.attachments.size(), 1U);
    EXPECT_LT(carrier.attachments[0].size, 150'000);
}

TEST(MimeParser, ReadsAMillionBytesOfAHeaderAndThreeOfAllHeaders) {
    const Letter one = letter(kHead + "Cc: " + QByteArray("a@mill.example, ").repeated(200'000) + "\n\nx\n");
    EXPECT_TRUE(hasDefect(one, "header-too-long"));
    EXPECT_EQ(one.text, QStringLiteral("x\n"));
    const QByteArray attached =
        "\n--b\nContent-Type: message/rfc822\n\nSubject: s\nTo: " + QByteArray("a@mill.example, ").repeated(60'000) +
        "\n\ny\n";
    const Letter carrier =
        letter(kHead + "Content-Type: multipart/mixed; boundary=b\n\n" + attached.repeated(6) + "--b--\n");
    ASSERT_EQ(carrier.attachments.size(), 6U);
    qint64 sizes = 0;
    for (const Attachment& attachment : carrier.attachments) {
        sizes += attachment.size;
    }
    EXPECT_LT(sizes, 3'200'000);
}

TEST(MimeParser, KeepsALongLogInTheTextWhole) {
    const QByteArray log = QByteArray("12:30: all is well\n").repeated(20000);
    EXPECT_EQ(letter(kHead + "\n" + log).text.size(), log.size());
    EXPECT_FALSE(hasDefect(letter(kHead + "\n" + log), "header-too-long"));
    const QByteArray ruled = "-----\n" + QByteArray("all is well here\n").repeated(100'000);
    EXPECT_EQ(letter(kHead + "\n" + ruled).text.size(), ruled.size());
}

TEST(MimeParser, ReadsTheFirstFourMillionBytesOfEndlessText) {
    const Letter one = letter(kHead + "\n" + QByteArray("word\n").repeated(2'000'000));
    EXPECT_TRUE(hasDefect(one, "text-too-long"));
    EXPECT_EQ(one.text.size(), 4 * 1024 * 1024);
}

TEST(MimeParser, ReadsLabelsBulkMarksAndMailboxes) {
    const Letter one =
        letter(kHead + "X-Gmail-Labels: Inbox,=?utf-8?Q?M=C3=BChle?=\r\nX-Folder: \\Personal\\Mill "
                       "Deals\r\nDelivered-To: bob@mill.example\r\n"
                       "List-Id: <news.mill.example>\r\nAuto-Submitted: no\r\nReturn-Path: <>\r\nPrecedence: "
                       "Bulk\r\nDKIM-Signature: v=1; a=x; d=Mill.example; s=k\r\n\r\nx");
    EXPECT_EQ(one.labels,
              (QStringList{QStringLiteral("Inbox"), QStringLiteral("Mühle"), QStringLiteral("Mill Deals")}));
    EXPECT_EQ(one.deliveredTo, QStringList{QStringLiteral("bob@mill.example")});
    EXPECT_TRUE(one.bulk.emptyReturnPath);
    EXPECT_EQ(one.bulk.precedence, QStringLiteral("bulk"));
    EXPECT_EQ(one.bulk.dkimDomain, QStringLiteral("mill.example"));
}

TEST(MimeParser, MakesALetterOfAnything) {
    const QByteArray endless = "Subject: " + QByteArray(5000000, 'a');
    for (const QByteArray& raw : {QByteArray(), QByteArray("\n"), QByteArray("no header at all"),
                                  QByteArray(1000, '\0'), QByteArray("From: x\rSubject: y\r\rz"), endless}) {
        EXPECT_FALSE(letter(raw).defects.empty());
    }
    EXPECT_EQ(letter("From: x\rSubject: y\r\rz").text, QStringLiteral("z"));
}

TEST(LetterJson, HasEveryKeyAndNullWhereNothingIs) {
    const QJsonObject json = mail::toJson(letter("From: a@x.example\n\nhi"));
    EXPECT_EQ(json.size(), 18);
    EXPECT_TRUE(json[QStringLiteral("date")].isNull());
    EXPECT_TRUE(json[QStringLiteral("sender")].isNull());
    EXPECT_TRUE(json[QStringLiteral("cc")].toArray().isEmpty());
    EXPECT_EQ(mail::toJson(letter(kHead + "\r\nx"))[QStringLiteral("date")].toString(),
              QStringLiteral("2026-05-12T09:58:00+02:00"));
}
