// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The desk of deciding: its own connection, and what was learned kept in memory between questions.
#pragma once

#include "core/service/feedback_service.h"
#include "core/service/review_service.h"
#include "core/service/triage_service.h"

#include <memory>

namespace kith::service {

class TriageRoom {
public:
    static Result<std::unique_ptr<TriageRoom>> open(const CellarOptions& options, Clock& clock);
    TriageRoom(std::unique_ptr<Cellar> cellar, Clock& clock);

    Cellar& cellar() { return *m_cellar; }
    /// What is seen at once; scoreAround() follows.
    Result<FeedbackOutcome> giveFeedback(const Feedback& feedback);
    /// The rest of what the marks given or taken back since then change.
    Result<TriageReport> scoreAround();
    Result<ReviewStanding> review();
    Result<ReviewStanding> setErrorBudget(double share);
    /// The service, having learned.
    Result<TriageService*> learned();
    Clock& clock() { return m_clock; }
    /// Marks changed outside (undo): read again before the next lesson.
    void forgetMarks();
    /// The mailbox changed outside (import): learned again before the next lesson.
    void forgetMailbox() { m_learned = false; }

private:
    Result<void> ready();

    std::unique_ptr<Cellar> m_cellar;
    Clock& m_clock;
    TriageService m_service;
    bool m_learned{false};
    bool m_marksKnown{false};
    bool m_aroundLeft{false};
    std::vector<Feedback> m_around;  ///< marks of which only what is seen was scored
};

}  // namespace kith::service
