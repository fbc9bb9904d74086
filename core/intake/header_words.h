// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The words themselves: one field a row, phrases separated by |, in the languages that exports come in.
#pragma once

#include <array>

namespace kith::intake {

struct HeaderWords {
    const char* choice;  ///< as choiceWord() writes it
    const char* phrases;
};

extern const std::array<HeaderWords, 61> kHeaderWords;

}  // namespace kith::intake
