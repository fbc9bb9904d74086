// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/address_parser.h"

#include "core/mail/charset.h"
#include "core/mail/header_text.h"

#include <QUrl>

namespace kith::mail {

namespace {

constexpr size_t kMostAddresses = 20000;  // a hostile header must not fill the memory

/// What stands between two commas.
struct RawMailbox {
    QByteArray phrase;   ///< quoted strings without their quotes
    QByteArray literal;  ///< the same with quotes kept: what an address may be made of
    QByteArray angle;
    QByteArray comment;
    bool hasAngle{false};
    bool quoted{false};

    bool isEmpty() const { return phrase.trimmed().isEmpty() && !hasAngle && comment.isEmpty(); }
};

/// Comments may stand anywhere in an address, except in quotes.
QByteArray withoutAddressComments(const QByteArray& raw) {
    QByteArray out;
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const char c = raw[i];
        quoted = c == '"' && depth == 0 ? !quoted : quoted;
        depth += c == '(' && !quoted;
        if (depth == 0) {
            out += c;
        } else if (c == '\\') {
            ++i;
        }
        depth -= c == ')' && !quoted && depth > 0;
    }
    return depth == 0 ? out : raw;
}

QString addressText(QByteArray raw) {
    raw = (raw.contains('(') ? withoutAddressComments(raw) : raw).trimmed();
    while (raw.startsWith('<')) {
        raw.remove(0, 1);
    }
    if (raw.startsWith('@') && raw.contains(':')) {  // source route: the address follows the colon
        raw.remove(0, raw.indexOf(':') + 1);
    }
    if (raw.startsWith("mailto:")) {
        raw.remove(0, 7);
    }
    if (!raw.contains('"')) {
        raw = raw.simplified();
        raw.replace(" ", "");
    }
    QString text = raw.contains("=?") ? decodedHeader(raw) : decodeText(raw, {}).text;
    while (text.endsWith(QLatin1Char('.')) || text.endsWith(QLatin1Char('>'))) {
        text.chop(1);
    }
    const qsizetype at = text.lastIndexOf(QLatin1Char('@'));
    return at < 0 ? text : QString(text.left(at + 1) + unicodeDomain(text.mid(at + 1)));
}

class AddressReader {
public:
    explicit AddressReader(QByteArrayView header)
        : m_text(unfolded(header)) {}

    Addresses read() {
        while (m_at < m_text.size() && m_out.size() < kMostAddresses) {
            step();
        }
        endMailbox();
        endGroup();
        keepPending();
        return std::move(m_out);
    }

private:
    void step();
    void readQuoted();
    void readComment();
    void readAngle();
    void readUntil(QByteArrayView mark);
    void startGroup();
    void endGroup();
    void endMailbox();
    void keepPending();
    void addBare(const RawMailbox& box);
    void add(Address address);

    QByteArray m_text;
    qsizetype m_at{0};
    RawMailbox m_box;
    Addresses m_out;
    QString m_pending;  ///< words before a comma that may be the first half of "Family, Given <…>"
    QString m_group;
    int m_openComments{0};
    bool m_inGroup{false};
    size_t m_groupStart{0};
};

void AddressReader::step() {
    const char c = m_text[m_at];
    if (c == '"') {
        readQuoted();
    } else if (c == '(') {
        readComment();
    } else if (c == '<') {
        readAngle();
    } else if (c == '[') {
        readUntil("]");
    } else if (c == '=' && m_text.mid(m_at, 2) == "=?") {
        readUntil("?=");
    } else if (c == ':' && !m_inGroup && !m_box.phrase.trimmed().isEmpty() && !m_box.literal.contains('@') &&
               !m_box.hasAngle) {
        startGroup();
    } else if (c == ',' || c == ';') {
        ++m_at;
        endMailbox();
        if (c == ';') {
            endGroup();
        }
    } else {
        m_box.phrase += c;
        m_box.literal += c;
        ++m_at;
    }
}

void AddressReader::readQuoted() {
    QByteArray content;
    qsizetype i = m_at + 1;
    for (; i < m_text.size() && m_text[i] != '"'; ++i) {
        if (m_text[i] == '\\' && i + 1 < m_text.size()) {
            ++i;
        }
        content += m_text[i];
    }
    if (i >= m_text.size()) {  // never closed: the quote means nothing
        m_box.phrase += ' ';
        ++m_at;
        return;
    }
    m_box.phrase += content;
    m_box.literal += m_text.mid(m_at, i + 1 - m_at);
    m_box.quoted = true;
    m_at = i + 1;
}

void AddressReader::readComment() {
    int depth = 0;
    QByteArray content;
    const bool hopeless = m_openComments > 50;  // each would be looked for up to the end
    qsizetype i = hopeless ? m_text.size() : m_at;
    for (; i < m_text.size(); ++i) {
        const char c = m_text[i];
        if (c == '\\' && i + 1 < m_text.size()) {
            content += m_text[++i];
            continue;
        }
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0) {
            break;
        }
        if (i != m_at) {
            content += c;
        }
    }
    if (i >= m_text.size()) {
        ++m_openComments;
        m_box.phrase += ' ';
        m_box.literal += ' ';
        ++m_at;
        return;
    }
    m_box.comment = m_box.comment.isEmpty() ? content : m_box.comment;
    m_box.phrase += ' ';
    m_box.literal += ' ';
    m_at = i + 1;
}

