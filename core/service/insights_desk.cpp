// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/insights_desk.h"

#include "core/service/desk.h"
#include "core/service/insights_reader.h"
#include "core/service/triage_room.h"

namespace kith::service {

QFuture<Result<Insights>> InsightsDesk::read(int weeks) {
    return m_reading.ask(
        [weeks, &clock = m_clock](Cellar& cellar) { return readInsights(cellar, clock.now(), weeks); });
}

QFuture<Result<ReviewStanding>> InsightsDesk::review() {
    return m_triage.ask([](TriageRoom& room) { return room.review(); });
}

QFuture<Result<ReviewStanding>> InsightsDesk::setErrorBudget(double share) {
    return m_triage.ask([share, changed = m_changed](TriageRoom& room) {
        auto standing = room.setErrorBudget(share);
        if (standing) {
            changed({.order = true, .counts = true, .journal = true, .threads = {}});
        }
        return standing;
    });
}

}  // namespace kith::service
