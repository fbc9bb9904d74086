// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the user allows of a model, and what of the day's budget is left.
#pragma once

#include "core/base/clock.h"
#include "core/service/cellar.h"

namespace kith::service {

/// The user's; stored under model.*
struct ModelSettings {
    bool allowed{false};  ///< the user agreed that text of mail goes to this model
    QString model{QStringLiteral("NousResearch/Hermes-3-Llama-3.1-405B")};
    qint64 requestsPerDay{500};
    double usdPerDay{1.0};
    int inFlight{16};
};

Result<ModelSettings> modelSettings(Cellar& cellar);

/// Of the last 24 hours, over everything that was asked of models.
class ModelBudget {
public:
    static Result<ModelBudget> load(Cellar& cellar, const Clock& clock, const ModelSettings& settings);

    qint64 spentRequests() const { return m_spent.requests; }
    double spentUsd() const { return m_spent.usd; }
    /// How many questions it still allows, at what they cost so far.
    int questions() const;
    /// Nothing is left once so much more was spent.
    bool isSpentWith(double usd) const { return m_spent.usd + usd >= m_usdPerDay; }

private:
    storage::ModelSpending m_spent;
    qint64 m_requestsPerDay{0};
    double m_usdPerDay{0};
};

}  // namespace kith::service
