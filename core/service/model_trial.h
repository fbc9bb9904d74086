// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A model or a prompt on trial: asked about a sample, its words compared with what stands, nothing decided by it.
#pragma once

#include "core/service/model_scoring.h"
#include "core/storage/comparison_store.h"
#include "core/triage/model_prompt.h"

namespace kith::service {

struct TrialWish {
    QString model;
    triage::ClassifyPrompt prompt{triage::shippedClassifyPrompt()};
    int most{50};  ///< messages asked about
};

struct TrialReport {
    storage::ModelName trial;
    QString standing;  ///< the model that is asked now
    qint64 asked{0};   ///< in this run
    qint64 failed{0};
    double usd{0};  ///< of this run
    bool budgetSpent{false};
    // Over all that was ever compared:
    qint64 compared{0};
    qint64 sameBand{0};
    qint64 withinOneBand{0};
    qint64 wouldChange{0};     ///< the message would stand in another band, with ranker and rules as they are
    double meanDifference{0};  ///< of importance, between trial and what stands
    double usdEach{0};
    qint64 marked{0};                        ///< by the user, among them
    std::optional<double> trialWithMarks{};  ///< rank correlation; nothing with fewer than 5 marks
    std::optional<double> standingWithMarks{};
};

class ModelTrial {
public:
    ModelTrial(Cellar& cellar, Clock& clock, TriageService& triage, triage::Classifier& classifier,
               ModelSettings settings)
        : m_cellar(cellar)
        , m_clock(clock)
        , m_triage(triage)
        , m_classifier(classifier)
        , m_settings(std::move(settings)) {}

    /// Errors as ModelScoring's; what was compared before one stays.
    Result<TrialReport> run(const TrialWish& wish, std::stop_token stop,
                            const std::function<void(qint64 compared)>& after = {});

private:
    struct Asked;
    struct Heard;
    Result<std::vector<Asked>> sample(const TrialWish& wish);
    Result<void> askAll(const TrialWish& wish, std::vector<Asked>& list, std::stop_token stop,
                        const std::function<void(qint64)>& after);
    Result<void> take(const TrialWish& wish, Heard&& heard);

    Cellar& m_cellar;
    Clock& m_clock;
    TriageService& m_triage;
    triage::Classifier& m_classifier;
    ModelSettings m_settings;
    TrialReport m_report;
    std::optional<Error> m_ending;
};

/// Of everything that was compared so far; asks nobody.
Result<TrialReport> trialReport(Cellar& cellar, const storage::ModelName& trial);

}  // namespace kith::service
