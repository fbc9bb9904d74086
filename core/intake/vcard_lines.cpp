// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/vcard_lines.h"

#include "core/mail/charset.h"

namespace kith::intake {

namespace {

constexpr auto kTooLong = "a line is longer than 32 MB";

bool isQuotedPrintable(const QByteArray& line) {
    const QByteArray head = line.left(line.indexOf(':')).toUpper();
    return head.contains("QUOTED-PRINTABLE");
}

int hexDigit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
}

QByteArray unquoted(const QByteArray& bytes) {
    QByteArray out;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const bool escape =
            bytes[i] == '=' && i + 2 < bytes.size() && hexDigit(bytes[i + 1]) >= 0 && hexDigit(bytes[i + 2]) >= 0;
        if (escape) {
            out += static_cast<char>(hexDigit(bytes[i + 1]) * 16 + hexDigit(bytes[i + 2]));
            i += 2;
        } else {
            out += bytes[i];
        }
    }
    return out;
}

/// Bare words of vCard 2.1: an encoding, a place of the value, else a type.
QString nameOfBareWord(const QString& word) {
    static const QStringList encodings{QStringLiteral("QUOTED-PRINTABLE"), QStringLiteral("BASE64"),
                                       QStringLiteral("B"), QStringLiteral("7BIT"), QStringLiteral("8BIT")};
    static const QStringList places{QStringLiteral("INLINE"), QStringLiteral("URL"), QStringLiteral("CONTENT-ID"),
                                    QStringLiteral("CID")};
    const QString upper = word.toUpper();
    return encodings.contains(upper) ? QStringLiteral("ENCODING")
           : places.contains(upper)  ? QStringLiteral("VALUE")
                                     : QStringLiteral("TYPE");
}

/// RFC 6868: ^n, ^' and ^^.
QString parameterText(QString text) {
    if (!text.contains(QLatin1Char('^'))) {
        return text;
    }
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        const bool escape = text[i] == QLatin1Char('^') &&
                            (next == QLatin1Char('n') || next == QLatin1Char('^') || next == QLatin1Char('\''));
        if (escape) {
            out += next == QLatin1Char('n') ? QLatin1Char('\n') : next == QLatin1Char('\'') ? QLatin1Char('"') : next;
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

/// Where the separator stands outside of quotes; -1: nowhere.
qsizetype outsideQuotes(const QString& text, QChar separator, qsizetype from) {
    bool quoted = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('"')) {
            quoted = !quoted;
        } else if (!quoted && text[i] == separator) {
            return i;
        }
    }
    return -1;
}

QStringList splitOutsideQuotes(const QString& text, QChar separator) {
    QStringList parts;
    qsizetype from = 0;
    for (qsizetype at = outsideQuotes(text, separator, 0); at >= 0; at = outsideQuotes(text, separator, from)) {
        parts << text.mid(from, at - from);
        from = at + 1;
    }
    return parts << text.mid(from);
}

void readParameters(const QStringList& words, VCardProperty& property) {
    for (const QString& word : words) {
        const auto equals = word.indexOf(QLatin1Char('='));
        const QString name = equals < 0 ? nameOfBareWord(word) : word.left(equals).trimmed().toUpper();
        for (QString one : splitOutsideQuotes(equals < 0 ? word : word.mid(equals + 1), QLatin1Char(','))) {
            one = one.trimmed();
            if (one.startsWith(QLatin1Char('"'))) {
                one = one.mid(1, one.size() - (one.endsWith(QLatin1Char('"')) && one.size() > 1 ? 2 : 1));
            }
            // TYPE="work,cell" is one value to the letter and two types to everybody
            const QStringList values = name == QLatin1String("TYPE") ? one.split(QLatin1Char(',')) : QStringList{one};
            for (const QString& value : values) {
                property.parameters.emplace_back(name, parameterText(value.trimmed()));
            }
        }
    }
}

void decodeValue(VCardProperty& property) {
    const QString encoding = property.parameter(QStringLiteral("ENCODING")).toUpper();
    if (encoding == QLatin1String("QUOTED-PRINTABLE")) {
        property.bytes = unquoted(property.bytes);
    } else if (encoding == QLatin1String("B") || encoding == QLatin1String("BASE64")) {
        property.bytes.replace(' ', "").replace('\t', "");
        property.bytes = QByteArray::fromBase64(property.bytes);
        return;  // no text
    }
    property.value = mail::decodeText(property.bytes, property.parameter(QStringLiteral("CHARSET")).toLatin1()).text;
}

