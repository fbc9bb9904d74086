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
        if (auto learned = m_service.learn({}); !learned) {
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

Result<FeedbackOutcome> TriageRoom::giveFeedback(const Feedback& feedback) {
    if (auto prepared = ready(); !prepared) {
        return prepared.error();
    }
    auto outcome = service::giveFeedback(*m_cellar, m_service, m_clock, feedback);
    if (!outcome) {
        m_marksKnown = false;  // the state may hold a lesson that was not stored
    }
    return outcome;
}

}  // namespace kith::service
