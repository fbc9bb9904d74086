// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a sentence is made of for the heads: hashed word 1–3-grams and a handful of cues known from phrases.
#pragma once

#include <QStringView>

#include <array>
#include <vector>

namespace kith::triage {

/// TopicUnaddressed: speaks of prices, talks, papers …, but nobody in it is I, we or you.
enum class Cue {
    QuestionMark,
    Interrogative,
    AsksYou,
    Please,
    LetMeKnow,
    ImperativeStart,
    Promise,
    DayOrTime,
    MeetWord,
    Money,
    Deadline,
    You,
    Negation,
    BulkWord,
    Unsubscribe,
    DemoWord,
    PricingWord,
    PartnerWord,
    SpeakWord,
    PressWord,
    SubmitWord,
    CancelWord,
    PastTense,
    ThirdPerson,
    Proposal,
    Conditional,
    Courtesy,
    FirstPerson,
    TopicUnaddressed,
    VeryShort,
    Short,
    Long,
    Count,
};
inline constexpr size_t kCueCount = static_cast<size_t>(Cue::Count);
static_assert(kCueCount <= 32, "cues are found by a 32-bit mask");

struct SentenceParts {
    std::vector<quint32> grams;  ///< sorted, each once
    std::array<bool, kCueCount> cue{};
    int words{0};

    bool has(Cue which) const { return cue[static_cast<size_t>(which)]; }
};

SentenceParts sentenceParts(QStringView sentence);

}  // namespace kith::triage
