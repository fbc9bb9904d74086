// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/card_facts.h"

#include <algorithm>

namespace kith::service {

namespace {

/// What a card has room for; the name stands above it.
constexpr const char* kCardFields[] = {"phone", "job_title", "company", "address", "linkedin_url", "url"};

FactView::Origin cardOrigin(const people::Choice& choice, const storage::Observation& one) {
    if (choice.byUser) {
        return FactView::Origin::User;
    }
    const bool mail = one.source == QStringLiteral("signature") || one.source == QStringLiteral("header");
    return mail ? FactView::Origin::Mail : FactView::Origin::Outside;
}

}  // namespace

std::vector<FactView> cardFacts(const QString& address, const ContactCard& card) {
    std::vector<FactView> facts{{QStringLiteral("email"), address, FactView::Origin::Mail, 1.0, {}, -1, -1}};
    for (const char* word : kCardFields) {
        const people::FieldFacts* field = card.field(QString::fromLatin1(word));
        if (field == nullptr || !field->choices.front().shown) {
            continue;
        }
        const people::Choice& best = field->choices.front();
        const auto one = std::ranges::find(card.observations, best.claims.front(), &storage::Observation::id);
        if (one == card.observations.end()) {
            continue;
        }
        facts.push_back({field->field, best.value,
                         field->disputed ? FactView::Origin::Conflict : cardOrigin(best, *one), best.confidence,
                         one->message, one->start, one->end});
    }
    return facts;
}

}  // namespace kith::service
