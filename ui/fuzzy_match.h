// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How well what was typed fits a text whose letters it leaves out: beginnings of words and runs count most.
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace kith::ui {

struct FuzzyMatch {
    int score{0};             ///< higher is better; only comparable for one typed text
    std::vector<int> places;  ///< UTF-16 indices of the text that were typed, ascending

    bool operator==(const FuzzyMatch&) const = default;
};

/// Without case and accents; several words may come in any order. Nothing where a letter is missing. An empty typed
/// text fits everything alike.
std::optional<FuzzyMatch> fuzzyMatch(const QString& typed, const QString& text);

}  // namespace kith::ui
