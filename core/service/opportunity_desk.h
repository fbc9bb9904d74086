// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The window's questions about opportunities; answers come as futures from the desk's own thread.
#pragma once

#include "core/service/changes.h"
#include "core/service/opportunity_book.h"

#include <QFuture>

#include <functional>

namespace kith::service {

template <class Subject>
class Desk;

class OpportunityDesk {
public:
    template <class T>
    using Answer = QFuture<Result<T>>;
    using Changed = std::function<void(const Changes&)>;

    OpportunityDesk(Desk<Cellar>& desk, Clock& clock, Changed changed = {})
        : m_desk(&desk)
        , m_clock(&clock)
        , m_changed(std::move(changed)) {}
    virtual ~OpportunityDesk() = default;

    virtual Answer<std::vector<Opportunity>> list(const storage::OpportunityQuery& query);
    virtual Answer<OpportunityOutcome> accept(OpportunityId id);
    virtual Answer<OpportunityOutcome> dismiss(OpportunityId id);
    virtual Answer<OpportunityOutcome> move(OpportunityId id, OpportunityStage stage);
    virtual Answer<OpportunityOutcome> edit(OpportunityId id, const OpportunityEdit& edit);

protected:
    OpportunityDesk() = default;  ///< for those who answer everything themselves

private:
    template <class Work>
    Answer<OpportunityOutcome> act(Work work);

    Desk<Cellar>* m_desk{nullptr};
    Clock* m_clock{nullptr};
    Changed m_changed;
};

}  // namespace kith::service
