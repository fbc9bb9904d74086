// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/csv_encoding.h"

#include <QList>

#include <algorithm>
#include <array>

namespace kith::intake {

namespace {

using std::string_view;
using namespace std::string_view_literals;

constexpr std::size_t kTasteBytes = 64 * 1024;

unsigned char octet(char c) {
    return static_cast<unsigned char>(c);
}

CsvEncoding named(const char* name, int mark, double confidence) {
    return {QString::fromLatin1(name), mark, confidence, false, 0};
}

struct MarkedEncoding {
    string_view mark;
    const char* name;
};

constexpr std::array kMarks{
    MarkedEncoding{"\xEF\xBB\xBF"sv, "utf-8"},    MarkedEncoding{"\xFF\xFE\0\0"sv, "utf-32le"},
    MarkedEncoding{"\0\0\xFE\xFF"sv, "utf-32be"}, MarkedEncoding{"\xFF\xFE"sv, "utf-16le"},
    MarkedEncoding{"\xFE\xFF"sv, "utf-16be"},     MarkedEncoding{"\x84\x31\x95\x33"sv, "gb18030"}};

/// UTF-16 without a mark: in texts of the West every second byte is NUL.
CsvEncoding byNulParity(string_view head) {
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < head.size(); ++i) {
        nuls[i % 2] += head[i] == '\0' ? 1 : 0;
    }
    const std::size_t half = std::max<std::size_t>(head.size() / 2, 1);
    if (nuls[1] * 10 > half * 3 && nuls[0] * 20 < nuls[1]) {
        return named("utf-16le", 0, 0.97);
    }
    if (nuls[0] * 10 > half * 3 && nuls[1] * 20 < nuls[0]) {
        return named("utf-16be", 0, 0.97);
    }
    return {};
}

/// Length of the UTF-8 sequence at the front, or 0 where it is none.
std::size_t sequenceLength(string_view bytes) {
    const unsigned char first = octet(bytes[0]);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xC2 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
    if (length == 0 || length > bytes.size()) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((octet(bytes[i]) & 0xC0) != 0x80) {
            return 0;
        }
    }
    if ((first == 0xE0 && octet(bytes[1]) < 0xA0) || (first == 0xED && octet(bytes[1]) > 0x9F) ||
        (first == 0xF0 && octet(bytes[1]) < 0x90) || (first == 0xF4 && octet(bytes[1]) > 0x8F)) {
        return 0;
    }
    return length;
}

struct Utf8Census {
    qint64 sequences{0};
    qint64 stray{0};
    std::size_t firstHigh{string_view::npos};
};

Utf8Census utf8Census(string_view bytes) {
    Utf8Census census;
    for (std::size_t i = 0; i < bytes.size();) {
        if (octet(bytes[i]) < 0x80) {
            while (i + 8 <= bytes.size()) {
                std::uint64_t eight = 0;
                std::copy_n(bytes.data() + i, 8, reinterpret_cast<char*>(&eight));
                if ((eight & 0x8080808080808080ULL) != 0) {
                    break;
                }
                i += 8;
            }
            while (i < bytes.size() && octet(bytes[i]) < 0x80) {
                ++i;
            }
            continue;
        }
        census.firstHigh = std::min(census.firstHigh, i);
        const std::size_t length = sequenceLength(bytes.substr(i, 4));
        census.sequences += length > 0 ? 1 : 0;
        census.stray += length == 0 ? 1 : 0;
        i += std::max<std::size_t>(length, 1);
    }
    return census;
}

/// The lines around high bytes, up to 64 KB of them.
QByteArray highBytes(string_view bytes, std::size_t from) {
    QByteArray taste;
    for (std::size_t i = from; i < bytes.size() && taste.size() < static_cast<qsizetype>(kTasteBytes); ++i) {
        if (octet(bytes[i]) >= 0x80) {
            const std::size_t start = i > 0 ? i - 1 : i;
            std::size_t end = i;
            while (end < bytes.size() && end < i + 256 && bytes[end] != '\n') {
                ++end;
            }
            taste.append(bytes.data() + start, static_cast<qsizetype>(end - start)).append('\n');
            i = end;
        }
    }
    return taste;
}

struct PairCensus {
    double pairs{0};
    double common{0};
    double broken{0};
    double kana{0};
    double single{0};
};

PairCensus shiftJisCensus(string_view bytes) {
    PairCensus census;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned char a = octet(bytes[i]);
        if (a < 0x80) {
            continue;
        }
        if (a >= 0xA1 && a <= 0xDF) {
            census.single += 1;  // half-width katakana
            continue;
        }
        const unsigned char b = i + 1 < bytes.size() ? octet(bytes[i + 1]) : 0;
        if (!((a >= 0x81 && a <= 0x9F) || (a >= 0xE0 && a <= 0xFC)) || b < 0x40 || b == 0x7F || b > 0xFC) {
            census.broken += 1;
            continue;
        }
        census.pairs += 1;
        census.kana += a == 0x82 || a == 0x83 ? 1 : 0;
        census.common += (a >= 0x81 && a <= 0x83) || (a >= 0x88 && a <= 0x97) ? 1 : 0;
        ++i;
    }
    return census;
}

