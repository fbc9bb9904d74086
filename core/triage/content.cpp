// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/content.h"

#include <algorithm>

namespace kith::triage {

namespace {

constexpr std::array<QLatin1String, kHeadCount> kHeadWords{
    QLatin1String("request"),   QLatin1String("commitment"), QLatin1String("meeting"),     QLatin1String("question"),
    QLatin1String("demo"),      QLatin1String("pricing"),    QLatin1String("partnership"), QLatin1String("speaking"),
    QLatin1String("publicity"), QLatin1String("submission"), QLatin1String("cancellation")};

}  // namespace

QLatin1String headWord(Head head) {
    return kHeadWords[static_cast<size_t>(head)];
}

std::optional<Head> headFromWord(QLatin1String word) {
    const auto found = std::find(kHeadWords.begin(), kHeadWords.end(), word);
    if (found == kHeadWords.end()) {
        return std::nullopt;
    }
    return static_cast<Head>(found - kHeadWords.begin());
}

Head SentenceScore::strongest() const {
    const auto best = std::max_element(probability.begin(), probability.end());
    return static_cast<Head>(best - probability.begin());
}

double ContentScores::opportunity() const {
    return *std::max_element(probability.begin() + kFirstOpportunity, probability.end());
}

}  // namespace kith::triage
