// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/aimed_letter.h"

#include "core/mail/html_sanitizer.h"
#include "core/mail/mime_parser.h"

namespace kith::service {

namespace {

constexpr qsizetype kReadForOrders = 16 * 1024;
constexpr qsizetype kBiggestCalendar = 64 * 1024;

/// Lines joined, escapes undone: enough to read what it says.
QString calendarWords(const QByteArray& bytes) {
    QString text = QString::fromUtf8(bytes.left(kBiggestCalendar));
    text.remove(QLatin1String("\r\n ")).remove(QLatin1String("\n "));
    return text.replace(QLatin1String("\\n"), QLatin1String("\n\n")).replace(QLatin1String("\\,"), QLatin1String(","));
}

bool aims(const QString& text) {
    return triage::addressesAssistant(text.left(kReadForOrders)).has_value();
}

QString asWords(QString name) {
    return name.replace(u'_', u' ').replace(u'-', u' ').replace(u'.', u' ');
}

bool calendarAims(const Letter& letter, const QByteArray& source) {
    for (const Attachment& one : letter.attachments) {
        const bool calendar = one.contentType == QStringLiteral("text/calendar") ||
                              one.filename.endsWith(QStringLiteral(".ics"), Qt::CaseInsensitive);
        if (calendar && one.size <= kBiggestCalendar && aims(calendarWords(mail::partContent(source, one.part)))) {
            return true;
        }
    }
    return false;
}

}  // namespace

AimedAt aimedAt(const Letter& letter, const QString& hidden, const QByteArray& source) {
    AimedAt found;
    const auto note = [&found](bool there, const char* place) {
        if (there) {
            found.places << QLatin1String(place);
        }
    };
    found.span = triage::addressesAssistant(letter.text.left(kReadForOrders));
    note(found.span.has_value(), "text");
    note(!hidden.isEmpty() && aims(hidden), "hidden");
    note(aims(letter.subject), "subject");
    bool sender = false;
    for (const Addresses* list : {&letter.from, &letter.replyTo, &letter.to, &letter.cc}) {
        for (const Address& who : *list) {
            sender = sender || (who.name.size() > 12 && aims(who.name));
        }
    }
    note(sender, "sender");
    bool named = false;
    for (const Attachment& one : letter.attachments) {
        named = named || (one.filename.size() > 12 && (aims(one.filename) || aims(asWords(one.filename))));
    }
    note(named, "file-name");
    note(calendarAims(letter, source), "calendar");
    return found;
}

QString suspectHiddenText(const Letter& letter) {
    QString hidden = letter.unseenText;
    if (!letter.html.isEmpty() && letter.html.size() < kReadForOrders * 32) {
        hidden += u'\n' + mail::hiddenTextOf(letter.html);
    }
    return hidden;
}

}  // namespace kith::service
