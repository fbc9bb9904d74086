// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The user's rules as rows, on which messages they acted, and the priorities that they gave.
#pragma once

#include "core/domain/priority.h"
#include "core/storage/journal.h"

#include <QStringList>

namespace kith::storage {

/// A rule without its words: those are the JSON of triage/rule_json.
struct RuleRow {
    RuleId id;
    QString name;
    int position{0};
    bool enabled{true};
    bool stop{false};
    int revision{1};
    bool mayTrash{false};
    QJsonObject body;  ///< when, then
    std::chrono::milliseconds madeAt{0};
};

struct RulePriority {
    MessageId message;
    RuleId rule;
    QString ruleName;
    Priority priority{Priority::Medium};
};

/// What lists and rules see of a decision.
struct Standing {
    std::optional<Priority> priority;
    QStringList chips;
};

class RuleStore {
public:
    explicit RuleStore(Database& database)
        : m_database(database) {}

    Result<std::vector<RuleRow>> rules();  ///< by position
    Result<std::optional<RuleRow>> rule(RuleId id);
    /// id 0: a new one, which gets an id; answers it.
    RuleId save(ChangeWriter& change, RuleRow rule);
    void remove(ChangeWriter& change, RuleId id);

    Result<bool> acted(RuleId rule, int revision, MessageId message);
    /// Bookkeeping in the caller's transaction, not journaled: what is taken back is not done again. False: another
    /// process was first.
    Result<bool> noteActed(RuleId rule, int revision, MessageId message, const QString& run);
    /// How many messages it acted on in this revision.
    Result<qint64> actedCount(RuleId rule, int revision);

    Result<std::vector<RulePriority>> priorities();
    void setPriority(ChangeWriter& change, const RulePriority& priority);
    Result<std::optional<RulePriority>> priorityOf(MessageId message);
    Result<Standing> standing(MessageId message);

    /// New mail for the rules, in the transaction that stores it. Nothing where no rule is switched on that was made
    /// before the message came: past mail is run over only when asked for.
    Result<void> addBacklog(MessageId message, std::chrono::milliseconds arrived);
    Result<std::vector<MessageId>> backlog(int limit);
    Result<void> dropBacklog(MessageId message);

private:
    Database& m_database;
};

/// Whether the user changed this column of the message by hand, at any time; undoing counts too.
Result<bool> touchedByHand(Database& database, MessageId message, const QString& column);
/// … or put this label on or off.
Result<bool> labelTouchedByHand(Database& database, MessageId message, const QString& label);

}  // namespace kith::storage