VCardProperty propertyOf(const QByteArray& line, qint64 number) {
    VCardProperty property;
    property.line = number;
    const QString head = QString::fromLatin1(line);  // one character a byte: places are the same
    const auto colon = outsideQuotes(head, QLatin1Char(':'), 0);
    if (colon <= 0) {
        property.value = mail::decodeText(line, {}).text;
        return property;
    }
    QStringList words = splitOutsideQuotes(mail::decodeText(line.left(colon), {}).text, QLatin1Char(';'));
    const QString name = words.takeFirst().trimmed();
    property.group = name.contains(QLatin1Char('.')) ? name.section(QLatin1Char('.'), 0, -2).toLower() : QString();
    property.name = name.section(QLatin1Char('.'), -1).toUpper();
    readParameters(words, property);
    property.bytes = line.mid(colon + 1);
    decodeValue(property);
    return property;
}

}  // namespace

QString VCardProperty::parameter(const QString& key) const {
    for (const auto& [known, said] : parameters) {
        if (known == key) {
            return said;
        }
    }
    return {};
}

QStringList VCardProperty::parameterAll(const QString& key) const {
    QStringList all;
    for (const auto& [known, said] : parameters) {
        if (known == key) {
            all << said;
        }
    }
    return all;
}

Result<std::optional<VCardLines::Line>> VCardLines::physical() {
    if (m_ahead) {
        return std::optional<Line>(*std::exchange(m_ahead, std::nullopt));
    }
    if (m_input.atEnd()) {
        return std::optional<Line>();
    }
    Line line{m_input.readLine(kMostVCardLine + 1), ++m_number};
    if (line.bytes.size() > kMostVCardLine) {
        return Error{ErrorKind::Malformed, QStringLiteral("line %1: %2").arg(m_number).arg(QLatin1String(kTooLong)),
                     QStringLiteral("Give a vCard file (.vcf).")};
    }
    while (line.bytes.endsWith('\n') || line.bytes.endsWith('\r')) {
        line.bytes.chop(1);
    }
    return std::optional<Line>(std::move(line));
}

/// Folded lines begin with white space; quoted-printable ones end in '='.
Result<std::optional<VCardLines::Line>> VCardLines::logical() {
    auto first = physical();
    if (!first || !*first) {
        return first;
    }
    Line whole = **first;
    const bool quoted = isQuotedPrintable(whole.bytes);
    for (;;) {
        auto more = physical();
        if (!more) {
            return more.error();
        }
        if (!*more) {
            break;
        }
        QByteArray& bytes = (*more)->bytes;
        if (quoted && whole.bytes.endsWith('=')) {
            whole.bytes.chop(1);
            whole.bytes += bytes;
        } else if (bytes.startsWith(' ') || bytes.startsWith('\t')) {
            whole.bytes += bytes.mid(1);
        } else {
            m_ahead = std::move(**more);
            break;
        }
        if (whole.bytes.size() > kMostVCardLine) {
            return Error{ErrorKind::Malformed,
                         QStringLiteral("line %1: %2").arg(whole.number).arg(QLatin1String(kTooLong)),
                         QStringLiteral("Give a vCard file (.vcf).")};
        }
    }
    return std::optional<Line>(std::move(whole));
}

Result<std::optional<VCardProperty>> VCardLines::next() {
    for (;;) {
        auto line = logical();
        if (!line) {
            return line.error();
        }
        if (!*line) {
            return std::optional<VCardProperty>();
        }
        QByteArray bytes = (*line)->bytes;
        if ((*line)->number == 1 && bytes.startsWith("\xEF\xBB\xBF")) {
            bytes.remove(0, 3);
        }
        if (!bytes.trimmed().isEmpty()) {
            return std::optional<VCardProperty>(propertyOf(bytes, (*line)->number));
        }
    }
}

QString vcardUnescaped(const QString& value) {
    if (!value.contains(QLatin1Char('\\'))) {
        return value;
    }
    QString out;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] != QLatin1Char('\\') || i + 1 == value.size()) {
            out += value[i];
            continue;
        }
        const QChar next = value[++i];
        if (next == QLatin1Char('n') || next == QLatin1Char('N')) {
            out += QLatin1Char('\n');
        } else if (next == QLatin1Char(',') || next == QLatin1Char(';') || next == QLatin1Char('\\') ||
                   next == QLatin1Char(':')) {
            out += next;
        } else {
            out += QLatin1Char('\\');
            out += next;
        }
    }
    return out;
}

QStringList vcardSplit(const QString& value, QChar separator) {
    QStringList parts(QString{});
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == QLatin1Char('\\') && i + 1 < value.size()) {
            parts.back() += value[i];
            parts.back() += value[++i];
        } else if (value[i] == separator) {
            parts << QString();
        } else {
            parts.back() += value[i];
        }
    }
    return parts;
}

}  // namespace kith::intake
