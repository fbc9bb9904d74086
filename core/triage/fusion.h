// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Joins the model's and the ranker's opinion in logit space, after Platt scaling for each model and prompt version.
#pragma once

#include "core/triage/calibration.h"

#include <QHash>
#include <QString>

#include <optional>

namespace kith::triage {

/// z = offset + (model + early · h) · logit(p_model) + local · (1 − h/2) · logit(p_local), with h = 1 / (1 + (marks /
/// 30)²): the model is worth most while the ranker knows the user little; later the ranker has read the same words with
/// the user's eyes. Learned by a Newton step for each mark, on what was said before it: the more the marks agree about
/// a direction, the less the next one moves it. What the marks taught fades slowly, since the ranker beside it grows
/// better; the prior does not fade.
struct FusionState {
    double offset{0};
    double model{0.03};
    double early{0.47};
    double local{1};
    int marks{0};
    /// How firmly the four stand, by pairs: symmetric, the prior's at first.
    std::array<std::array<double, 4>, 4> information{{{4, 0, 0, 0}, {0, 200, 0, 0}, {0, 0, 8, 0}, {0, 0, 0, 8}}};
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
