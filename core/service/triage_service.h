// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Learns from the mailbox and scores it: the judge's values out of the cellar, its decisions back into it.
#pragma once

#include "core/service/cellar.h"
#include "core/service/judge.h"
#include "core/storage/triage_store.h"
#include "core/triage/evaluate.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace kith::service {

struct TriageReport {
    qint64 scored{0};
    qint64 byRule{0};
    qint64 byModel{0};
    qint64 byCache{0};
    qint64 byLocal{0};
    qint64 byUser{0};
    qint64 needsReview{0};
    qint64 failed{0};

    void count(const Decision& decision);
    void add(const TriageReport& other);
};

class TriageService {
public:
    TriageService(Cellar& cellar, Clock& clock)
        : m_cellar(cellar)
        , m_clock(clock) {}

    using Walked = std::function<void(const triage::ReplayLine&)>;

    /// Owners, rules, marks, history and behaviour from the stored mail; line gets each score from before its lesson.
    Result<void> learn(std::stop_token stop, const Walked& line = {});
    /// The same from what the last learning left, without a walk; learns where nothing is left. What has no decision
    /// yet is left out of scoreInto() then: it needs the history.
    Result<void> recall(std::stop_token stop);
    /// All mail that came in, in time order, each message on the ground of what was known when it came and with what is
    /// learned by now. Undecided: only what has no decision yet. Changed: also what comes out otherwise than it stands.
    enum class Which { Undecided, Changed };
    Result<TriageReport> score(Which which, std::stop_token stop, const std::function<void()>& afterBatch = {});
    /// These messages only; the change gathers decisions and their inverse.
    Result<TriageReport> scoreInto(storage::ChangeWriter& change, const std::vector<MessageId>& messages);
    /// The same at once, as one bulk of decisions; what came in is known to the history from then on.
    Result<TriageReport> scoreNow(const std::vector<MessageId>& messages);
    /// Loads owners, rules and the marks of the user again and teaches the marks on top of the behaviour.
    Result<void> loadMarks();
    /// A mark that was just stored, on top of the others; reads all again where others were written meanwhile.
    Result<void> takeMark(const Feedback& stored);

    /// A model's word on a message; counts from the next decision on.
    void hear(MessageId message, triage::ModelAnswer answer, bool cached);

    /// Where answers of this model could put the message (see Judge::modelReach).
    Result<triage::ModelReach> modelReach(const Message& message, const triage::ModelAnswer& named);

    /// The machine's word as it would be now, and with this answer in place of what a model said; without the mark.
    struct Would {
        Decision machine;
        Decision withAnswer;
    };
    Result<Would> wouldDecide(const Message& message, const triage::ModelAnswer& answer);

    /// Of the decision that stands; else what is known now.
    triage::Dealings dealingsOf(const Message& message);

    bool learned() const { return m_learned; }
    /// The marks that the judge knows.
    const storage::FeedbackState& taught() const { return m_taught; }
    Judge& judge() { return m_judge; }
    const Judge& judge() const { return m_judge; }

private:
    Result<void> loadVoices();
    std::optional<triage::Dealings> storedDealings(const Message& message);
    Result<void> loadFeedback();
    void calibrateModels(const std::vector<Feedback>& marks);
    Result<void> loadRules();
    Result<void> teach(const Feedback& mark);
    storage::DecisionToSave decided(const Message& message, const triage::Signals& signs,
                                    const triage::Dealings& dealings);
    Result<void> save(const std::vector<storage::DecisionToSave>& batch);
    Result<std::vector<storage::DecisionToSave>> decideBatch(const std::vector<MessageId>& ids, TriageReport& report);

    Cellar& m_cellar;
    Clock& m_clock;
    Judge m_judge;
    QString m_run;
    bool m_learned{false};
    bool m_historyMissing{false};     ///< after recall()
    storage::FeedbackState m_taught;  ///< the marks that the judge knows
    Millis m_voicesHeard{-1};
};

/// Short stable words for the row: pricing, demo, …, newsletter, assistant.
QStringList chipWords(const Message& message, const triage::Signals& signs);

}  // namespace kith::service
