// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Letters written, and read back by the house's own parser and by Python's.
#include "core/mail/mime_parser.h"
#include "core/mail/mime_writer.h"
#include "core/mail/reply_head.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::mail;

namespace {

OutgoingLetter aDraft() {
    OutgoingLetter letter;
    letter.from = {QStringLiteral("Mara Lindqvist"), QStringLiteral("mara@fjordlight.example")};
    letter.to = {{QStringLiteral("Dvořák, Marek \"M\""), QStringLiteral("marek@lumen-labs.example")},
                 {QStringLiteral("田中 Yuki"), QStringLiteral("yuki@bücher.example")}};
    letter.cc = {{QString(), QStringLiteral("desk@fjordlight.example")}};
    letter.subject = QStringLiteral(
        "Re: Größere Lieferung nach Århus — und eine sehr lange Zeile, die bestimmt gefaltet werden muss");
    letter.text = QStringLiteral("Hi Marek,\n\n") +
                  QStringLiteral("a rather long paragraph that goes on ").repeated(8).trimmed() +
                  QStringLiteral(".\nFrom here on a line that mbox would spoil.\n  two spaces\n\nGrüße\nMara\n\nOn 4 "
                                 "May, Marek wrote:\n> ") +
                  QStringLiteral("quoted words that are long enough to be folded ").repeated(3).trimmed() +
                  QStringLiteral("\n>\n>> deeper\n");
    letter.rfc822MessageId = newMessageId(letter.from.address);
    letter.inReplyTo = QStringLiteral("b@lumen-labs.example");
    letter.references = {QStringLiteral("a@lumen-labs.example"), QStringLiteral("b@lumen-labs.example")};
    letter.date = std::chrono::milliseconds{1'778'572'800'000};
    letter.dateOffset = std::chrono::minutes{120};
    return letter;
}

Message incoming() {
    Message message;
    message.rfc822MessageId = QStringLiteral("b@x.example");
    message.references = {QStringLiteral("a@x.example")};
    message.subject = QStringLiteral("AW: Re: [sales] Price");
    message.from = {QStringLiteral("Ana"), QStringLiteral("ana@x.example")};
    message.to = {{QStringLiteral("Mara"), QStringLiteral("Sales@Fjordlight.example")},
                  {QString(), QStringLiteral("jo@x.example")}};
    message.cc = {{QString(), QStringLiteral("lena@fjordlight.example")}};
    return message;
}

const Addresses kOwn{{QStringLiteral("Mara L"), QStringLiteral("mara@fjordlight.example")},
                     {QString(), QStringLiteral("sales@fjordlight.example")}};

QStringList addressesOf(const Addresses& list) {
    QStringList out;
    for (const Address& who : list) {
        out << addressKey(who.address);
    }
    return out;
}

}  // namespace