PairCensus gbCensus(string_view bytes) {
    PairCensus census;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned char a = octet(bytes[i]);
        if (a < 0x80) {
            continue;
        }
        const unsigned char b = i + 1 < bytes.size() ? octet(bytes[i + 1]) : 0;
        if (a == 0x80 || a == 0xFF || b < 0x30 || b == 0x7F || b == 0xFF || (b > 0x39 && b < 0x40)) {
            census.broken += 1;
            continue;
        }
        census.pairs += 1;
        census.common += (a >= 0xB0 && a <= 0xD7 && b >= 0xA1) || (a >= 0xA1 && a <= 0xA3 && b >= 0xA1) ? 1 : 0;
        i += b <= 0x39 ? 3 : 1;
    }
    return census;
}

bool isLetterByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Which one-byte alphabet: Cyrillic words are high bytes throughout, Western ones have one here and there.
CsvEncoding oneByte(string_view taste) {
    double high = 0;
    double beside = 0;  // high next to high
    double c1 = 0;      // 0x80–0x9F: letters and quotes of Windows only
    double east = 0;    // signs of windows-1252 that are letters in windows-1250, inside words
    double euro = 0;    // signs of windows-1252 that are letters or the euro in ISO-8859-15
    for (std::size_t i = 0; i < taste.size(); ++i) {
        const unsigned char c = octet(taste[i]);
        if (c < 0x80) {
            continue;
        }
        const char before = i > 0 ? taste[i - 1] : ' ';
        const char after = i + 1 < taste.size() ? taste[i + 1] : ' ';
        const bool word = isLetterByte(before) || isLetterByte(after);
        high += 1;
        beside += octet(before) >= 0xC0 && c >= 0xC0 ? 1 : 0;
        c1 += c < 0xA0 ? 1 : 0;
        east +=
            word && "\x9C\x9F\xB3\xB9\xBF\x8C\x8F\xA3\xA5\xAF\xBE\xBC\xB1\xB6"sv.find(taste[i]) != string_view::npos;
        euro += c == 0xA4 || (word && "\xA6\xA8\xB4\xB8\xBC\xBD\xBE"sv.find(taste[i]) != string_view::npos) ? 1 : 0;
    }
    if (high == 0) {
        return named("windows-1252", 0, 0.6);
    }
    if (beside / high > 0.45) {
        return named("windows-1251", 0, std::min(0.99, 0.5 + beside / high / 2));
    }
    if (east / high > 0.15 && east >= 3) {
        return named("windows-1250", 0, 0.75);
    }
    if (euro > 0 && c1 == 0) {
        return named("iso-8859-15", 0, 0.8);
    }
    return named("windows-1252", 0, c1 > 0 ? 0.95 : 0.9);
}

CsvEncoding legacy(string_view whole, std::size_t firstHigh) {
    const QByteArray lines = highBytes(whole, firstHigh);
    const string_view taste(lines.constData(), static_cast<std::size_t>(lines.size()));
    const PairCensus japanese = shiftJisCensus(taste);
    const PairCensus chinese = gbCensus(taste);
    const auto share = [](const PairCensus& c) { return c.common / std::max(1.0, c.pairs + c.broken + c.single); };
    const bool mayBeJapanese = japanese.broken <= 0.02 * japanese.pairs && share(japanese) > 0.6;
    const bool mayBeChinese = chinese.broken <= 0.02 * chinese.pairs && share(chinese) > 0.7;
    if (mayBeJapanese && (!mayBeChinese || japanese.kana > 0.1 * japanese.pairs || share(japanese) > share(chinese))) {
        return named("shift_jis", 0, std::min(0.99, share(japanese)));
    }
    if (mayBeChinese) {
        return named("gb18030", 0, std::min(0.99, share(chinese)));
    }
    return oneByte(taste);
}

}  // namespace

CsvEncoding detectEncoding(string_view whole) {
    for (const MarkedEncoding& marked : kMarks) {
        if (whole.starts_with(marked.mark)) {
            return named(marked.name, static_cast<int>(marked.mark.size()), 1);
        }
    }
    if (const CsvEncoding wide = byNulParity(whole.substr(0, kTasteBytes)); !wide.name.isEmpty()) {
        return wide;
    }
    const Utf8Census census = utf8Census(whole);
    // Bytes of another alphabet are hardly ever sequences of UTF-8: few of them outweigh a stray one.
    if (census.stray == 0 || (census.sequences >= 4 && census.sequences >= 4 * census.stray)) {
        CsvEncoding encoding = named("utf-8", 0, census.stray == 0 ? 1.0 : 0.8);
        encoding.ascii = census.firstHigh == string_view::npos;
        encoding.strayBytes = census.stray;
        return encoding;
    }
    return legacy(whole, census.firstHigh);
}

}  // namespace kith::intake
