// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What can be seen of one line without knowing its role: the signals from which the model decides.
#pragma once

#include "core/mail/zone_lines.h"

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace kith::mail {

/// Signals of a line. The order is the order of the weights: append only, or train again.
enum class Signal : std::uint8_t {
    Always,
    Words1,
    Words2,
    Words3,
    Words5,
    Words9,
    Words14,
    WordsMany,
    Length10,
    Length20,
    Length35,
    Length50,
    Length66,
    LengthMore,
    EndsComma,
    EndsColon,
    EndsPeriod,
    EndsExclamation,
    EndsQuestion,
    EndsDash,
    EndsOther,
    StartsUpper,
    StartsLower,
    StartsDigit,
    StartsBullet,
    StartsOther,
    AllTitleCase,
    MostlyTitleCase,
    AllCapitals,
    NameLike,
    NameWithComma,
    SingleLowerWord,
    DashName,
    Initials,
    SomeDigits,
    ManyDigits,
    PhoneShape,
    PostcodeShape,
    MailAddress,
    WebAddress,
    AtSign,
    GreetingStart,
    GreetingShort,
    ClosingStart,
    ClosingShort,
    ClosingWithName,
    ThanksStart,
    ThanksShort,
    ThanksInside,
    Wrote,
    AttributionStart,
    Original,
    ForwardStart,
    Disclaimer,
    Footer,
    Device,
    PhoneLabel,
    Title,
    Company,
    Street,
    Common1,
    Common3,
    FieldFrom,
    FieldTo,
    FieldCopy,
    FieldDate,
    FieldSubject,
    FieldOther,
    ColumnField,
    LotusDate,
    AngleAddress,
    LotusName,
    SignatureMark,
    Rule,
    Bars,
    CodeLike,
    FileMention,
    WideGaps,
    Indented,
    DeepIndent,
    Quoted,
    QuotedDeep,
    SentenceInside,
    Parenthesised,
    // of the place in the mail, known once headers are found
    InHeader,
    DepthRises,
    DepthFalls,
    BlankBefore,
    BlanksBefore,
    BlankAfter,
    BlanksAfter,
    First,
    Second,
    Third,
    Last,
    LastButOne,
    NearEnd,
    BlockSmall,
    AfterMark,
    AfterClosing1,
    AfterClosing3,
    OnlyLine,
    ParagraphShort,
    ParagraphAlone,
    TailNoSentence,
    HeaderBefore,
    HeaderAfter,
    Count
};

constexpr std::size_t signalCount = std::size_t(Signal::Count);

class Signals {
public:
    void set(Signal signal, bool on = true) {
        if (on) {
            m_words[std::size_t(signal) / 64] |= std::uint64_t(1) << (std::size_t(signal) % 64);
        }
    }
    bool has(Signal signal) const {
        return ((m_words[std::size_t(signal) / 64] >> (std::size_t(signal) % 64)) & 1) != 0;
    }
    /// Calls see(number) for every signal that is on.
    template <class See>
    void forEach(See see) const {
        for (std::size_t word = 0; word < m_words.size(); ++word) {
            for (std::uint64_t rest = m_words[word]; rest != 0; rest &= rest - 1) {
                see(word * 64 + std::size_t(std::countr_zero(rest)));
            }
        }
    }

private:
    std::array<std::uint64_t, 2> m_words{};
};
static_assert(signalCount <= 128);

/// The signals of a line's own characters (at most the first few hundred are looked at).
Signals shapeOf(const ZoneLine& line);

/// All lines with all their signals; headers holds, for each line, whether it surely belongs to a quote header.
struct SeenLines {
    ZoneLines text;
    std::vector<Signals> signals;
    std::vector<bool> header;
};

SeenLines seenLines(QStringView text);

}  // namespace kith::mail
