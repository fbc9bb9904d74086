// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Asks a model about the messages where its word can change something, within the user's budget, and decides them again
// with it. Straight-line; a worker or kithctl runs it. What was answered before a stop stays.
#pragma once

#include "core/service/triage_service.h"
#include "core/triage/classifier.h"

#include <functional>
#include <stop_token>

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

struct ModelReport {
    TriageReport triage;  ///< of the decisions that were made again
    qint64 asked{0};
    qint64 answered{0};
    qint64 fromCache{0};
    qint64 failed{0};
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
    Result<void> decideAgain(const std::function<void()>& afterBatch);
    storage::ModelName name() const;

    Cellar& m_cellar;
    Clock& m_clock;
    TriageService& m_triage;
    triage::Classifier& m_classifier;
    ModelSettings m_settings;
    ModelReport m_report;
    double m_spentBefore{0};         ///< USD in the last 24 hours, before this run
    std::vector<MessageId> m_fresh;  ///< answered and not decided again yet
    std::optional<Error> m_ending;   ///< what no further question can mend
    Millis m_replacedSince{Millis::max()};
    bool m_equalLeft{false};  ///< messages with the text of one that is being asked about: answered from it next
};

}  // namespace kith::service
