// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/text.h"
#include "core/mail/charset.h"
#include "core/mail/mime_parser.h"
#include "tests/unit/mail/corpora.h"
#include "tests/unit/mail/expectations.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

using namespace kith;
using corpora::loose;

namespace {

QString shown(const Address& address) {
    return address.name + QStringLiteral(" <") + address.address + u'>';
}

QString shownAll(const Addresses& addresses) {
    QStringList list;
    for (const Address& one : addresses) {
        list << shown(one);
    }
    return list.join(QStringLiteral(", "));
}

QString expectedAddresses(const QJsonValue& value) {
    QStringList list;
    const auto add = [&list](const QJsonArray& boxes) {
        for (const QJsonValue& box : boxes) {
            list << shown({box[u"name"].toString(), box[u"address"].toString()});
        }
    };
    add(value[u"List"].toArray());
    for (const QJsonValue& group : value[u"Group"].toArray()) {
        const QJsonArray members = group[u"addresses"].toArray();
        add(members);
        if (members.isEmpty() && !group[u"name"].toString().isEmpty()) {
            list << shown({group[u"name"].toString(), {}});
        }
    }
    return list.join(QStringLiteral(", "));
}

QString expectedDate(const QJsonValue& d) {
    const int minutes =
        (d[u"tz_hour"].toInt() * 60 + d[u"tz_minute"].toInt()) * (d[u"tz_before_gmt"].toBool() ? -1 : 1);
    const auto two = [&d](QStringView key) {
        return QStringLiteral("%1").arg(d[key].toInt(), 2, 10, QLatin1Char('0'));
    };
    return QStringLiteral("%1-%2-%3T%4:%5:%6 %7")
        .arg(d[u"year"].toInt())
        .arg(two(u"month"), two(u"day"), two(u"hour"), two(u"minute"), two(u"second"))
        .arg(minutes);
}

QString ourDate(const std::optional<MailDate>& date) {
    return date ? text::rfc3339(date->sinceEpoch, date->offset).left(19) + u' ' + QString::number(date->offset.count())
                : QString();
}

QByteArray bytesIn(const QJsonArray& numbers) {
    QByteArray bytes;
    for (const QJsonValue& number : numbers) {
        bytes += static_cast<char>(number.toInt());
    }
    return bytes;
}

struct Sample {
    QString file;
    QByteArray raw;
    Letter letter;
    QJsonObject expected;
};

void compareHeaders(const Sample& s, corpora::Expectations* table) {
    for (const QJsonValue& header : s.expected[u"parts"][0][u"headers"].toArray()) {
        const QString name = header[u"name"].toString();
        const QJsonValue value = header[u"value"];
        if (name == u"subject") {
            table->compare(s.file, name, loose(s.letter.subject), loose(value[u"Text"].toString()));
        } else if (name == u"from") {
            table->compare(s.file, name, loose(shownAll(s.letter.from)), loose(expectedAddresses(value[u"Address"])));
        } else if (name == u"to") {
            table->compare(s.file, name, loose(shownAll(s.letter.to)), loose(expectedAddresses(value[u"Address"])));
        } else if (name == u"date" && value.isObject()) {
            table->compare(s.file, name, ourDate(s.letter.date), expectedDate(value[u"DateTime"]));
        } else if (name == u"message_id") {
            table->compare(s.file, name, s.letter.rfc822MessageId, value[u"Text"].toString());
        }
    }
}

void compareBodies(const Sample& s, corpora::Expectations* table) {
    const QJsonArray parts = s.expected[u"parts"].toArray();
    const auto compareAll = [&](QStringView list, QStringView kind, const QString& ours) {
        for (const QJsonValue& index : s.expected[list].toArray()) {
            const QJsonValue body = parts[index.toInt()][u"body"];
            if (const QString text = loose(body[kind].toString()); !text.isEmpty()) {
                const bool there = loose(ours).contains(text);
                table->compare(s.file, list.toString() + index.toVariant().toString(), there ? text : loose(ours),
                               text);
            }
        }
    };
    compareAll(u"text_body", u"Text", s.letter.text);
    compareAll(u"html_body", u"Html", s.letter.html);
}

void compareAttachments(const Sample& s, corpora::Expectations* table) {
    QStringList ours;
    QStringList theirs;
    for (const Attachment& one : s.letter.attachments) {
        const QByteArray bytes = mail::partContent(s.raw, one.part);
        ours << (one.contentType == u"message/rfc822" ? QStringLiteral("message")
                                                      : loose(mail::decodeText(bytes, {}).text).left(80));
    }
    for (const QJsonValue& index : s.expected[u"attachments"].toArray()) {
        const QJsonValue body = s.expected[u"parts"][index.toInt()][u"body"];
        const QByteArray bytes = bytesIn(body[u"Binary"].toArray()) + bytesIn(body[u"InlineBinary"].toArray());
        const QString text = body[u"Text"].toString() + body[u"Html"].toString() + mail::decodeText(bytes, {}).text;
        theirs << (body[u"Message"].isObject() ? QStringLiteral("message") : loose(text).left(80));
    }
    ours.sort();
    theirs.sort();
    table->compare(s.file, QStringLiteral("attachments"), ours.join(QStringLiteral(" | ")),
                   theirs.join(QStringLiteral(" | ")));
}

/// file, field: why we say something else
const QStringList kStalwartExceptions{
    // raw 8-bit text without a charset: it gives U+FFFD, we read windows-1252
    QStringLiteral("eml/legacy/010.eml to"),
    QStringLiteral("eml/legacy/010.eml subject"),
    QStringLiteral("eml/legacy/017.eml to"),
    QStringLiteral("eml/legacy/020.eml to"),
    QStringLiteral("eml/legacy/020.eml subject"),
    QStringLiteral("eml/legacy/022.eml to"),
    QStringLiteral("eml/legacy/022.eml subject"),
    QStringLiteral("eml/legacy/027.eml to"),
    QStringLiteral("eml/legacy/027.eml subject"),
    QStringLiteral("eml/legacy/033.eml text_body0"),
    QStringLiteral("eml/legacy/052.eml to"),
    QStringLiteral("eml/legacy/052.eml subject"),
    QStringLiteral("eml/legacy/052.eml text_body0"),
    // leaves uuencoded parts as they are, we decode them
    QStringLiteral("eml/legacy/017.eml attachments"),
    QStringLiteral("eml/legacy/026.eml attachments"),
    QStringLiteral("eml/legacy/048.eml attachments"),
    // a multipart without the parts it promises: it makes an attachment of the words, we show them as text
    QStringLiteral("eml/malformed/002.eml attachments"),
    QStringLiteral("eml/malformed/003.eml attachments"),
    QStringLiteral("eml/malformed/004.eml attachments"),
    QStringLiteral("eml/malformed/006.eml attachments"),
    QStringLiteral("eml/malformed/008.eml attachments"),
    QStringLiteral("eml/malformed/009.eml attachments"),
    QStringLiteral("eml/malformed/011.eml attachments"),
    QStringLiteral("eml/malformed/016.eml attachments"),
    // mails inside mails: nested one deeper, not closed, or no mail at all
    QStringLiteral("eml/malformed/010.eml attachments"),
    QStringLiteral("eml/malformed/012.eml attachments"),
    QStringLiteral("eml/malformed/022.eml attachments"),
    QStringLiteral("eml/thirdparty/015.eml attachments"),
    // a mail overwritten in the middle, with two of everything
    QStringLiteral("eml/malformed/019.eml date"),
    QStringLiteral("eml/malformed/019.eml html_body1"),
    QStringLiteral("eml/malformed/019.eml html_body2"),
    // text/enriched is one form of the text to us; words in place of base64 are decoded all the same
    QStringLiteral("eml/rfc/000.eml attachments"),
    QStringLiteral("eml/rfc/003.eml attachments"),
    // a lone word is a local mailbox to us, a name to it
    QStringLiteral("eml/rfc/001.eml from"),
    QStringLiteral("eml/rfc/001.eml to"),
    QStringLiteral("eml/rfc/004.eml from"),
    QStringLiteral("eml/rfc/004.eml to"),
    // broken base64 and line ends of two kinds: bytes more or less
    QStringLiteral("eml/thirdparty/001.eml text_body2"),
    QStringLiteral("eml/thirdparty/002.eml text_body2"),
    QStringLiteral("eml/thirdparty/002.eml attachments"),
};

}  // namespace

TEST(Stalwart, ExpectsWhatWeReadButForTheNamedExceptions) {
    const QString folder = corpora::folder(QStringLiteral("mime-stalwart"));
    if (folder.isEmpty()) {
        GTEST_SKIP() << "no mime-stalwart";
    }
    corpora::Expectations table;
    for (const QString& path : corpora::files(folder, {QStringLiteral("*.eml")})) {
        Sample sample;
        sample.file = QDir(folder).relativeFilePath(path);
        sample.raw = corpora::bytesOf(path);
        sample.letter = mail::parseMime(sample.raw);
        sample.expected = QJsonDocument::fromJson(
                              corpora::bytesOf(QString(path).replace(QStringLiteral(".eml"), QStringLiteral(".json"))))
                              .object();
        ASSERT_FALSE(sample.expected.isEmpty()) << qPrintable(path);
        compareHeaders(sample, &table);
        compareBodies(sample, &table);
        compareAttachments(sample, &table);
    }
    const QStringList surprises = table.surprises(kStalwartExceptions);
    EXPECT_TRUE(surprises.isEmpty()) << qPrintable(surprises.join(u'\n'));
    EXPECT_EQ(table.total() - table.matched(), kStalwartExceptions.size())
        << table.matched() << " of " << table.total();
}
