// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/transcript_matcher.h"

#include "core/people/transcript_signs.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kith::people {

namespace {

/// A conversation is only about a meeting, most are not.
constexpr double kConversationPrior = -1.5;

double total(const std::vector<MatchSignal>& signs) {
    return std::accumulate(signs.begin(), signs.end(), 0.0,
                           [](double sum, const MatchSignal& sign) { return sum + sign.weight; });
}

/// Posterior of each meeting, "none of them" standing at logit 0 before any evidence.
std::vector<TranscriptMatch> candidatesOf(size_t at, const SeenTranscript& transcript,
                                          const std::vector<SeenMeeting>& meetings, const MeetingRarity& rarity) {
    std::vector<TranscriptMatch> candidates;
    double sum = 1.0;
    for (size_t m = 0; m < meetings.size(); ++m) {
        TranscriptMatch match{at, m, 0, matchSignals(transcript, meetings[m], rarity)};
        const double evidence = total(match.signs);
        if (evidence <= kMatchVeto / 2 || evidence <= 0) {
            continue;
        }
        const double prior = -std::log(static_cast<double>(std::max<size_t>(meetings.size(), 1))) +
                             (meetings[m].meeting.source == MeetingSource::Conversation ? kConversationPrior : 0.0);
        match.score = std::exp(std::min(evidence + prior, 40.0));
        sum += match.score;
        candidates.push_back(std::move(match));
    }
    for (TranscriptMatch& match : candidates) {
        match.score /= sum;
    }
    return candidates;
}

}  // namespace

std::vector<TranscriptMatch> matchTranscripts(const std::vector<Transcript>& transcripts,
                                              const std::vector<Meeting>& meetings) {
    const MeetingRarity rarity(meetings);
    const std::vector<SeenMeeting> seen(meetings.begin(), meetings.end());
    std::vector<TranscriptMatch> all;
    for (size_t t = 0; t < transcripts.size(); ++t) {
        auto some = candidatesOf(t, SeenTranscript(transcripts[t]), seen, rarity);
        std::move(some.begin(), some.end(), std::back_inserter(all));
    }
    std::sort(all.begin(), all.end(), [&](const TranscriptMatch& a, const TranscriptMatch& b) {
        return std::tuple(-a.score, transcripts[a.transcript].file, meetings[a.meeting].key) <
               std::tuple(-b.score, transcripts[b.transcript].file, meetings[b.meeting].key);
    });
    std::vector<bool> transcriptTaken(transcripts.size());
    std::vector<bool> meetingTaken(meetings.size());
    std::vector<TranscriptMatch> chosen;
    for (TranscriptMatch& match : all) {
        if (!transcriptTaken[match.transcript] && !meetingTaken[match.meeting]) {
            transcriptTaken[match.transcript] = true;
            meetingTaken[match.meeting] = true;
            chosen.push_back(std::move(match));
        }
    }
    return chosen;
}

}  // namespace kith::people
