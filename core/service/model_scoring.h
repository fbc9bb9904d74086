// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Asks a model about the messages where its word can change something, within the user's budget, and decides them again
// with it. Straight-line; a worker or kithctl runs it. What was answered before a stop stays.
#pragma once

#include "core/service/letter_for_model.h"
#include "core/service/model_settings.h"
#include "core/service/triage_service.h"
#include "core/triage/classifier.h"

#include <functional>
#include <stop_token>

namespace kith::service {

struct ModelReport {
    qint64 planned{0};    ///< messages of this run
    TriageReport triage;  ///< of the decisions that were made again
    qint64 asked{0};
    qint64 answered{0};
    qint64 fromCache{0};
    qint64 failed{0};
    qint64 keptBack{0};     ///< would have been asked about, but may not leave
    TriageReport replaced;  ///< what the ranker had said of these messages since the time that was asked for
    double usd{0};
    bool budgetSpent{false};  ///< there was more to ask
};

class ModelScoring {
public:
    ModelScoring(Cellar& cellar, Clock& clock, TriageService& triage, triage::Classifier& classifier,
                 ModelSettings settings);

    /// most: messages asked about in this run. SignInNeeded, Denied (payment), NotFound (no such model), Unreachable
    /// and RateLimited end the run: nothing that was answered is lost, nothing unanswered counts as an attempt.
    Result<ModelReport> run(int most, std::stop_token stop, const std::function<void()>& afterBatch = {});

    /// Called once it is known that something will be asked.
    void beforeAsking(std::function<void()> hook) { m_beforeAsking = std::move(hook); }

    /// Of the last run, while it goes on and where it ended with an error too.
    const ModelReport& report() const { return m_report; }
    /// Decisions of the ranker from then on count in ModelReport::replaced: a caller who reported them can correct it.
    void countReplaced(Millis since) { m_replacedSince = since; }

private:
    struct Asked;
    struct Heard;
    Result<std::vector<Asked>> worthAskingNow(int most);
    Result<void> askAll(int most, std::stop_token stop, const std::function<void()>& afterBatch);
    Result<std::optional<Asked>> readUp(MessageId id);
    Result<int> affordable();
    bool moneySpent() const { return m_spentBefore + m_report.usd >= m_settings.usdPerDay; }
    Result<void> take(Heard&& heard);
    Result<std::vector<MessageId>> stillTheRankers();
    Result<void> decideAgain(const std::function<void()>& afterBatch);
    storage::ModelName name() const;

    Cellar& m_cellar;
    Clock& m_clock;
    TriageService& m_triage;
    triage::Classifier& m_classifier;
    ModelSettings m_settings;
    PrivacyBook m_privacy;
    ModelReport m_report;
    double m_spentBefore{0};         ///< USD in the last 24 hours, before this run
    std::vector<MessageId> m_fresh;  ///< answered and not decided again yet
    std::optional<Error> m_ending;   ///< what no further question can mend
    Millis m_replacedSince{Millis::max()};
    std::function<void()> m_beforeAsking;
    bool m_equalLeft{false};  ///< messages with the text of one that is being asked about: answered from it next
};

}  // namespace kith::service
