// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the author's own sentences want: one probability a head, with the sentence that says so.
#pragma once

#include <QLatin1String>

#include <array>
#include <optional>
#include <vector>

namespace kith::triage {

enum class Head {
    Request,
    Commitment,
    Meeting,
    Question,
    Demo,
    Pricing,
    Partnership,
    Speaking,
    Publicity,
    Submission,
    Cancellation,
};
inline constexpr int kHeadCount = 11;
inline constexpr int kFirstOpportunity = static_cast<int>(Head::Demo);

/// Words of the contract: request, commitment, meeting, question, demo, pricing …
QLatin1String headWord(Head head);
std::optional<Head> headFromWord(QLatin1String word);

using HeadProbabilities = std::array<double, kHeadCount>;

/// start and end are code points of the text that was scored, end exclusive.
struct SentenceScore {
    int start{0};
    int end{0};
    HeadProbabilities probability{};

    /// The head with the highest probability.
    Head strongest() const;
    double operator[](Head head) const { return probability[static_cast<size_t>(head)]; }
};

/// A whole message: capped noisy-or over its sentences, and which sentence speaks loudest for each head.
struct ContentScores {
    HeadProbabilities probability{};
    std::array<int, kHeadCount> evidence{};  ///< index into sentences; meaningless where probability is 0
    std::vector<SentenceScore> sentences;
    bool namesMoney{false};
    bool namesDeadline{false};
    bool unsubscribes{
        false};  ///< reads like one: "unsubscribe", many links, "click here"; its opportunities hardly count
    int words{0};

    double operator[](Head head) const { return probability[static_cast<size_t>(head)]; }
    /// The strongest opportunity kind's probability (cancellation, a risk, included).
    double opportunity() const;
};

}  // namespace kith::triage
