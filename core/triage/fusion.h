// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Joins the model's and the ranker's opinion in logit space, after Platt scaling for each model and prompt version.
#pragma once

#include "core/triage/calibration.h"

#include <QHash>
#include <QString>

#include <optional>

namespace kith::triage {

/// z = offset + model · logit(p_model) + local · logit(p_local); learned like the ranker's weights.
struct FusionState {
    double offset{0};
    double model{0.5};
    double local{0.5};
    std::array<double, 3> squares{1, 1, 1};
    QHash<QString, Platt> platt;  ///< by model + "@" + prompt version

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
