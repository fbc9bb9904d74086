// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/thread_marks.h"

#include "tests/emulators/gmail/header_scan.h"

#include "core/mail/header_text.h"
#include "core/mail/subject.h"

namespace kith::emulator {
namespace {

bool isField(QByteArrayView name, QByteArrayView wanted) {
    return name.size() == wanted.size() && name.compare(wanted, Qt::CaseInsensitive) == 0;
}

void addIds(QByteArrayView value, std::vector<quint64>& hashes) {
    for (const QString& id : mail::messageIds(value)) {
        hashes.push_back(hashOf(id.toUtf8()));
    }
}

}  // namespace

quint64 hashOf(QByteArrayView text) {
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const char c : text) {
        hash = (hash ^ static_cast<quint8>(c)) * 0x100000001b3ULL;
    }
    return hash == 0 ? 1 : hash;
}

ThreadMarks threadMarksOf(QByteArrayView mail) {
    ThreadMarks marks;
    std::vector<quint64> own;
    std::vector<quint64> inReplyTo;
    QByteArrayView subject;
    HeaderScan scan(mail);
    while (const auto field = scan.next()) {
        if (isField(field->name, "Message-ID") && own.empty()) {
            addIds(field->value, own);
        } else if (isField(field->name, "References")) {
            addIds(field->value, marks.references);
        } else if (isField(field->name, "In-Reply-To")) {
            addIds(field->value, inReplyTo);
        } else if (isField(field->name, "Subject") && subject.isEmpty()) {
            subject = field->value;
        }
    }
    marks.messageId = own.empty() ? 0 : own.front();
    marks.references.insert(marks.references.end(), inReplyTo.begin(), inReplyTo.end());
    marks.subject = hashOf(mail::normalizedSubject(mail::decodedHeader(subject)).toCaseFolded().toUtf8());
    return marks;
}

QByteArray messageIdOf(QByteArrayView mail) {
    const QStringList found = mail::messageIds(headerValue(mail, "Message-ID"));
    return found.isEmpty() ? QByteArray() : found.front().toUtf8();
}

}  // namespace kith::emulator
