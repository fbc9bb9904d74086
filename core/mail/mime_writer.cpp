// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/mime_writer.h"

#include "core/base/text.h"
#include "core/mail/mime_tree.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUrl>

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>

namespace kith::mail {

namespace {

constexpr qsizetype kFlowWidth = 72;

struct ObjectRelease {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, ObjectRelease>;

QString ownMessageId(const QByteArray& unique, const QString& sender) {
    const QByteArray domain = QUrl::toAce(addressDomain(sender));
    return QStringLiteral("kith-") + QString::fromLatin1(unique.toHex()) + u'@' +
           QString::fromLatin1(domain.isEmpty() ? QByteArray("localhost") : domain);
}

/// What looks like an encoded word and is none has to be encoded, or its reader would decode it.
QByteArray subjectWords(const QString& subject) {
    constexpr qsizetype mostInAWord = 36;
    if (!subject.contains(QStringLiteral("=?"))) {
        return subject.toUtf8();
    }
    QByteArrayList words;
    QByteArray piece;
    for (const uint letter : subject.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(reinterpret_cast<const char32_t*>(&letter), 1).toUtf8();
        if (piece.size() + bytes.size() > mostInAWord) {
            words << "=?utf-8?B?" + piece.toBase64() + "?=";
            piece.clear();
        }
        piece += bytes;
    }
    words << "=?utf-8?B?" + piece.toBase64() + "?=";
    return words.join(' ');
}

/// The domain as the wire wants it; Malformed where the address cannot be written.
Result<QByteArray> wireAddress(const QString& address) {
    const qsizetype at = address.lastIndexOf(u'@');
    const QString local = address.left(at);
    const QByteArray domain = at > 0 ? QUrl::toAce(address.mid(at + 1)) : QByteArray();
    const bool ascii =
        std::all_of(local.begin(), local.end(), [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7F; });
    if (domain.isEmpty() || !ascii || local.contains(u'<') || local.contains(u'>') || local.contains(u',')) {
        return Error{
            ErrorKind::Malformed, QStringLiteral("\"%1\" is no address that mail can be sent to").arg(address), {}};
    }
    return QByteArray(local.toLatin1() + '@' + domain);
}

Result<void> addPeople(GMimeMessage* message, GMimeAddressType type, const Addresses& people) {
    for (const Address& who : people) {
        const auto address = wireAddress(who.address);
        if (!address) {
            return address.error();
        }
        const QByteArray name = text::oneLine(who.name).toUtf8();
        g_mime_message_add_mailbox(message, type, name.isEmpty() ? nullptr : name.constData(), address->constData());
    }
    return {};
}

void setDate(GMimeMessage* message, const OutgoingLetter& letter) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(letter.date).count();
    GTimeZone* zone = g_time_zone_new_offset(static_cast<int>(std::chrono::seconds(letter.dateOffset).count()));
    GDateTime* utc = g_date_time_new_from_unix_utc(seconds);
    GDateTime* local = g_date_time_to_timezone(utc, zone);
    g_mime_message_set_date(message, local);
    g_date_time_unref(local);
    g_date_time_unref(utc);
    g_time_zone_unref(zone);
}

QByteArray bracketed(const QString& id) {
    QString bare = id;
    bare.removeIf([](QChar c) { return c.isSpace() || c == u'<' || c == u'>'; });
    return '<' + bare.toUtf8() + '>';
}

Owned<GMimeObject> textPart(const char* subtype, const QString& text) {
    Owned<GMimeObject> part(GMIME_OBJECT(g_mime_text_part_new_with_subtype(subtype)));
    g_mime_text_part_set_charset(GMIME_TEXT_PART(part.get()), "utf-8");
    g_mime_text_part_set_text(GMIME_TEXT_PART(part.get()), text.toUtf8().constData());
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x7F; });
    const auto lines = QStringView(text).split(u'\n');
    const bool narrow = std::all_of(lines.begin(), lines.end(), [](QStringView line) { return line.size() < 900; });
    g_mime_part_set_content_encoding(GMIME_PART(part.get()), plain && narrow ? GMIME_CONTENT_ENCODING_7BIT
                                                                             : GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    return part;
}

Owned<GMimeObject> bodyPart(const OutgoingLetter& letter) {
    Owned<GMimeObject> plain = textPart("plain", flowedText(letter.text));
    g_mime_object_set_content_type_parameter(plain.get(), "format", "flowed");
    if (!letter.withHtml) {
        return plain;
    }
    Owned<GMimeObject> both(GMIME_OBJECT(g_mime_multipart_new_with_subtype("alternative")));
    const Owned<GMimeObject> html = textPart("html", htmlOfText(letter.text));
    g_mime_multipart_add(GMIME_MULTIPART(both.get()), plain.get());
    g_mime_multipart_add(GMIME_MULTIPART(both.get()), html.get());
    return both;
}

Owned<GMimeObject> filePart(const OutgoingFile& file) {
    const QByteArray type = file.contentType.isEmpty() ? "application/octet-stream" : file.contentType.toLatin1();
    const qsizetype slash = type.indexOf('/');
    Owned<GMimeObject> part(GMIME_OBJECT(g_mime_part_new_with_type(
        type.left(slash).constData(), slash > 0 ? type.mid(slash + 1).constData() : "plain")));
    const Owned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(file.bytes.constData(), static_cast<size_t>(file.bytes.size())));
    const Owned<GMimeDataWrapper> content(
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(GMIME_PART(part.get()), content.get());
    g_mime_part_set_content_encoding(GMIME_PART(part.get()), GMIME_CONTENT_ENCODING_BASE64);
    g_mime_object_set_disposition(part.get(), "attachment");
    g_mime_part_set_filename(GMIME_PART(part.get()), text::oneLine(file.name).toUtf8().constData());
    return part;
}

QByteArray bytesOf(GMimeMessage* message) {
    GMimeFormatOptions* options = g_mime_format_options_new();
    g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
    char* text = g_mime_object_to_string(GMIME_OBJECT(message), options);
    QByteArray bytes(text);
    g_free(text);
    g_mime_format_options_free(options);
    return bytes;
}

int quoteDepth(QStringView line, QStringView* rest) {
    int depth = 0;
    qsizetype at = 0;
    while (at < line.size() &&
           (line[at] == u'>' || (line[at] == u' ' && at + 1 < line.size() && line[at + 1] == u'>'))) {
        depth += line[at] == u'>' ? 1 : 0;
        ++at;
    }
    *rest = line.sliced(at);
    if (depth > 0 && rest->startsWith(u' ')) {
        *rest = rest->sliced(1);
    }
    return depth;
}

/// Words of one paragraph on soft lines.
void flow(QString& out, const QString& marks, QStringView words) {
    const QString stuffing = marks.isEmpty() || words.isEmpty() ? QString() : QStringLiteral(" ");
    QString line;
    const auto put = [&](const QString& content, bool soft) {
        const bool stuffed = marks.isEmpty() && (content.startsWith(u' ') || content.startsWith(u'>') ||
                                                 content.startsWith(QLatin1String("From ")));
        out += marks + (stuffed ? QStringLiteral(" ") : stuffing) + content +
               (soft ? QStringLiteral(" \n") : QStringLiteral("\n"));
    };
    for (const QStringView word : words.split(u' ')) {
        const bool endsBeforeIt = !line.isEmpty() && line != u"--";  // alone it would begin a signature
        if (endsBeforeIt && line.size() + word.size() + 1 + marks.size() > kFlowWidth) {
            put(line, true);
            line = word.toString();
        } else {
            line += (line.isNull() ? QString() : QStringLiteral(" ")) + word;
        }
    }
    put(line, false);
}

}  // namespace

