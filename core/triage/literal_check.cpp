// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/literal_check.h"

#include "core/triage/draft_facts.h"

#include <algorithm>

namespace kith::triage {

QStringList foreignTargets(const QString& said, const QString& shown) {
    QStringList foreign;
    const QString lower = shown.toLower();
    for (const DraftFact& fact : factsIn(said, false)) {
        if (fact.kind == FactKind::Link && !lower.contains(fact.key)) {
            foreign << fact.key;
        }
    }
    return foreign;
}

int dropForeignTargets(ModelAnswer& answer, const QString& shown) {
    int dropped = 0;
    const auto empty = [&](QString& words) {
        if (!words.isEmpty() && !foreignTargets(words, shown).isEmpty()) {
            words.clear();
            ++dropped;
        }
    };
    for (ModelScore* score : {&answer.automation, &answer.contentValue, &answer.humanInteraction, &answer.timeValue,
                              &answer.businessImpact}) {
        empty(score->reason);
    }
    for (QString& topic : answer.topics) {
        empty(topic);
    }
    answer.topics.removeAll(QString());
    empty(answer.source);
    return dropped;
}

}  // namespace kith::triage
