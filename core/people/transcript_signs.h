// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The single kinds of evidence that a transcript and a meeting are one: title, numbers, day and hour, people, words.
#pragma once

#include "core/people/transcript_matcher.h"

#include <QSet>

namespace kith::people {

/// Folded words of a title, without the silent ones ("the", "re").
QStringList titleWords(const QString& title);
/// Address where there is one, and the folded name.
QStringList personKeys(const Address& person);
/// The calendar day on which it was, where it was.
QDate dayOf(const Meeting& meeting);

/// A meeting and a transcript with what every comparison asks of them.
struct SeenMeeting {
    explicit SeenMeeting(const Meeting& seen);
    const Meeting& meeting;
    QStringList words;
    std::vector<QStringList> people;  ///< keys of each
};
struct SeenTranscript {
    explicit SeenTranscript(const Transcript& seen);
    const Transcript& transcript;
    QStringList words;
    QSet<QString> people;
};

std::vector<MatchSignal> matchSignals(const SeenTranscript& mine, const SeenMeeting& theirs,
                                      const MeetingRarity& rarity);

}  // namespace kith::people
