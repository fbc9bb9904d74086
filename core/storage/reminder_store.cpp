// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/reminder_store.h"

#include "core/storage/id_source.h"
#include "core/storage/rows.h"

#include <array>
#include <limits>

namespace kith::storage {

namespace {

constexpr std::array<const char*, 4> kReminderWords{"waiting", "answered", "due", "dismissed"};

Reminder readReminder(const Statement& row) {
    Reminder reminder;
    reminder.id = row.integer(0);
    reminder.thread = row.integer(1);
    reminder.draft = row.integer(2);
    reminder.since = row.millis(3);
    reminder.dueAt = row.millis(4);
    for (size_t i = 0; i < kReminderWords.size(); ++i) {
        reminder.state =
            row.text(5) == QLatin1String(kReminderWords[i]) ? static_cast<Reminder::State>(i) : reminder.state;
    }
    reminder.madeAt = row.millis(6);
    return reminder;
}

constexpr auto kReminderColumns = "SELECT id, thread_id, draft_id, since, due_at, state, made_at FROM reminders ";

}  // namespace

QString reminderWord(Reminder::State state) {
    return QLatin1String(kReminderWords[static_cast<size_t>(state)]);
}

void ReminderStore::add(ChangeWriter& change, Reminder& reminder) {
    reminder.id = m_database.ids().next();
    change.insertRow("reminders", {{QStringLiteral("id"), reminder.id},
                                   {QStringLiteral("thread_id"), reminder.thread},
                                   {QStringLiteral("draft_id"), reminder.draft},
                                   {QStringLiteral("since"), static_cast<qint64>(reminder.since.count())},
                                   {QStringLiteral("due_at"), static_cast<qint64>(reminder.dueAt.count())},
                                   {QStringLiteral("state"), reminderWord(reminder.state)},
                                   {QStringLiteral("made_at"), static_cast<qint64>(reminder.madeAt.count())}});
}

void ReminderStore::setState(ChangeWriter& change, qint64 id, Reminder::State state) {
    change.updateRow("reminders", {{QStringLiteral("id"), id}}, {{QStringLiteral("state"), reminderWord(state)}});
}

Result<std::vector<Reminder>> ReminderStore::list(Reminder::State state, std::chrono::milliseconds dueBefore) {
    const std::chrono::milliseconds before =
        dueBefore.count() > 0 ? dueBefore : std::chrono::milliseconds(std::numeric_limits<qint64>::max());
    return allRows(
        m_database.query(QByteArray(kReminderColumns) + "WHERE state = ? AND due_at <= ? ORDER BY due_at, id",
                         reminderWord(state), before),
        readReminder);
}

Result<std::optional<Reminder>> ReminderStore::waitingOf(qint64 draft) {
    return firstRow(m_database.query(QByteArray(kReminderColumns) + "WHERE state = 'waiting' AND draft_id = ?", draft),
                    readReminder);
}

Result<bool> ReminderStore::answered(const Reminder& reminder) {
    const auto count =
        m_database.number("SELECT count(*) FROM messages WHERE thread_id = ? AND from_owner = 0 AND date_ms > ?",
                          reminder.thread, reminder.since);
    return count ? Result<bool>(count->value_or(0) > 0) : Result<bool>(count.error());
}

}  // namespace kith::storage
