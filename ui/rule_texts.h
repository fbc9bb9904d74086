// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Rules in words: fields, operators, actions, whole conditions and what becomes of an action.
#pragma once

#include "core/base/error.h"
#include "core/service/rules_desk.h"

#include <QCoreApplication>

namespace kith::ui {

struct RuleTexts {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::RuleTexts)
public:
    static QString field(RuleField field);
    static QString op(RuleOperator op, bool negated);
    static QString actionName(RuleActionKind kind);
    static QString kind(const QString& opportunity);
    static QString unless(RuleUnless unless);
    static QString span(std::chrono::minutes span);
    /// "Label as “Invoices”", "Archive after 2 days, unless answered".
    static QString action(const RuleAction& action);
    static QString actions(const std::vector<RuleAction>& actions);
    /// "The subject contains “invoice” and it is no list mail".
    static QString condition(const RuleCondition& condition);
    static QString fate(const service::PlannedDeed& deed);
    static QString question(const service::WaitingDeed& deed, int together);
    /// A rule's name in quotes; those within become single ones.
    static QString named(const QString& name);
    /// everything: no older mail was left out.
    static QString matches(qint64 matches, qint64 lookedAt, bool everything);
    /// "37 messages · 3 are so already · 2 you set by hand"
    static QString fates(const std::map<service::DeedFate, qint64>& fates);
    static QString ran(const service::RuleRun& run);
    static QString problem(const Error& error);
};

}  // namespace kith::ui
