// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Which meeting a transcript belongs to: evidence added up in logits (Fellegi and Sunter 1969), compared among all
// meetings and "none of them", and assigned one to one.
#pragma once

#include "core/domain/transcript.h"

#include <QHash>

#include <vector>

namespace kith::people {

/// One reason for or against, as a stable word and for people: "title 0.92", "same day", "12 is not 13".
struct MatchSignal {
    QString word;
    QString detail;
    double weight{0};  ///< logits
};

struct TranscriptMatch {
    size_t transcript{0};
    size_t meeting{0};
    double score{0};  ///< probability that it is this meeting, given all others, [0,1]
    std::vector<MatchSignal> signs;
};

inline constexpr double kTranscriptThreshold = 0.7;
/// A weight that forbids a pair: another number in the title, another day.
inline constexpr double kMatchVeto = -1e9;

/// How rare words, people and days are among the meetings: what all have in common says nothing about one.
class MeetingRarity {
public:
    explicit MeetingRarity(const std::vector<Meeting>& meetings);
    double ofWord(const QString& foldedWord) const { return rarity(m_words.value(foldedWord)); }
    double ofPerson(const QString& key) const { return rarity(m_people.value(key)); }
    double ofDay(const QDate& day) const { return rarity(m_days.value(day.toJulianDay())); }
    size_t meetings() const { return m_meetings; }

private:
    /// −ln of the share of meetings that have it.
    double rarity(int count) const;

    QHash<QString, int> m_words;
    QHash<QString, int> m_people;
    QHash<qint64, int> m_days;
    size_t m_meetings{0};
};

/// The best for each transcript, each meeting at most once, also those below any threshold (the caller draws the
/// line); a transcript that no meeting is possible for is left out. Order of input does not matter.
std::vector<TranscriptMatch> matchTranscripts(const std::vector<Transcript>& transcripts,
                                              const std::vector<Meeting>& meetings);

}  // namespace kith::people
