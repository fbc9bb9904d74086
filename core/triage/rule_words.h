// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The stable words of rules: fields, operators and actions as JSON, the command line and messages write them.
#pragma once

#include "core/domain/rule.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace kith::triage {

QString ruleFieldWord(RuleField field);
QString ruleOperatorWord(RuleOperator op);
QString ruleActionWord(RuleActionKind kind);
QString ruleUnlessWord(RuleUnless unless);
std::optional<RuleField> ruleFieldOf(const QString& word);
std::optional<RuleOperator> ruleOperatorOf(const QString& word);
std::optional<RuleActionKind> ruleActionOf(const QString& word);
std::optional<RuleUnless> ruleUnlessOf(const QString& word);
/// All words in their order, for sentences that tell what is allowed.
QStringList ruleFieldWords();
QStringList ruleActionWords();

/// What may be asked of a field, the usual one first.
std::vector<RuleOperator> operatorsOf(RuleField field);
/// demo, pricing, partnership, speaking, publicity, submission, cancellation.
QStringList opportunityKinds();

/// "3d", "12h", "45m", "2w": whole numbers of one unit, up to two years.
std::optional<std::chrono::minutes> ruleSpanOf(const QString& word);
QString ruleSpanWord(std::chrono::minutes span);

/// Plain English, for events, summaries and the command line: "label “Invoices”", "archive after 2d unless answered".
QString english(const RuleAction& action);
/// "sender contains “billing” and not list".
QString english(const RuleCondition& condition);

}  // namespace kith::triage
