// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/rule_grammar.h"

#include "core/service/rule_runner.h"
#include "core/triage/rule_check.h"
#include "core/triage/rule_words.h"

#include <QRegularExpression>

namespace kith::service {

std::vector<RuleOperator> ruleOperators(RuleField field) {
    return triage::operatorsOf(field);
}

QStringList ruleKinds() {
    return triage::opportunityKinds();
}

Result<void> checkWords(const Rule& rule) {
    return triage::checkRule(rule);
}

RulePlace rulePlaceOf(const Error& error) {
    static const QRegularExpression form(
        QStringLiteral("^(name|when|then)(?:\\.(?:all|any))?(?:\\[(\\d+)\\])?[^:\\s]*: (.*)$"),
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(error.detail);
    RulePlace place;
    place.sentence = match.hasMatch() ? match.captured(3) : error.detail;
    if (!place.sentence.isEmpty()) {
        place.sentence[0] = place.sentence[0].toUpper();
        place.sentence += place.sentence.endsWith(u'.') ? QString() : QStringLiteral(".");
    }
    place.sentence += error.hint.isEmpty() ? QString() : u' ' + error.hint;
    const int number = match.captured(2).isEmpty() ? -1 : match.captured(2).toInt();
    place.name = match.captured(1) == QLatin1String("name");
    place.condition = match.captured(1) == QLatin1String("when") ? std::max(number, 0) : -1;
    place.action = match.captured(1) == QLatin1String("then") ? std::max(number, 0) : -1;
    return place;
}

std::map<DeedFate, qint64> fatesOf(const RuleTally& tally, const RuleAction& action) {
    const auto found = tally.deeds.find(triage::english(action));
    return found == tally.deeds.end() ? std::map<DeedFate, qint64>{} : found->second;
}

}  // namespace kith::service
