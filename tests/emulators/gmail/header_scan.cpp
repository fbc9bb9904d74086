// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/header_scan.h"

#include "core/mail/header_text.h"
#include "core/mail/mime_repair.h"

namespace kith::emulator {
namespace {

qsizetype lineEnd(QByteArrayView text, qsizetype at) {
    const qsizetype newline = text.indexOf('\n', at);
    return newline < 0 ? text.size() : newline + 1;
}

QByteArrayView withoutLineEnd(QByteArrayView line) {
    while (!line.isEmpty() && (line.back() == '\n' || line.back() == '\r')) {
        line.chop(1);
    }
    return line;
}

bool sameName(QByteArrayView a, QByteArrayView b) {
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

}  // namespace

HeaderScan::HeaderScan(QByteArrayView mail)
    : m_mail(mail) {
    bool skipped = false;
    m_at = mail.size() - mail::withoutPreamble(mail, &skipped).size();
}

std::optional<HeaderField> HeaderScan::next() {
    while (m_at < m_mail.size()) {
        const qsizetype start = m_at;
        qsizetype end = lineEnd(m_mail, start);
        if (withoutLineEnd(m_mail.sliced(start, end - start)).isEmpty()) {
            m_at = end;
            return std::nullopt;
        }
        while (end < m_mail.size() && (m_mail[end] == ' ' || m_mail[end] == '\t')) {
            end = lineEnd(m_mail, end);
        }
        m_at = end;
        const QByteArrayView whole = m_mail.sliced(start, end - start);
        const qsizetype colon = whole.indexOf(':');
        if (colon > 0) {
            return HeaderField{whole.first(colon).trimmed(), withoutLineEnd(whole.sliced(colon + 1)).trimmed(), whole};
        }
    }
    return std::nullopt;
}

QByteArrayView headerValue(QByteArrayView mail, QByteArrayView name) {
    HeaderScan scan(mail);
    while (const auto field = scan.next()) {
        if (sameName(field->name, name)) {
            return field->value;
        }
    }
    return {};
}

QString headerText(QByteArrayView mail, QByteArrayView name) {
    const QByteArrayView value = headerValue(mail, name);
    return value.isEmpty() ? QString() : mail::decodedHeader(value);
}

qsizetype bodyStart(QByteArrayView mail) {
    HeaderScan scan(mail);
    while (scan.next()) {
    }
    return scan.position();
}

QByteArray withoutHeader(const QByteArray& mail, QByteArrayView name) {
    QByteArray kept;
    HeaderScan scan(mail);
    qsizetype from = 0;
    while (const auto field = scan.next()) {
        if (sameName(field->name, name)) {
            const qsizetype start = field->whole.data() - mail.constData();
            kept += QByteArrayView(mail).sliced(from, start - from);
            from = start + field->whole.size();
        }
    }
    return from == 0 ? mail : kept + mail.mid(from);
}

QByteArray withHeader(const QByteArray& mail, QByteArrayView name, QByteArrayView value) {
    const qsizetype newline = mail.indexOf('\n');
    const bool bare = newline == 0 || (newline > 0 && mail[newline - 1] != '\r');
    return name.toByteArray() + ": " + value.toByteArray() + (bare ? "\n" : "\r\n") + mail;
}

QByteArray headerParameter(QByteArrayView value, QByteArrayView name) {
    qsizetype at = value.indexOf(';');
    while (at >= 0 && at < value.size()) {
        ++at;
        qsizetype equals = value.indexOf('=', at);
        if (equals < 0) {
            return {};
        }
        const bool wanted = sameName(value.sliced(at, equals - at).trimmed(), name);
        qsizetype start = equals + 1;
        while (start < value.size() && (value[start] == ' ' || value[start] == '\t')) {
            ++start;
        }
        const bool quoted = start < value.size() && value[start] == '"';
        const qsizetype stop = value.indexOf(quoted ? '"' : ';', quoted ? start + 1 : start);
        const qsizetype end = stop < 0 ? value.size() : stop;
        if (wanted) {
            start += quoted ? 1 : 0;
            return value.sliced(start, end - start).trimmed().toByteArray();
        }
        at = quoted && stop >= 0 ? value.indexOf(';', end) : stop;
    }
    return {};
}

}  // namespace kith::emulator
