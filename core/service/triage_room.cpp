// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/triage_room.h"

namespace kith::service {

Result<std::unique_ptr<TriageRoom>> TriageRoom::open(const CellarOptions& options, Clock& clock) {
    auto cellar = Cellar::open(options, clock);
    if (!cellar) {
        return cellar.error();
    }
    return std::make_unique<TriageRoom>(std::move(*cellar), clock);
}

TriageRoom::TriageRoom(std::unique_ptr<Cellar> cellar, Clock& clock)
    : m_cellar(std::move(cellar))
    , m_clock(clock)
    , m_service(*m_cellar, clock) {
}

Result<void> TriageRoom::ready() {
    if (!m_learned) {
        if (auto learned = m_service.recall({}); !learned) {
            return learned.error();
        }
        m_learned = m_marksKnown = true;
    }
    if (!m_marksKnown) {
        if (auto marks = m_service.loadMarks(); !marks) {
            return marks.error();
        }
        m_marksKnown = true;
    }
    return {};
}

Result<TriageService*> TriageRoom::learned() {
    const auto prepared = ready();
    return prepared ? Result<TriageService*>(&m_service) : Result<TriageService*>(prepared.error());
}

Result<FeedbackOutcome> TriageRoom::giveFeedback(const Feedback& feedback) {
    if (auto prepared = ready(); !prepared) {
        return prepared.error();
    }
    auto outcome = service::giveFeedback(*m_cellar, m_service, m_clock, feedback, FeedbackReach::Seen);
    if (!outcome) {
        m_marksKnown = false;  // the state may hold a lesson that was not stored
        return outcome;
    }
    m_around.push_back(outcome->stored);
    m_aroundLeft = true;
    return outcome;
}

void TriageRoom::forgetMarks() {
    m_marksKnown = false;
    const auto marks = m_cellar->triage.feedbackState();
    m_aroundLeft = m_aroundLeft || (m_learned && !(marks && *marks == m_service.taught()));
}

Result<TriageReport> TriageRoom::scoreAround() {
    if (!m_aroundLeft) {
        return TriageReport{};
    }
    if (const auto prepared = ready(); !prepared) {
        return prepared.error();
    }
    m_aroundLeft = false;
    return service::scoreAround(*m_cellar, m_service, std::exchange(m_around, {}));
}

Result<ReviewStanding> TriageRoom::review() {
    const auto prepared = ready();
    return prepared ? readReview(*m_cellar, m_service) : Result<ReviewStanding>(prepared.error());
}

Result<ReviewStanding> TriageRoom::setErrorBudget(double share) {
    const auto prepared = ready();
    return prepared ? changeErrorBudget(*m_cellar, m_service, share) : Result<ReviewStanding>(prepared.error());
}

}  // namespace kith::service
