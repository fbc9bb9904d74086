// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Joins the model's and the ranker's opinion in logit space, after Platt scaling for each model and prompt version.
#pragma once

#include "core/triage/calibration.h"

#include <QHash>
#include <QString>

#include <optional>

namespace kith::triage {

/// z = offset + (model + early · h) · logit(p_model) + local · logit(p_local), with h = 1 / (1 + marks / 80): the model
/// is worth most while the ranker knows the user little. Learned by a Newton step for each mark, on what was said
/// before it: the more the marks agree about a direction, the less the next one moves it. What was learned fades
/// slowly, since the ranker beside it grows better.
struct FusionState {
    double offset{0};
    double model{0.05};
    double early{0.45};
    double local{0.5};
    int marks{0};
    /// How firmly the four stand, by pairs: symmetric, the prior's at first.
    std::array<std::array<double, 4>, 4> information{{{4, 0, 0, 0}, {0, 8, 0, 0}, {0, 0, 8, 0}, {0, 0, 0, 8}}};
    QHash<QString, ModelCalibration> calibrations;  ///< by model + "@" + prompt version

    static QString key(const QString& model, const QString& promptVersion);
};

struct Fused {
    double score{0};         ///< logits
    double disagreement{0};  ///< |logit p_model − logit p_local|; 0 without a model
};

/// Without a model's answer the local score stands as it is.
Fused fuse(const FusionState& state, std::optional<double> modelImportance, const QString& modelKey, double localScore);
void learnFusion(FusionState& state, double modelImportance, const QString& modelKey, double localScore, double target,
                 double weight);

}  // namespace kith::triage
