// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What rules want to do later: questions to the user, delayed actions, and what waits for something.
#pragma once

#include "core/storage/journal.h"

namespace kith::storage {

struct RuleActionRow {
    qint64 id{0};
    RuleId rule;
    int revision{1};
    QString ruleName;
    MessageId message;
    QJsonObject action;  ///< of triage/rule_json
    QString state;       ///< asks, waits, delayed, done, refused, cancelled
    std::chrono::milliseconds dueAt{0};
    QString reason;
    std::chrono::milliseconds madeAt{0};
    std::chrono::milliseconds endedAt{0};
};

struct RuleActionCounts {
    qint64 asks{0};
    qint64 waits{0};
    qint64 delayed{0};
    qint64 done{0};
    qint64 refused{0};
    qint64 cancelled{0};
};

class RuleActionStore {
public:
    explicit RuleActionStore(Database& database)
        : m_database(database) {}

    /// id 0: gets one.
    void add(ChangeWriter& change, RuleActionRow row);
    void setState(ChangeWriter& change, qint64 id, const QString& state, const QString& reason);
    Result<std::optional<RuleActionRow>> action(qint64 id);
    /// Newest first; empty state: asks, waits and delayed. before: keyset.
    Result<std::vector<RuleActionRow>> list(const QString& state, qint64 before, int limit);
    /// Open ones of a rule.
    Result<std::vector<RuleActionRow>> open(RuleId rule);
    /// Takes a delayed one for good, in the transaction that does it; not journaled, so that what is taken back is not
    /// done again. False: somebody else was first.
    Result<bool> claim(qint64 id, const QString& state, const QString& reason);
    /// Delayed ones whose time has come and whose rule is switched on, oldest first.
    Result<std::vector<RuleActionRow>> due(std::chrono::milliseconds now, int limit);
    /// Of one rule; 0: of all.
    Result<RuleActionCounts> counts(RuleId rule);

private:
    Database& m_database;
};

}  // namespace kith::storage
