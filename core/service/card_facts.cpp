// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/card_facts.h"

#include <QSet>

#include <algorithm>

namespace kith::service {

namespace {

/// What a card has room for; the name stands above it.
constexpr const char* kCardFields[] = {"phone", "job_title", "company", "address", "linkedin_url", "url"};

bool byTheUser(const storage::Observation& one) {
    return one.locked || one.source == QStringLiteral("user");
}

bool outranks(const storage::Observation& a, const storage::Observation& b) {
    if (byTheUser(a) != byTheUser(b)) {
        return byTheUser(a);
    }
    if (a.observedAt != b.observedAt) {
        return a.observedAt > b.observedAt;
    }
    return a.confidence != b.confidence ? a.confidence > b.confidence : a.id < b.id;
}

FactView::Origin cardOrigin(const storage::Observation& one) {
    if (byTheUser(one)) {
        return FactView::Origin::User;
    }
    const bool outside = one.source == QStringLiteral("attio") || one.source == QStringLiteral("onyx");
    return outside ? FactView::Origin::Outside : FactView::Origin::Mail;
}

}  // namespace

std::vector<FactView> cardFacts(const QString& address, const std::vector<storage::Observation>& observed) {
    std::vector<FactView> facts{{QStringLiteral("email"), address, FactView::Origin::Mail, 1.0, {}, -1, -1}};
    for (const char* word : kCardFields) {
        const QString field = QString::fromLatin1(word);
        const storage::Observation* best = nullptr;
        QSet<QString> values;
        for (const storage::Observation& one : observed) {
            if (one.field != field || one.state == QStringLiteral("rejected")) {
                continue;
            }
            values.insert(one.normalized);
            best = best == nullptr || outranks(one, *best) ? &one : best;
        }
        if (best == nullptr) {
            continue;
        }
        const bool disputed = field == QStringLiteral("phone") && values.size() > 1 && !byTheUser(*best);
        facts.push_back({field, best->value, disputed ? FactView::Origin::Conflict : cardOrigin(*best),
                         best->confidence, best->message, best->start, best->end});
    }
    return facts;
}

}  // namespace kith::service