TEST(MimeWriter, WhatIsWrittenIsReadBack) {
    OutgoingLetter draft = aDraft();
    draft.files = {
        {QStringLiteral("Preisliste für Århus.pdf"), QStringLiteral("application/pdf"), QByteArray("%PDF\0\1\2", 7)}};
    const auto bytes = writeMime(draft);
    ASSERT_TRUE(bytes) << qPrintable(bytes.error().detail);
    const Letter letter = parseMime(*bytes);
    EXPECT_TRUE(letter.defects.empty()) << qPrintable(letter.defects.empty() ? QString() : letter.defects.front().name);
    EXPECT_EQ(letter.from, Addresses{draft.from});
    ASSERT_EQ(letter.to.size(), 2u);
    EXPECT_EQ(letter.to[0], draft.to[0]);
    EXPECT_EQ(letter.to[1].name, draft.to[1].name);
    EXPECT_EQ(letter.cc, draft.cc);
    EXPECT_EQ(letter.subject, draft.subject);
    EXPECT_EQ(letter.text.trimmed(), draft.text.trimmed());
    EXPECT_EQ(letter.rfc822MessageId, draft.rfc822MessageId);
    EXPECT_EQ(letter.inReplyTo, QStringList{draft.inReplyTo});
    EXPECT_EQ(letter.references, draft.references);
    ASSERT_TRUE(letter.date);
    EXPECT_EQ(letter.date->sinceEpoch, draft.date);
    EXPECT_EQ(letter.date->offset, draft.dateOffset);
    ASSERT_EQ(letter.attachments.size(), 1u);
    EXPECT_EQ(letter.attachments[0].filename, draft.files[0].name);
    EXPECT_EQ(partContent(*bytes, letter.attachments[0].part), draft.files[0].bytes);
    for (const QByteArray& line : bytes->split('\n')) {
        EXPECT_LE(line.size(), 998) << line.constData();
        EXPECT_TRUE(line.isEmpty() || line.endsWith('\r')) << line.constData();
        EXPECT_TRUE(std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
    }
}

TEST(MimeWriter, NoTextReachesAnotherHeader) {
    OutgoingLetter draft = aDraft();
    draft.subject = QStringLiteral("Hello\r\nBcc: eve@collect.example\n\nbody");
    draft.to = {{QStringLiteral("Ana\r\nX-Evil: 1"), QStringLiteral("ana@x.example")}};
    draft.inReplyTo = QStringLiteral("a@x\r\nBcc: eve@collect.example");
    const auto bytes = writeMime(draft);
    ASSERT_TRUE(bytes);
    const Letter letter = parseMime(*bytes);
    EXPECT_TRUE(letter.bcc.empty());
    EXPECT_FALSE(bytes->contains("\nX-Evil"));
    EXPECT_FALSE(bytes->contains("\nBcc"));
    draft = aDraft();
    draft.to = {{QString(), QStringLiteral("nobody")}};
    EXPECT_FALSE(writeMime(draft));
    draft.to = {{QString(), QStringLiteral("jürgen@x.example")}};
    EXPECT_FALSE(writeMime(draft));
}

TEST(MimeWriter, HtmlIsTextAndNothingElse) {
    EXPECT_EQ(htmlOfText(QStringLiteral("a <b>\nc\n\n> q\n>> r\n")),
              QStringLiteral("<html><body><p>a &lt;b&gt;<br>\nc</p>\n<blockquote>\n<p>q</p>\n<blockquote>\n<p>r</p>\n"
                             "</blockquote>\n</blockquote>\n</body></html>\n"));
}

TEST(MimeWriter, PythonReadsTheSame) {
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (python.isEmpty()) {
        GTEST_SKIP() << "no python3";
    }
    const OutgoingLetter draft = aDraft();
    QTemporaryFile file;
    ASSERT_TRUE(file.open());
    file.write(*writeMime(draft));
    file.flush();
    QProcess process;
    process.start(python, {QStringLiteral("-c"),
                           QStringLiteral(
                               "import sys,email,email.policy\n"
                               "m=email.message_from_binary_file(open(sys.argv[1],'rb'),policy=email.policy.default)\n"
                               "out=[m['subject'],m['message-id'],m['in-reply-to'],' '.join(m['references'].split())]\n"
                               "out+=[a.display_name+'|'+a.addr_spec for a in m['to'].addresses]\n"
                               "b=m.get_body(('plain',))\n"
                               "out+=[b.get_content_type(),b['content-type'].params['format'],str(len(m.defects))]\n"
                               "out+=[str(b.get_content().count('\\n'))]\n"
                               "sys.stdout.buffer.write('\\n'.join(out).encode())"),
                           file.fileName()});
    ASSERT_TRUE(process.waitForFinished(30'000));
    const QStringList out = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n');
    ASSERT_EQ(out.size(), 10) << process.readAllStandardError().constData();
    EXPECT_EQ(out[0], draft.subject);
    EXPECT_EQ(out[1], u'<' + draft.rfc822MessageId + u'>');
    EXPECT_EQ(out[2], QStringLiteral("<b@lumen-labs.example>"));
    EXPECT_EQ(out[3], QStringLiteral("<a@lumen-labs.example> <b@lumen-labs.example>"));
    EXPECT_EQ(out[4], QStringLiteral("Dvořák, Marek \"M\"|marek@lumen-labs.example"));
    EXPECT_EQ(out[5], QStringLiteral("田中 Yuki|yuki@xn--bcher-kva.example"));
    EXPECT_EQ(out[7], QStringLiteral("flowed"));
    EXPECT_EQ(out[8], QStringLiteral("0"));
}

TEST(ReplyHead, GoesToThePersonFromTheAddressThatWasWrittenTo) {
    const ReplyHead head = replyHead(incoming(), kOwn, ReplyKind::Reply);
    EXPECT_EQ(head.from.address, QStringLiteral("sales@fjordlight.example"));
    EXPECT_EQ(addressesOf(head.to), QStringList{QStringLiteral("ana@x.example")});
    EXPECT_TRUE(head.cc.empty());
    EXPECT_EQ(head.subject, QStringLiteral("Re: Price"));
    EXPECT_EQ(head.inReplyTo, QStringLiteral("b@x.example"));
    EXPECT_EQ(head.references, (QStringList{QStringLiteral("a@x.example"), QStringLiteral("b@x.example")}));
}

TEST(MimeWriter, EncodesASubjectThatOnlyLooksEncodedAndNeverMakesASignatureByABreak) {
    OutgoingLetter letter;
    letter.from = {QStringLiteral("Mara"), QStringLiteral("mara@fjordlight.example")};
    letter.to = {{QStringLiteral("Ana"), QStringLiteral("ana@caldervoss.example")}};
    letter.subject = QStringLiteral("Re: =?utf-8?Q?not_encoded?= but the words of somebody who writes about mail");
    letter.text = QStringLiteral("-- ") + QString(80, u'x') + QStringLiteral(" and more\n");
    const auto raw = writeMime(letter);
    ASSERT_TRUE(raw);
    EXPECT_EQ(parseMime(*raw).subject, letter.subject);
    EXPECT_FALSE(flowedText(letter.text).contains(QStringLiteral("-- \n"))) << qPrintable(flowedText(letter.text));
}

TEST(ReplyHead, ToAllLeavesTheOwnerOut) {
    const ReplyHead head = replyHead(incoming(), kOwn, ReplyKind::ReplyAll);
    EXPECT_EQ(addressesOf(head.to), QStringList{QStringLiteral("ana@x.example")});
    EXPECT_EQ(addressesOf(head.cc),
              (QStringList{QStringLiteral("jo@x.example"), QStringLiteral("lena@fjordlight.example")}));
}

TEST(ReplyHead, KnowsReplyToListsAndOnesOwnLetters) {
    Message message = incoming();
    message.replyTo = {{QString(), QStringLiteral("office@x.example")}};
    EXPECT_EQ(addressesOf(replyHead(message, kOwn, ReplyKind::Reply).to),
              QStringList{QStringLiteral("office@x.example")});
    message.replyTo = {{QString(), QStringLiteral("jo@x.example")}};
    message.bulk.listId = QStringLiteral("list.x.example");
    EXPECT_EQ(addressesOf(replyHead(message, kOwn, ReplyKind::Reply).to), QStringList{QStringLiteral("ana@x.example")});
    EXPECT_EQ(addressesOf(replyHead(message, kOwn, ReplyKind::ReplyAll).to),
              (QStringList{QStringLiteral("jo@x.example"), QStringLiteral("ana@x.example")}));
    Message mine = incoming();
    mine.from = {QString(), QStringLiteral("mara@fjordlight.example")};
    mine.to = {{QString(), QStringLiteral("ana@x.example")}};
    EXPECT_EQ(addressesOf(replyHead(mine, kOwn, ReplyKind::Reply).to), QStringList{QStringLiteral("ana@x.example")});
    const ReplyHead forward = replyHead(incoming(), kOwn, ReplyKind::Forward);
    EXPECT_EQ(forward.subject, QStringLiteral("Fwd: Price"));
    EXPECT_TRUE(forward.to.empty());
    EXPECT_TRUE(forward.inReplyTo.isEmpty());
}

TEST(ReplyHead, QuotesTheOriginal) {
    Message message = incoming();
    message.date = std::chrono::milliseconds{1'778'572'800'000};
    EXPECT_EQ(quotedOriginal(message, QStringLiteral(" \n one\n\n> two\n").mid(2)),
              QStringLiteral("On 12 May 2026 at 08:00, Ana wrote:\n> one\n>\n>> two\n"));
}
