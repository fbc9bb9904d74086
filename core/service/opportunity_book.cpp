// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/opportunity_book.h"

#include "core/service/contact_book.h"

namespace kith::service {

Result<ContactId> contactBehind(Cellar& cellar, const QString& address) {
    ContactBook book(cellar);
    const auto found = book.find({QStringLiteral("email"), address});
    return !found || !*found ? found : book.standing(*found);
}

Result<Opportunity> OpportunityBook::need(OpportunityId id) {
    const auto found = m_cellar.opportunities.opportunity(id);
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no opportunity %1").arg(id.value),
                     QStringLiteral("kithctl opportunities list shows them.")};
    }
    return **found;
}

Result<OpportunityOutcome> OpportunityBook::save(const char* deed, const QString& summary, Opportunity changed) {
    changed.changedAt = m_clock.now();
    storage::ChangeWriter change(*m_cellar.database, {QStringLiteral("opportunity.") + QLatin1String(deed),
                                                      QStringLiteral("user"),
                                                      QStringLiteral("opportunity:%1").arg(changed.id.value),
                                                      {},
                                                      summary,
                                                      {},
                                                      true});
    m_cellar.opportunities.save(change, changed);
    const auto done = change.commit();
    return done ? Result<OpportunityOutcome>(OpportunityOutcome{std::move(changed), *done})
                : Result<OpportunityOutcome>(done.error());
}

Result<OpportunityOutcome> OpportunityBook::accept(OpportunityId id) {
    auto one = need(id);
    if (!one) {
        return one.error();
    }
    one->status = one->stage == OpportunityStage::Won ? OpportunityStatus::Completed : OpportunityStatus::Active;
    one->settledBy = QStringLiteral("user");
    return save("accepted", QStringLiteral("Take up the opportunity with %1").arg(one->name), *one);
}

Result<OpportunityOutcome> OpportunityBook::dismiss(OpportunityId id) {
    auto one = need(id);
    if (!one) {
        return one.error();
    }
    one->status = OpportunityStatus::Dismissed;
    one->settledBy = QStringLiteral("user");
    return save("dismissed", QStringLiteral("Dismiss the opportunity with %1").arg(one->name), *one);
}

Result<OpportunityOutcome> OpportunityBook::move(OpportunityId id, OpportunityStage stage) {
    auto one = need(id);
    if (!one) {
        return one.error();
    }
    one->stage = stage;
    one->status = stage == OpportunityStage::Won ? OpportunityStatus::Completed : OpportunityStatus::Active;
    one->settledBy = QStringLiteral("user");
    return save("moved", QStringLiteral("Move the opportunity with %1 to %2").arg(one->name, wordOf(stage)), *one);
}

Result<OpportunityOutcome> OpportunityBook::edit(OpportunityId id, const OpportunityEdit& edit) {
    auto one = need(id);
    if (!one) {
        return one.error();
    }
    one->amount = edit.amount.value_or(one->amount);
    one->currency = edit.currency.value_or(one->currency);
    one->due = edit.due.value_or(one->due);
    one->nextStep = edit.nextStep.value_or(one->nextStep);
    one->owner = edit.owner.value_or(one->owner);
    return save("edited", QStringLiteral("Change the opportunity with %1").arg(one->name), *one);
}

}  // namespace kith::service
