// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Labels lines by a linear model over the signals of a line and its neighbours, and the best path through them.
#pragma once

#include "core/mail/zone_features.h"
#include "core/mail/zones.h"

#include <array>
#include <vector>

namespace kith::mail {

constexpr int lineLabelCount = 5;  ///< Header … Signature; Blank is not predicted
constexpr int zoneReach = 2;       ///< neighbours on each side

using LabelScores = std::array<float, lineLabelCount>;

struct ZoneWeights {
    /// [place of the neighbour][signal] → score per label
    std::array<std::array<LabelScores, signalCount>, 2 * zoneReach + 1> signals{};
    /// from label (the last row: from the start) to label
    std::array<LabelScores, lineLabelCount + 1> steps{};
};

/// The weights that ship with Kith (zone_weights.inc, written by kith-train).
const ZoneWeights& shippedZoneWeights();

/// Score per label of every line with content.
std::vector<LabelScores> lineScores(const SeenLines& seen, const ZoneWeights& weights);

/// The best labels of the lines with content; lines that are surely headers stay headers.
std::vector<LineLabel> bestLabels(const SeenLines& seen, const ZoneWeights& weights);

/// The labels of all rows of the text, blank ones included.
std::vector<LineLabel> rowLabels(const SeenLines& seen, const std::vector<LineLabel>& labels);

/// As zonesOf(), with weights of one's own.
std::vector<Zone> zonesBy(const ZoneWeights& weights, const QString& text, const ZoneHints& hints = {});

}  // namespace kith::mail