QString flowedText(const QString& text) {
    QString out;
    for (const QStringView raw : QStringView(text).split(u'\n')) {
        QStringView line = raw;
        if (line == u"-- ") {
            out += QStringLiteral("-- \n");
            continue;
        }
        while (line.endsWith(u' ') || line.endsWith(u'\r') || line.endsWith(u'\t')) {
            line.chop(1);
        }
        QStringView rest;
        const int depth = quoteDepth(line, &rest);
        flow(out, QString(depth, u'>'), rest);
    }
    out.chop(1);  // the end of the last line is no line
    return out;
}

QString htmlOfText(const QString& text) {
    QString out = QStringLiteral("<html><body>");
    int depth = 0;
    QStringList paragraph;
    const auto close = [&] {
        if (!paragraph.isEmpty()) {
            out += QStringLiteral("<p>") + paragraph.join(QStringLiteral("<br>\n")) + QStringLiteral("</p>\n");
            paragraph.clear();
        }
    };
    for (const QStringView line : QStringView(text).split(u'\n')) {
        QStringView rest;
        const int wanted = std::min(quoteDepth(line, &rest), 20);
        if (wanted != depth) {
            close();
        }
        for (; depth < wanted; ++depth) {
            out += QStringLiteral("<blockquote>\n");
        }
        for (; depth > wanted; --depth) {
            out += QStringLiteral("</blockquote>\n");
        }
        if (rest.trimmed().isEmpty()) {
            close();
        } else {
            paragraph << rest.toString().toHtmlEscaped();
        }
    }
    close();
    for (; depth > 0; --depth) {
        out += QStringLiteral("</blockquote>\n");
    }
    return out + QStringLiteral("</body></html>\n");
}