void AddressReader::readAngle() {
    if (m_box.hasAngle && m_box.angle.contains('@')) {
        endMailbox();
    }
    qsizetype i = m_at + 1;
    bool quoted = false;
    for (; i < m_text.size(); ++i) {
        const char c = m_text[i];
        quoted = c == '"' ? !quoted : quoted;
        const bool route = m_at + 1 < m_text.size() && m_text[m_at + 1] == '@';
        if (!quoted && (c == '>' || (c == ',' && !route) || (c == '<' && i > m_at + 1))) {
            break;
        }
    }
    m_box.angle = m_text.mid(m_at + 1, i - m_at - 1);
    m_box.hasAngle = true;
    m_at = i < m_text.size() && m_text[i] == '>' ? i + 1 : i;
}

void AddressReader::readUntil(QByteArrayView mark) {
    qsizetype end = -1;
    if (mark == QByteArrayView("?=")) {
        const qsizetype charset = m_text.indexOf('?', m_at + 2);
        const qsizetype kind = charset < 0 ? -1 : m_text.indexOf('?', charset + 1);
        end = kind < 0 ? -1 : m_text.indexOf(mark.data(), kind + 1);
    } else {
        end = m_text.mid(m_at, 300).indexOf(mark.data());  // no literal is longer
        end = end < 0 ? -1 : end + m_at;
    }
    end = end - m_at > 2000 ? -1 : end;
    const qsizetype length = end < 0 ? 1 : end + mark.size() - m_at;
    m_box.phrase += m_text.mid(m_at, length);
    m_box.literal += m_text.mid(m_at, length);
    m_at += length;
}

void AddressReader::startGroup() {
    keepPending();
    m_group = decodedHeader(m_box.phrase);
    m_inGroup = true;
    m_groupStart = m_out.size();
    m_box = {};
    ++m_at;
}

void AddressReader::endGroup() {
    if (m_inGroup) {
        keepPending();
        if (m_out.size() == m_groupStart) {
            add({m_group, {}});
        }
    }
    m_inGroup = false;
}

void AddressReader::endMailbox() {
    const RawMailbox box = std::exchange(m_box, {});
    if (box.isEmpty()) {
        return;
    }
    const QString comment = decodedHeader(box.comment);
    if (box.hasAngle) {
        QString name = decodedHeader(box.phrase);
        if (!m_pending.isEmpty()) {
            name = name.isEmpty() ? m_pending : QString(m_pending + QStringLiteral(", ") + name);
            m_pending.clear();
        }
        QString address = addressText(box.angle);
        if (address.isEmpty() && name.contains(QLatin1Char('@')) && !name.contains(QLatin1Char(' '))) {
            address = std::exchange(name, {});
        }
        if (!address.isEmpty() || !name.isEmpty()) {
            add({name.isEmpty() ? comment : name, address});
        }
        return;
    }
    keepPending();
    addBare(box);
}

/// No angle brackets: an address, an address among words, or words only.
void AddressReader::addBare(const RawMailbox& box) {
    const QString comment = decodedHeader(box.comment);
    QByteArray literal = box.literal.simplified();
    if (!literal.contains('@')) {
        const QString words = decodedHeader(box.phrase);
        if (comment.isEmpty() && !m_inGroup) {
            m_pending = words;
        } else if (!words.isEmpty()) {
            add({comment, words});
        }
        return;
    }
    literal.replace(" @", "@").replace("@ ", "@");
    QByteArray joined = literal;
    joined.replace(" .", ".").replace(". ", ".");
    if (!joined.contains(' ') && !literal.contains(". ")) {
        add({comment, addressText(joined)});
        return;
    }
    if (literal.startsWith('"') || (!joined.contains(' ') && literal.indexOf(". ") > literal.indexOf('@'))) {
        add({comment, addressText(literal.startsWith('"') ? literal : joined)});
        return;
    }
    QByteArray name;
    QByteArray address;
    for (const QByteArray& word : literal.split(' ')) {
        if (word.contains('@') && address.isEmpty()) {
            address = word;
        } else {
            name += word + ' ';
        }
    }
    QString shown = decodedHeader(name);
    shown.remove(QLatin1Char('"'));
    add({shown.isEmpty() ? comment : shown, addressText(address)});
}

/// Words without any address: one word is a local mailbox, several are a name.
void AddressReader::keepPending() {
    const QString words = std::exchange(m_pending, {});
    if (words.isEmpty()) {
        return;
    }
    add(words.contains(QLatin1Char(' ')) ? Address{words, {}} : Address{{}, words});
}

void AddressReader::add(Address address) {
    QString& name = address.name;
    if (name.size() > 1 && name.startsWith(QLatin1Char('\'')) && name.endsWith(QLatin1Char('\''))) {
        name = name.mid(1, name.size() - 2).trimmed();
    }
    m_out.push_back(std::move(address));
}

}  // namespace

QString unicodeDomain(const QString& domain) {
    if (!domain.contains(QLatin1String("xn--"), Qt::CaseInsensitive)) {
        return domain;
    }
    const QString unicode = QUrl::fromAce(domain.toLatin1(), QUrl::IgnoreIDNWhitelist);
    return unicode.isEmpty() ? domain : unicode;
}

Addresses parseAddresses(QByteArrayView header) {
    return AddressReader(header).read();
}
Addresses parseAddresses(const QString& header) {
    return parseAddresses(QByteArrayView(header.toUtf8()));
}

}  // namespace kith::mail
