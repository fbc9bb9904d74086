// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/rule_work.h"

#include "core/service/rule_runner.h"

namespace kith::service {

Result<qint64> runRules(Cellar& cellar, const Clock& clock, const RuleDeeds::Learned& learned, std::stop_token stop,
                        const RuleHands& hands) {
    const auto fresh = RuleRunner(cellar, clock, learned, hands).runNew(stop);
    if (!fresh) {
        return fresh;
    }
    const auto due = RuleLater(cellar, clock, learned, hands).runDue(stop);
    return due ? Result<qint64>(*fresh + due->done + due->asks + due->cancelled) : Result<qint64>(due.error());
}

}  // namespace kith::service
