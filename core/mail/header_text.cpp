// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/header_text.h"

#include "core/mail/charset.h"

namespace kith::mail {

namespace {

struct EncodedWord {
    QByteArray charset;
    bool base64{false};
    QByteArray content;  ///< still encoded
    qsizetype end{0};    ///< index after the closing ?=
};

bool headerSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
bool hexDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// A question mark before an encoded byte ("?=20") is not the end where another end follows.
qsizetype closingOf(QByteArrayView raw, qsizetype from, bool base64) {
    qsizetype end = raw.indexOf("?=", from);
    qsizetype opening = end < 0 ? -1 : raw.indexOf("=?", end + 2);
    while (!base64 && end >= 0 && end + 3 < raw.size() && hexDigit(raw[end + 2]) && hexDigit(raw[end + 3])) {
        const qsizetype next = raw.indexOf("?=", end + 2);
        if (opening >= 0 && opening < end + 2) {
            opening = raw.indexOf("=?", end + 2);
        }
        if (next < 0 || (opening >= 0 && opening < next)) {
            break;
        }
        end = next;
    }
    return end;
}

bool readEncodedWord(QByteArrayView raw, qsizetype at, EncodedWord* word) {
    const qsizetype first = raw.indexOf('?', at + 2);
    if (first < 0 || first - at > 80 || first + 2 >= raw.size() || raw[first + 2] != '?') {
        return false;
    }
    const char kind = raw[first + 1];
    word->base64 = kind == 'B' || kind == 'b';
    if (!word->base64 && kind != 'Q' && kind != 'q') {
        return false;
    }
    word->charset = raw.sliced(at + 2, first - at - 2).toByteArray();
    if (const qsizetype star = word->charset.indexOf('*'); star >= 0) {
        word->charset.truncate(star);
    }
    qsizetype end = closingOf(raw, first + 3, word->base64);
    const qsizetype length = end < 0 ? 0 : 2;
    end = end < 0 ? raw.size() : end;
    word->content = raw.sliced(first + 3, end - first - 3).toByteArray();
    word->end = end + length;
    return true;
}

QByteArray fromQ(const QByteArray& content) {
    QByteArray bytes;
    bytes.reserve(content.size());
    for (qsizetype i = 0; i < content.size(); ++i) {
        const char c = content[i];
        if (c == '=' && i + 2 < content.size() && hexDigit(content[i + 1]) && hexDigit(content[i + 2])) {
            bytes.append(QByteArray::fromHex(content.mid(i + 1, 2)));
            i += 2;
        } else {
            bytes.append(c == '_' ? ' ' : c);
        }
    }
    return bytes;
}

QByteArray wordBytes(const EncodedWord& word) {
    return word.base64 ? QByteArray::fromBase64(word.content) : fromQ(word.content);
}

/// Collects the bytes of neighbouring words of one charset, so that a character split between two
/// words comes out whole.
class WordJoiner {
public:
    void add(const EncodedWord& word, QString* out) {
        if (m_open && m_charset.compare(word.charset, Qt::CaseInsensitive) != 0) {
            flush(out);
        }
        m_charset = word.charset;
        const bool continued =
            m_open && m_base64 && word.base64 && m_content.size() % 4 != 0 && !m_content.contains('=');
        if (!continued) {
            settle();
        }
        m_content += word.content;
        m_base64 = word.base64;
        m_open = true;
    }
    void flush(QString* out) {
        settle();
        if (m_open) {
            out->append(decodeText(m_bytes, m_charset).text);
        }
        m_bytes.clear();
        m_open = false;
    }
    bool isOpen() const { return m_open; }

private:
    void settle() {
        m_bytes += wordBytes({{}, m_base64, m_content, 0});
        m_content.clear();
    }
    QByteArray m_charset;
    QByteArray m_content;
    QByteArray m_bytes;
    bool m_base64{false};
    bool m_open{false};
};

bool onlySpace(QByteArrayView raw) {
    for (const char c : raw) {
        if (!headerSpace(c)) {
            return false;
        }
    }
    return true;
}

QString withoutControls(QString text) {
    qsizetype to = 0;
    for (const QChar c : std::as_const(text)) {
        const char16_t u = c.unicode();
        if (u == '\t' || u == '\n' || u == '\r') {
            text[to++] = QLatin1Char(' ');
        } else if (u >= 0x20 && (u < 0x7F || u >= 0xA0)) {
            text[to++] = c;
        }
    }
    text.truncate(to);
    return text.trimmed();
}

}  // namespace

QByteArray unfolded(QByteArrayView raw) {
    QByteArray flat;
    flat.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\r' && raw[i] != '\n') {
            flat.append(raw[i]);
            continue;
        }
        while (i + 1 < raw.size() && headerSpace(raw[i + 1])) {
            ++i;
        }
        flat.append(' ');
    }
    return flat.trimmed();
}

QString decodedHeader(QByteArrayView raw) {
    const QByteArray flat = unfolded(raw);
    QString out;
    WordJoiner words;
    qsizetype plain = 0;
    EncodedWord word;
    for (qsizetype at = flat.indexOf("=?"); at >= 0; at = flat.indexOf("=?", at)) {
        if (!readEncodedWord(flat, at, &word)) {
            at += 2;
            continue;
        }
        const QByteArrayView between = QByteArrayView(flat).sliced(plain, at - plain);
        if (!words.isOpen() || !onlySpace(between)) {
            words.flush(&out);
            out += decodeText(between, {}).text;
        }
        words.add(word, &out);
        at = plain = word.end;
    }
    words.flush(&out);
    out += decodeText(QByteArrayView(flat).sliced(plain), {}).text;
    return withoutControls(out);
}

QStringList messageIds(QByteArrayView raw) {
    const QByteArray flat = unfolded(raw);
    QStringList ids;
    const auto add = [&ids](QByteArray id) {
        id = id.simplified();
        id.replace(' ', "");
        if (const QString text = decodeText(id, {}).text; !text.isEmpty() && !ids.contains(text)) {
            ids << text;
        }
    };
    qsizetype open = flat.indexOf('<');
    for (; open >= 0 && ids.size() < 1000; open = flat.indexOf('<', open + 1)) {
        qsizetype end = open + 1;
        while (end < flat.size() && flat[end] != '>' && flat[end] != '<') {
            ++end;
        }
        add(flat.mid(open + 1, end - open - 1));
    }
    if (ids.isEmpty()) {
        for (const QByteArray& piece : QByteArray(flat).replace(',', ' ').split(' ')) {
            if (piece.contains('@') && ids.size() < 1000) {
                add(piece);
            }
        }
    }
    return ids;
}

}  // namespace kith::mail
