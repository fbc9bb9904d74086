// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the user does with opportunities: taken up, dismissed, moved over the board, written on. Each is one change that
// can be taken back.
#pragma once

#include "core/service/cellar.h"

namespace kith::service {

/// What the user may write on one; what is not given stays.
struct OpportunityEdit {
    std::optional<double> amount;
    std::optional<QString> currency;
    std::optional<QDate> due;
    std::optional<QString> nextStep;
    std::optional<QString> owner;
};

struct OpportunityOutcome {
    Opportunity opportunity;  ///< as it stands now
    ChangeId change;
};

class OpportunityBook {
public:
    OpportunityBook(Cellar& cellar, Clock& clock)
        : m_cellar(cellar)
        , m_clock(clock) {}

    /// All NotFound where there is none with this id.
    Result<OpportunityOutcome> accept(OpportunityId id);
    /// Teaches: the same kind from the same sender is believed less.
    Result<OpportunityOutcome> dismiss(OpportunityId id);
    /// Takes it up too; in the last column it is completed, and moved back from there active again.
    Result<OpportunityOutcome> move(OpportunityId id, OpportunityStage stage);
    Result<OpportunityOutcome> edit(OpportunityId id, const OpportunityEdit& edit);

private:
    Result<Opportunity> need(OpportunityId id);
    Result<OpportunityOutcome> save(const char* deed, const QString& summary, Opportunity changed);

    Cellar& m_cellar;
    Clock& m_clock;
};

/// The contact that stands for this address; 0: nobody yet.
Result<ContactId> contactBehind(Cellar& cellar, const QString& address);

}  // namespace kith::service
