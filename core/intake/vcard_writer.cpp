// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/vcard_writer.h"

#include <algorithm>

namespace kith::intake {

namespace {

constexpr qsizetype kFoldAt = 75;  // bytes, RFC 6350 §3.2

QString escaped(const QString& text, bool alsoCommas) {
    QString out;
    for (const QChar c : text) {
        if (c == QLatin1Char('\n')) {
            out += QStringLiteral("\\n");
        } else if (c == QLatin1Char('\\') || c == QLatin1Char(';') || (alsoCommas && c == QLatin1Char(','))) {
            out += QLatin1Char('\\');
            out += c;
        } else if (c != QLatin1Char('\r')) {
            out += c;
        }
    }
    return out;
}

bool isAscii(const QByteArray& bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void appendFolded(QByteArray& out, const QByteArray& line) {
    qsizetype from = 0;
    qsizetype room = kFoldAt;
    while (line.size() - from > room) {
        qsizetype cut = from + room;
        while ((static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) {
            --cut;  // not inside a character
        }
        out += line.mid(from, cut - from) + "\r\n ";
        from = cut;
        room = kFoldAt - 1;
    }
    out += line.mid(from) + "\r\n";
}

/// RFC 2045: at most 76 characters a line, the end of a line as =.
QByteArray quotedPrintable(const QByteArray& bytes, qsizetype used) {
    QByteArray out;
    for (const char c : bytes) {
        const bool plain = c > ' ' && c < 0x7F && c != '=';
        const QByteArray one = plain || c == ' ' ? QByteArray(1, c) : '=' + QByteArray(1, c).toHex().toUpper();
        if (used + one.size() > kFoldAt - 1) {
            out += "=\r\n";
            used = 0;
        }
        out += one;
        used += one.size();
    }
    return out;
}

class CardWriter {
public:
    explicit CardWriter(VCardVersion version)
        : m_version(version) {}

    QByteArray write(const VCard& card) {
        m_out = "BEGIN:VCARD\r\n";
        m_out += m_version == VCardVersion::V21   ? "VERSION:2.1\r\n"
                 : m_version == VCardVersion::V30 ? "VERSION:3.0\r\n"
                                                  : "VERSION:4.0\r\n";
        text("UID", card.uid);
        property("FN", text(card.displayName()));
        structured("N", {card.name.family, card.name.given, card.name.additional, card.name.prefix, card.name.suffix},
                   m_version != VCardVersion::V40);
        list("NICKNAME", card.nicknames);
        structured("ORG", card.organisation, false);
        text("TITLE", card.title);
        text("ROLE", card.role);
        values("EMAIL", card.emails);
        values("TEL", card.phones);
        values("URL", card.urls);
        values("X-SOCIALPROFILE", card.profiles);
        addresses(card.addresses);
        text("BDAY", card.birthday);
        text("NOTE", card.note);
        list("CATEGORIES", card.categories);
        photo(card);
        text("REV", card.revised);
        return m_out + "END:VCARD\r\n";
    }

private:
    QString text(const QString& value) const { return escaped(value, m_version != VCardVersion::V21); }
    void text(const char* name, const QString& value) {
        if (!value.isEmpty()) {
            property(name, text(value));
        }
    }
    void property(const QByteArray& head, const QString& value) {
        const QByteArray bytes = value.toUtf8();
        if (m_version == VCardVersion::V21 && !isAscii(bytes)) {
            const QByteArray start = head + ";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:";
            m_out += start + quotedPrintable(bytes, start.size()) + "\r\n";
        } else {
            appendFolded(m_out, head + ':' + bytes);
        }
    }
    void structured(const char* name, const QStringList& parts, bool evenIfEmpty) {
        const bool empty = std::all_of(parts.begin(), parts.end(), [](const QString& part) { return part.isEmpty(); });
        if (empty && !evenIfEmpty) {
            return;
        }
        QStringList said;
        for (const QString& part : parts) {
            said << text(part);
        }
        property(name, said.join(QLatin1Char(';')));
    }
    void list(const char* name, const QStringList& entries) {
        QStringList said;
        for (const QString& entry : entries) {
            said << text(entry);
        }
        if (!said.isEmpty()) {
            property(name, said.join(QLatin1Char(',')));
        }
    }
    QByteArray head(const char* name, const QStringList& types, bool preferred) const {
        QStringList all = types;
        if (preferred && m_version != VCardVersion::V40) {
            all << QStringLiteral("pref");
        }
        QByteArray head(name);
        for (const QString& type : all) {
            head += m_version == VCardVersion::V21 ? QByteArray(';' + type.toUpper().toUtf8())
                                                   : QByteArray(";TYPE=" + type.toUtf8());
        }
        return preferred && m_version == VCardVersion::V40 ? QByteArray(head + ";PREF=1") : head;
    }
    void values(const char* name, const std::vector<VCardValue>& all) {
        for (const VCardValue& one : all) {
            QByteArray start = head(name, one.types, one.preferred);
            if (!one.label.isEmpty()) {
                const QByteArray group = "item" + QByteArray::number(++m_groups) + '.';
                start.prepend(group);
                property(group + "X-ABLabel", text(one.label));
            }
            property(start, text(one.value));
        }
    }
    void addresses(const std::vector<VCardAddress>& all) {
        for (const VCardAddress& one : all) {
            structured(head("ADR", one.types, false).constData(),
                       {one.postBox, one.extended, one.street, one.city, one.region, one.postcode, one.country}, false);
        }
    }
    void photo(const VCard& card) {
        if (!card.photo) {
            return;
        }
        const VCardPhoto& photo = *card.photo;
        const QByteArray type = photo.mediaType.section(QLatin1Char('/'), 1).toUpper().toLatin1();
        if (!photo.uri.isEmpty()) {
            property(m_version == VCardVersion::V40 ? "PHOTO" : "PHOTO;VALUE=uri", photo.uri);
        } else if (m_version == VCardVersion::V40) {
            appendFolded(m_out, "PHOTO:data:" + photo.mediaType.toLatin1() + ";base64," + photo.data.toBase64());
        } else {
            const QByteArray start = m_version == VCardVersion::V30 ? "PHOTO;ENCODING=b" : "PHOTO;ENCODING=BASE64";
            appendFolded(m_out, start + (type.isEmpty() ? QByteArray() : QByteArray(";TYPE=" + type)) + ':' +
                                    photo.data.toBase64());
            m_out += m_version == VCardVersion::V21 ? "\r\n" : "";  // 2.1: an empty line ends it
        }
    }

    VCardVersion m_version;
    QByteArray m_out;
    int m_groups{0};
};

}  // namespace

QByteArray writeVCard(const VCard& card, VCardVersion version) {
    return CardWriter(version).write(card);
}

}  // namespace kith::intake
