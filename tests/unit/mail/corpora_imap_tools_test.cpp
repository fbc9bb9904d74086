// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/text.h"
#include "core/mail/mime_parser.h"
#include "tests/unit/mail/corpora.h"
#include "tests/unit/mail/expectations.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <gtest/gtest.h>

using namespace kith;
using corpora::loose;

namespace {

QString plainAddresses(const Addresses& addresses) {
    QStringList list;
    for (const Address& one : addresses) {
        if (!one.address.isEmpty()) {
            list << one.address;
        }
    }
    return list.join(u' ').toLower();
}

QString expectedList(const QJsonValue& value) {
    QStringList list;
    for (const QJsonValue& one : value.toArray()) {
        if (!one.toString().isEmpty()) {
            list << one.toString();
        }
    }
    return list.join(u' ').toLower();
}

/// Their page names the charset they turned it into; ours stays as sent.
QString withoutCharset(QString html) {
    static const QRegularExpression named(QStringLiteral("charset=[-A-Za-z0-9_]+"));
    return loose(html.remove(named));
}

QString letterDate(const Letter& letter) {
    const bool header = letter.date && letter.date->origin == MailDate::Origin::DateHeader;
    return header ? text::rfc3339(letter.date->sinceEpoch, letter.date->offset) : QString();
}

void compareAttachmentsOf(const QString& file, const Letter& letter, const QByteArray& raw, const QJsonArray& expected,
                          corpora::Expectations* table) {
    QStringList ours;
    QStringList theirs;
    for (const Attachment& one : letter.attachments) {
        const QByteArray bytes = mail::partContent(raw, one.part);
        const bool message = one.contentType == u"message/rfc822";
        ours << (message ? QString() : one.filename) + u' ' + one.contentType + u' ' + one.contentId + u' ' +
                    (message ? QString() : QString::number(bytes.size()));
    }
    for (const QJsonValue& one : expected) {
        const QByteArray bytes = one[u"payload"].isObject()
                                     ? QByteArray::fromBase64(one[u"payload"][u"__bytes_b64__"].toString().toLatin1())
                                     : one[u"payload"].toString().toUtf8();
        const bool message = one[u"content_type"].toString() == u"message/rfc822";
        theirs << (message ? QString() : one[u"filename"].toString()) + u' ' + one[u"content_type"].toString() + u' ' +
                      one[u"content_id"].toString() + u' ' + (message ? QString() : QString::number(bytes.size()));
    }
    ours.sort();
    theirs.sort();
    table->compare(file, QStringLiteral("attachments"), ours.join(QStringLiteral(" | ")),
                   theirs.join(QStringLiteral(" | ")));
}

/// file, field: why we say something else
const QStringList kImapToolsExceptions{
    // reads the attached mail's parts as its own; we keep it whole
    QStringLiteral("attachment_8bit.eml text"),
    QStringLiteral("attachment_8bit.eml html"),
    QStringLiteral("attachment_emails/attachment_message_rfc822.eml text"),
    QStringLiteral("attachment_emails/attachment_message_rfc822.eml attachments"),
    QStringLiteral("mime_emails/raw_email_with_mimepart_without_content_type.eml text"),
    QStringLiteral("multipart_report_emails/multi_address_bounce1.eml text"),
    QStringLiteral("multipart_report_emails/multi_address_bounce2.eml text"),
    QStringLiteral("multipart_report_emails/multipart_report_multiple_status.eml text"),
    // lists no delivery status and no original header; an image, a text without disposition the other way round
    QStringLiteral("mime_emails/raw_email_with_mimepart_without_content_type.eml attachments"),
    QStringLiteral("multipart_report_emails/multi_address_bounce1.eml attachments"),
    QStringLiteral("multipart_report_emails/multi_address_bounce2.eml attachments"),
    QStringLiteral("multipart_report_emails/multipart_report_multiple_status.eml attachments"),
    QStringLiteral("multipart_report_emails/report_422.eml attachments"),
    QStringLiteral("multipart_report_emails/report_530.eml attachments"),
    QStringLiteral("error_emails/missing_content_disposition.eml attachments"),
    QStringLiteral("text_with_content_id.eml attachments"),
    QStringLiteral("attachment_2_base64.eml text"),
    // bytes that are not of the declared charset: it drops or garbles them, we read them
    QStringLiteral("attachment_emails/attachment_with_encoded_name.eml attachments"),
    QStringLiteral("error_emails/content_transfer_encoding_7-bit.eml text"),
    QStringLiteral("error_emails/content_transfer_encoding_7-bit.eml html"),
    QStringLiteral("error_emails/content_transfer_encoding_empty.eml html"),
    QStringLiteral("error_emails/content_transfer_encoding_plain.eml text"),
    QStringLiteral("error_emails/invalid_subject_characters.eml subject"),
    QStringLiteral("plain_emails/raw_email6.eml text"),
    QStringLiteral("plain_emails/raw_email8.eml attachments"),
    // a line end before the boundary, base64 cut short: bytes more or less
    QStringLiteral("multi_charset/japanese_attachment_long_name.eml attachments"),
    QStringLiteral("plain_emails/raw_email_with_partially_quoted_content_id.eml attachments"),
    // addresses that are none, told differently
    QStringLiteral("error_emails/missing_body.eml to"),
    QStringLiteral("mime_emails/raw_email11.eml to"),
    QStringLiteral("plain_emails/mix_caps_content_type.eml from"),
    QStringLiteral("plain_emails/raw_email_with_at_display_name.eml to"),
    // a junk line in the header ends it there; we read on
    QStringLiteral("plain_emails/raw_email_incorrect_header.eml subject"),
    QStringLiteral("plain_emails/raw_email_incorrect_header.eml from"),
    QStringLiteral("plain_emails/raw_email_incorrect_header.eml to"),
    QStringLiteral("plain_emails/raw_email_incorrect_header.eml text"),
    // white space before the colon (obsolete syntax, RFC 5322 4.5) ends its header; the blank line of a folded subject
    // its space
    QStringLiteral("rfc2822/example13.eml subject"),
    QStringLiteral("rfc2822/example13.eml text"),
    QStringLiteral("rfc2822/example14.eml subject"),
};

}  // namespace

