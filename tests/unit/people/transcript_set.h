// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A year of invented meetings and the files that recorders left of some of them, with near misses: another episode of
// a series, the same title on another day, the same people another week, recordings of meetings that are in no
// calendar.
#pragma once

#include "core/domain/transcript.h"

#include <random>

namespace kith::testing {

struct TranscriptSet {
    std::vector<Meeting> meetings;
    std::vector<Transcript> transcripts;
    std::vector<int> truth;  ///< index of the meeting; −1: none of them

    static TranscriptSet make(unsigned seed, int meetingCount, int fileCount);
};

}  // namespace kith::testing
