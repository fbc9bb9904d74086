// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/card_provenance.h"

#include "ui/bring_home.h"
#include "ui/context_panel.h"
#include "ui/fact_row.h"
#include "ui/provenance_popover.h"

#include <algorithm>

namespace kith::ui {

CardProvenance::CardProvenance(const Theme& theme, service::PeopleDesk& desk, ContextPanel& panel)
    : QObject(&panel)
    , m_desk(desk)
    , m_panel(panel)
    , m_popover(new ProvenancePopover(theme, &panel)) {
    connect(m_popover, &ProvenancePopover::mailAsked, this, &CardProvenance::evidenceAsked);
    connect(m_popover, &ProvenancePopover::decided, this, &CardProvenance::decide);
}

void CardProvenance::explain(const QString& address, const QString& field) {
    const int question = ++m_question;
    bringHome(this, m_desk.personOf(address), [this, question, field](const Result<service::Person>& person) {
        auto* row = m_panel.findChild<FactRow*>(QStringLiteral("fact_") + field);
        if (question != m_question || !person || row == nullptr) {
            return;
        }
        const auto facts = std::ranges::find(person->fields, field, &service::PersonField::field);
        if (facts == person->fields.end()) {
            return;
        }
        const service::ValueSource& best = facts->values.front().best;
        if (best.message && best.start >= 0) {
            Q_EMIT evidenceAsked(best.message, best.start, best.end);
        }
        m_popover->explain(*facts, person->name);
        m_popover->openAt(*row);
    });
}

void CardProvenance::decide(qint64 observation, service::ValueVerdict verdict) {
    bringHome(this, m_desk.decide(observation, verdict), [this, verdict](const Result<service::Receipt>& receipt) {
        if (!receipt) {
            Q_EMIT said(
                {QStringLiteral("triangle-alert"), tr("That could not be kept: %1").arg(receipt.error().detail), {}});
            return;
        }
        Q_EMIT said({QStringLiteral("check"),
                     verdict == service::ValueVerdict::Wrong ? tr("This value is not shown any more.")
                                                             : tr("This value is settled."),
                     receipt->change});
        Q_EMIT settled();
    });
}

}  // namespace kith::ui
