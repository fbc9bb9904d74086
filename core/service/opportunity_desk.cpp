// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/opportunity_desk.h"

#include "core/service/desk.h"

namespace kith::service {

template <class Work>
OpportunityDesk::Answer<OpportunityOutcome> OpportunityDesk::act(Work work) {
    return m_desk->ask([work, &clock = *m_clock, changed = m_changed](Cellar& cellar) -> Result<OpportunityOutcome> {
        OpportunityBook book(cellar, clock);
        auto done = work(book);
        if (done && changed) {
            changed({.order = false, .counts = true, .journal = true, .threads = {}});
        }
        return done;
    });
}

OpportunityDesk::Answer<std::vector<Opportunity>> OpportunityDesk::list(const storage::OpportunityQuery& query) {
    return m_desk->ask([query](Cellar& cellar) { return cellar.opportunities.list(query); });
}

OpportunityDesk::Answer<OpportunityOutcome> OpportunityDesk::accept(OpportunityId id) {
    return act([id](OpportunityBook& book) { return book.accept(id); });
}

OpportunityDesk::Answer<OpportunityOutcome> OpportunityDesk::dismiss(OpportunityId id) {
    return act([id](OpportunityBook& book) { return book.dismiss(id); });
}

OpportunityDesk::Answer<OpportunityOutcome> OpportunityDesk::move(OpportunityId id, OpportunityStage stage) {
    return act([id, stage](OpportunityBook& book) { return book.move(id, stage); });
}

OpportunityDesk::Answer<OpportunityOutcome> OpportunityDesk::edit(OpportunityId id, const OpportunityEdit& edit) {
    return act([id, edit](OpportunityBook& book) { return book.edit(id, edit); });
}

}  // namespace kith::service
