// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/id_source.h"

namespace kith::emulator {
namespace {

constexpr qsizetype kIdDigits = 16;
constexpr qsizetype kCheckBytes = 8;

quint64 mixed(quint64 z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

quint64 checkOf(const QByteArray& content, quint64 salt) {
    quint64 check = mixed(salt + static_cast<quint64>(content.size()));
    for (const char c : content) {
        check = mixed(check ^ static_cast<quint8>(c));
    }
    return check;
}

QByteArray masked(QByteArray content, quint64 key) {
    IdSource stream(key);
    quint64 word = 0;
    for (qsizetype i = 0; i < content.size(); ++i) {
        word = i % 8 == 0 ? stream.random() : word >> 8;
        content[i] = static_cast<char>(content[i] ^ static_cast<char>(word));
    }
    return content;
}

}  // namespace

quint64 IdSource::random() {
    m_state += 0x9e3779b97f4a7c15ULL;
    return mixed(m_state);
}

QByteArray idText(quint64 id) {
    static constexpr char digits[] = "0123456789abcdef";
    QByteArray text(kIdDigits, Qt::Uninitialized);
    for (qsizetype i = kIdDigits - 1; i >= 0; --i) {
        text[i] = digits[id & 15];
        id >>= 4;
    }
    return text;
}

std::optional<quint64> idOf(QStringView text) {
    if (text.isEmpty() || text.size() > kIdDigits) {
        return std::nullopt;
    }
    quint64 id = 0;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        const int digit = u >= u'0' && u <= u'9' ? u - u'0' : u >= u'a' && u <= u'f' ? u - u'a' + 10 : -1;
        if (digit < 0) {
            return std::nullopt;
        }
        id = (id << 4) | static_cast<quint64>(digit);
    }
    return id;
}

QByteArray sealed(const QByteArray& content, quint64 salt) {
    quint64 check = checkOf(content, salt);
    QByteArray whole(kCheckBytes, Qt::Uninitialized);
    for (qsizetype i = 0; i < kCheckBytes; ++i) {
        whole[i] = static_cast<char>(check >> (8 * i));
    }
    whole += masked(content, check ^ salt);
    return whole.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<QByteArray> unsealed(const QByteArray& text, quint64 salt) {
    const auto whole =
        QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!whole || whole.decoded.size() < kCheckBytes) {
        return std::nullopt;
    }
    quint64 check = 0;
    for (qsizetype i = 0; i < kCheckBytes; ++i) {
        check |= static_cast<quint64>(static_cast<quint8>(whole.decoded[i])) << (8 * i);
    }
    const QByteArray content = masked(whole.decoded.mid(kCheckBytes), check ^ salt);
    return checkOf(content, salt) == check ? std::optional(content) : std::nullopt;
}

}  // namespace kith::emulator
