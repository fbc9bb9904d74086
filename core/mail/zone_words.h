// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The words by which mails in many languages greet, close, sign, disclaim and introduce quotations.
#pragma once

#include <QString>
#include <QStringView>

#include <cstdint>
#include <vector>

namespace kith::mail {

/// What a phrase is a sign of; values are bits.
enum WordClass : std::uint32_t {
    GreetingWord = 1U << 0,
    ClosingWord = 1U << 1,
    ThanksWord = 1U << 2,
    WroteWord = 1U << 3,
    AttributionWord = 1U << 4,
    OriginalWord = 1U << 5,
    ForwardWord = 1U << 6,
    DisclaimerWord = 1U << 7,
    FooterWord = 1U << 8,
    DeviceWord = 1U << 9,
    PhoneWord = 1U << 10,
    TitleWord = 1U << 11,
    CompanyWord = 1U << 12,
    StreetWord = 1U << 13,
    CommonWord = 1U << 14,
};

/// All phrases of all classes, found by their first word in constant time.
class PhraseIndex {
public:
    PhraseIndex();

    /// The classes of the phrases that start at the given word of a folded text.
    std::uint32_t classesAt(QStringView folded, qsizetype at) const;
    /// Length of the longest phrase of the classes that the text starts with; 0 where none does.
    qsizetype lengthAtStart(QStringView folded, std::uint32_t classes) const;
    /// The classes of all phrases anywhere in the text.
    std::uint32_t classesWithin(QStringView folded) const;

private:
    struct Entry {
        QString phrase;
        std::uint32_t classes{0};
    };
    void add(WordClass kind, const char16_t* commaSeparated);

    std::vector<std::vector<Entry>> m_slots;
};

const PhraseIndex& phrases();

enum class HeaderField : std::uint8_t { None, From, To, Copy, Date, Subject, Other };

/// The header field that a folded line starts with ("from:", "*von:*", "a:").
HeaderField headerField(QStringView folded);

inline bool isWordCharacter(QChar character) {
    const char16_t unit = character.unicode();
    if (unit < 128) {
        return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z') || (unit >= u'0' && unit <= u'9');
    }
    return character.isLetterOrNumber();
}

}  // namespace kith::mail