TEST(ImapTools, ExpectsWhatWeReadButForTheNamedExceptions) {
    const QString folder = corpora::folder(QStringLiteral("mime-imap-tools"));
    if (folder.isEmpty()) {
        GTEST_SKIP() << "no mime-imap-tools";
    }
    corpora::Expectations table;
    for (const QString& path : corpora::files(folder, {QStringLiteral("*.eml")})) {
        const QString file = QDir(folder).relativeFilePath(path);
        const QByteArray raw = corpora::bytesOf(path);
        const Letter letter = mail::parseMime(raw);
        const QJsonObject expected =
            QJsonDocument::fromJson(
                corpora::bytesOf(QString(path).replace(QStringLiteral(".eml"), QStringLiteral(".expected.json"))))
                .object();
        ASSERT_FALSE(expected.isEmpty()) << qPrintable(path);
        table.compare(file, QStringLiteral("subject"), loose(letter.subject), loose(expected[u"subject"].toString()));
        table.compare(file, QStringLiteral("from"), plainAddresses(letter.from).section(u' ', 0, 0),
                      expected[u"from_"].toString().toLower());
        table.compare(file, QStringLiteral("to"), plainAddresses(letter.to), expectedList(expected[u"to"]));
        table.compare(file, QStringLiteral("cc"), plainAddresses(letter.cc), expectedList(expected[u"cc"]));
        table.compare(file, QStringLiteral("reply_to"), plainAddresses(letter.replyTo),
                      expectedList(expected[u"reply_to"]));
        const QString date = expected[u"date"].toString();
        if (!date.startsWith(QStringLiteral("1900"))) {
            table.compare(file, QStringLiteral("date"), letterDate(letter),
                          date.size() == 19 ? QString(date + QStringLiteral("+00:00")) : date);
        }
        if (const QString text = loose(expected[u"text"].toString()); !text.isEmpty()) {
            table.compare(file, QStringLiteral("text"), loose(letter.text).contains(text) ? text : loose(letter.text),
                          text);
        }
        if (const QString html = withoutCharset(expected[u"html"].toString()); !html.isEmpty()) {
            const QString ours = withoutCharset(letter.html);
            table.compare(file, QStringLiteral("html"), ours.contains(html) ? html : ours, html);
        }
        compareAttachmentsOf(file, letter, raw, expected[u"attachments"].toArray(), &table);
    }
    const QStringList surprises = table.surprises(kImapToolsExceptions);
    EXPECT_TRUE(surprises.isEmpty()) << qPrintable(surprises.join(u'\n'));
    EXPECT_EQ(table.total() - table.matched(), kImapToolsExceptions.size())
        << table.matched() << " of " << table.total();
}
