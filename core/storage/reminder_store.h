// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Reminders about threads in which nobody answers.
#pragma once

#include "core/domain/ids.h"
#include "core/domain/writing.h"
#include "core/storage/journal.h"

#include <optional>
#include <vector>

namespace kith::storage {

class ReminderStore {
public:
    explicit ReminderStore(Database& database)
        : m_database(database) {}

    /// Gives it an id.
    void add(ChangeWriter& change, Reminder& reminder);
    void setState(ChangeWriter& change, qint64 id, Reminder::State state);
    /// Of this state, earliest due first; dueBefore 0: all.
    Result<std::vector<Reminder>> list(Reminder::State state, std::chrono::milliseconds dueBefore = {});
    Result<std::optional<Reminder>> waitingOf(qint64 draft);
    /// Whether somebody else wrote in its thread after it began.
    Result<bool> answered(const Reminder& reminder);

private:
    Database& m_database;
};

/// Stable words: waiting, answered, due, dismissed.
QString reminderWord(Reminder::State state);

}  // namespace kith::storage
