// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/charset.h"

#include <QHash>

#include <array>
#include <cerrno>
#include <iconv.h>

namespace kith::mail {

namespace {

bool validUtf8(QByteArrayView bytes, bool* ascii) {
    *ascii = true;
    for (const char c : bytes) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            *ascii = false;
            break;
        }
    }
    return *ascii || bytes.isValidUtf8();
}

/// As browsers do it: the five unassigned bytes stand for the control characters of the same number.
QString fromWindows1252(QByteArrayView bytes) {
    static constexpr std::array<char16_t, 32> high{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0) {
            c = QChar(high[c.unicode() - 0x80]);
        }
    }
    return text;
}

/// The name that stands for the wider charset which senders mean by the narrower name.
QByteArray iconvName(QByteArrayView declared) {
    QByteArray name = declared.toByteArray().trimmed().toLower();
    name.replace('"', "").replace('\'', "");
    static const QHash<QByteArray, QByteArray> wider{{"gb2312", "gb18030"},
                                                     {"gbk", "gb18030"},
                                                     {"ks_c_5601-1987", "cp949"},
                                                     {"euc-kr", "cp949"},
                                                     {"shift_jis", "cp932"},
                                                     {"shift-jis", "cp932"},
                                                     {"x-sjis", "cp932"},
                                                     {"iso-8859-9", "windows-1254"},
                                                     {"iso-8859-8-i", "iso-8859-8"},
                                                     {"iso-8859-8-e", "iso-8859-8"},
                                                     {"iso-2022-jp", "iso-2022-jp-2"},
                                                     {"x-gbk", "gb18030"},
                                                     {"big5", "big5-hkscs"},
                                                     {"unicode-1-1-utf-7", "utf-7"},
                                                     {"utf-16", "utf-16be"},
                                                     {"windows-874", "cp874"},
                                                     {"x-mac-roman", "macintosh"},
                                                     {"x-euc-jp", "euc-jp"},
                                                     {"iso-8859-11", "cp874"},
                                                     {"tis-620", "cp874"}};
    return wider.value(name, name);
}

bool isLatin1Name(const QByteArray& name) {
    return name == "iso-8859-1" || name == "windows-1252" || name == "cp1252" || name == "latin1" ||
           name == "iso8859-1" || name == "l1" || name == "iso_8859-1";
}

class Iconv {
public:
    explicit Iconv(const QByteArray& name)
        : m_handle(iconv_open("UTF-16LE", name.constData())) {}
    ~Iconv() {
        if (isOpen()) {
            iconv_close(m_handle);
        }
    }
    Q_DISABLE_COPY_MOVE(Iconv)

    bool isOpen() const { return m_handle != iconv_t(-1); }  // NOLINT: what iconv_open documents
    /// Bytes without a meaning become U+FFFD; returns how many there were.
    qsizetype convert(QByteArrayView bytes, QString* text);

private:
    iconv_t m_handle;
};

qsizetype Iconv::convert(QByteArrayView bytes, QString* text) {
    text->resize(0);
    text->reserve(bytes.size());
    std::array<char16_t, 2048> chunk{};
    char* in = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
    size_t left = static_cast<size_t>(bytes.size());
    qsizetype bad = 0;
    while (left > 0) {
        char* out = reinterpret_cast<char*>(chunk.data());
        size_t room = sizeof(chunk);
        const size_t done = iconv(m_handle, &in, &left, &out, &room);
        text->append(QStringView(chunk.data(), static_cast<qsizetype>((sizeof(chunk) - room) / 2)));
        if (done == size_t(-1) && errno != E2BIG) {
            text->append(QChar(QChar::ReplacementCharacter));
            ++bad;
            ++in;
            --left;
        }
    }
    return bad;
}

QString guessed(QByteArrayView bytes) {
    bool ascii = false;
    if (validUtf8(bytes, &ascii)) {
        return QString::fromUtf8(bytes);
    }
    // A text that was cut or patched in the middle is still UTF-8 when most of its sequences are.
    const QString utf8 = QString::fromUtf8(bytes);
    qsizetype good = 0;
    qsizetype bad = 0;
    for (const QChar c : utf8) {
        good += c.unicode() >= 0x80 && c != QChar(QChar::ReplacementCharacter);
        bad += c == QChar(QChar::ReplacementCharacter);
    }
    return good > 3 * bad ? utf8 : fromWindows1252(bytes);
}

bool fromByteOrderMark(QByteArrayView bytes, QString* text) {
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        *text = guessed(bytes.sliced(3));
        return true;
    }
    const bool little = bytes.startsWith("\xFF\xFE");
    if ((little || bytes.startsWith("\xFE\xFF")) && bytes.size() % 2 == 0) {
        Iconv iconv(little ? "utf-16le" : "utf-16be");
        return iconv.isOpen() && iconv.convert(bytes.sliced(2), text) == 0;
    }
    return false;
}

}  // namespace

bool decodeStrictly(QByteArrayView bytes, QByteArrayView charset, QString* text) {
    const QByteArray name = iconvName(charset);
    bool ascii = false;
    if (name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii") {
        if (!validUtf8(bytes, &ascii) || (!ascii && name.endsWith("ascii"))) {
            return false;
        }
        *text = QString::fromUtf8(bytes);
        return true;
    }
    if (isLatin1Name(name)) {
        *text = fromWindows1252(bytes);
        return true;
    }
    Iconv iconv(name);
    return !name.isEmpty() && iconv.isOpen() && iconv.convert(bytes, text) == 0;
}

DecodedText decodeText(QByteArrayView bytes, QByteArrayView declaredCharset) {
    DecodedText decoded;
    if (fromByteOrderMark(bytes, &decoded.text)) {
        return decoded;
    }
    const QByteArray name = iconvName(declaredCharset);
    bool ascii = false;
    if (name.isEmpty()) {
        decoded.outcome = CharsetOutcome::Guessed;
        if (bytes.indexOf("\x1B$") >= 0 && decodeStrictly(bytes, "iso-2022-jp", &decoded.text)) {
            return decoded;
        }
        decoded.text = guessed(bytes);
        return decoded;
    }
    // Bytes that are valid UTF-8 beyond ASCII are hardly ever Latin-1 text.
    if (isLatin1Name(name) && validUtf8(bytes, &ascii) && !ascii) {
        return {QString::fromUtf8(bytes), CharsetOutcome::Wrong};
    }
    if (decodeStrictly(bytes, name, &decoded.text)) {
        return decoded;
    }
    Iconv iconv(name);
    const bool utf8 = name == "utf-8" || name == "utf8" || name.endsWith("ascii");
    decoded.outcome = iconv.isOpen() ? CharsetOutcome::Wrong : CharsetOutcome::Unknown;
    if (!utf8 && iconv.isOpen() && iconv.convert(bytes, &decoded.text) * 20 <= decoded.text.size()) {
        return decoded;
    }
    decoded.text = guessed(bytes);
    return decoded;
}

}  // namespace kith::mail
