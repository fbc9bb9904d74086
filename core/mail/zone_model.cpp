// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/mail/zone_model.h"

#include <algorithm>

namespace kith::mail {
namespace {

constexpr std::int16_t shippedWeightTable[] = {
#include "core/mail/zone_weights.inc"
};
constexpr std::size_t shippedWeightCount =
    ((2 * zoneReach + 1) * signalCount + lineLabelCount + 1) * std::size_t(lineLabelCount);
static_assert(std::size(shippedWeightTable) == shippedWeightCount, "the signals changed: run kith-train zones");

ZoneWeights readShippedWeights() {
    ZoneWeights weights;
    const std::int16_t* next = shippedWeightTable;
    const auto read = [&next](LabelScores& scores) {
        for (float& score : scores) {
            score = float(*next++) / 1000.0F;
        }
    };
    for (auto& place : weights.signals) {
        std::for_each(place.begin(), place.end(), read);
    }
    std::for_each(weights.steps.begin(), weights.steps.end(), read);
    return weights;
}

constexpr float impossible = -1e6F;

struct Path {
    LabelScores best;
    std::array<std::int8_t, lineLabelCount> from;
};

void stepTo(Path& now, const LabelScores& before, const LabelScores& here, const ZoneWeights& weights) {
    for (std::size_t to = 0; to < lineLabelCount; ++to) {
        float best = 2 * impossible * 1e6F;
        for (std::size_t from = 0; from < lineLabelCount; ++from) {
            const float score = before[from] + weights.steps[from][to];
            if (score > best) {
                best = score;
                now.from[to] = std::int8_t(from);
            }
        }
        now.best[to] = best + here[to];
    }
}

}  // namespace

const ZoneWeights& shippedZoneWeights() {
    static const ZoneWeights weights = readShippedWeights();
    return weights;
}

std::vector<LabelScores> lineScores(const SeenLines& seen, const ZoneWeights& weights) {
    const auto count = std::ptrdiff_t(seen.signals.size());
    std::vector<LabelScores> scores(seen.signals.size(), LabelScores{});
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        const std::ptrdiff_t first = std::max<std::ptrdiff_t>(0, i - zoneReach);
        const std::ptrdiff_t last = std::min(count - 1, i + zoneReach);
        seen.signals[std::size_t(i)].forEach([&](std::size_t signal) {
            for (std::ptrdiff_t k = first; k <= last; ++k) {
                const LabelScores& weight = weights.signals[std::size_t(i - k + zoneReach)][signal];
                LabelScores& sum = scores[std::size_t(k)];
                for (std::size_t label = 0; label < lineLabelCount; ++label) {
                    sum[label] += weight[label];
                }
            }
        });
    }
    return scores;
}

std::vector<LineLabel> bestLabels(const SeenLines& seen, const ZoneWeights& weights) {
    const std::size_t count = seen.signals.size();
    std::vector<LineLabel> labels(count, LineLabel::Body);
    if (count == 0) {
        return labels;
    }
    std::vector<LabelScores> scores = lineScores(seen, weights);
    std::vector<Path> paths(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (seen.header[i]) {
            scores[i] = {0, impossible, impossible, impossible, impossible};
        }
        if (i == 0) {
            for (std::size_t label = 0; label < lineLabelCount; ++label) {
                paths[0].best[label] = scores[0][label] + weights.steps[lineLabelCount][label];
            }
        } else {
            stepTo(paths[i], paths[i - 1].best, scores[i], weights);
            const float top = *std::max_element(paths[i].best.begin(), paths[i].best.end());
            for (float& best : paths[i].best) {
                best -= top;  // keeps sums small in very long mails
            }
        }
    }
    const LabelScores& end = paths.back().best;
    auto label = std::size_t(std::max_element(end.begin(), end.end()) - end.begin());
    for (std::size_t i = count; i-- > 0;) {
        labels[i] = LineLabel(label);
        label = i > 0 ? std::size_t(paths[i].from[label]) : 0;
    }
    return labels;
}

std::vector<LineLabel> rowLabels(const SeenLines& seen, const std::vector<LineLabel>& labels) {
    const std::vector<ZoneLine>& lines = seen.text.lines;
    std::vector<LineLabel> rows(seen.text.rows.size(), LineLabel::Blank);
    std::size_t next = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (next < lines.size() && std::size_t(lines[next].row) == row) {
            rows[row] = labels[next++];
        } else if (seen.text.depths[row] > 0 || !seen.text.rows[row].trimmed().isEmpty()) {
            // quote marks alone: inside a signature or a closing they belong to it, else to the body
            const bool inside = next > 0 && next < lines.size() && labels[next - 1] == labels[next];
            rows[row] = inside && labels[next] != LineLabel::Intro ? labels[next] : LineLabel::Body;
        }
    }
    return rows;
}

std::vector<LineLabel> labelLines(QStringView text) {
    const SeenLines seen = seenLines(text);
    return rowLabels(seen, bestLabels(seen, shippedZoneWeights()));
}

}  // namespace kith::mail