QString answerMessageId(const QString& answered, const QString& sender) {
    if (answered.isEmpty()) {
        return newMessageId(sender);
    }
    const QByteArray both = "kith answer\n" + answered.toUtf8() + '\n' + addressKey(sender).toUtf8();
    return ownMessageId(QCryptographicHash::hash(both, QCryptographicHash::Sha256).left(16), sender);
}

QString newMessageId(const QString& sender) {
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return ownMessageId(QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words), sender);
}

Result<QByteArray> writeMime(const OutgoingLetter& letter) {
    setUpGMime();
    if (letter.from.address.isEmpty()) {
        return Error{ErrorKind::Malformed, QStringLiteral("the letter has no sender"), {}};
    }
    const Owned<GMimeMessage> message(g_mime_message_new(TRUE));
    const std::array<std::pair<GMimeAddressType, const Addresses*>, 3> fields{{{GMIME_ADDRESS_TYPE_TO, &letter.to},
                                                                               {GMIME_ADDRESS_TYPE_CC, &letter.cc},
                                                                               {GMIME_ADDRESS_TYPE_BCC, &letter.bcc}}};
    Result<void> added = addPeople(message.get(), GMIME_ADDRESS_TYPE_FROM, {letter.from});
    for (const auto& [type, people] : fields) {
        added = added ? addPeople(message.get(), type, *people) : added;
    }
    if (!added) {
        return added.error();
    }
    g_mime_message_set_subject(message.get(), subjectWords(text::oneLine(letter.subject)).constData(), "utf-8");
    setDate(message.get(), letter);
    auto* object = GMIME_OBJECT(message.get());
    if (!letter.rfc822MessageId.isEmpty()) {
        g_mime_object_set_header(object, "Message-Id", bracketed(letter.rfc822MessageId).constData(), nullptr);
    }
    if (!letter.inReplyTo.isEmpty()) {
        g_mime_object_set_header(object, "In-Reply-To", bracketed(letter.inReplyTo).constData(), nullptr);
    }
    QByteArray references;
    for (const QString& id : letter.references) {
        references += (references.isEmpty() ? "" : " ") + bracketed(id);
    }
    if (!references.isEmpty()) {
        g_mime_object_set_header(object, "References", references.constData(), nullptr);
    }
    g_mime_object_set_header(object, "MIME-Version", "1.0", nullptr);
    Owned<GMimeObject> body = bodyPart(letter);
    if (!letter.files.empty()) {
        Owned<GMimeObject> mixed(GMIME_OBJECT(g_mime_multipart_new_with_subtype("mixed")));
        g_mime_multipart_add(GMIME_MULTIPART(mixed.get()), body.get());
        for (const OutgoingFile& file : letter.files) {
            const Owned<GMimeObject> part = filePart(file);
            g_mime_multipart_add(GMIME_MULTIPART(mixed.get()), part.get());
        }
        body = std::move(mixed);
    }
    g_mime_message_set_mime_part(message.get(), body.get());
    return bytesOf(message.get());
}

}  // namespace kith::mail
