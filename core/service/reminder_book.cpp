// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/reminder_book.h"

#include "core/base/clock.h"
#include "core/storage/message_marks.h"

#include <array>

namespace kith::service {

namespace {

storage::ChangeInfo reminderChange(const char* kind, const char* actor, qint64 thread, const QString& summary) {
    return {QLatin1String(kind), QLatin1String(actor), QStringLiteral("thread:%1").arg(thread), {}, summary, {}, true};
}

}  // namespace

Result<Reminder> ReminderBook::add(Reminder reminder) {
    reminder.madeAt = m_clock.now();
    reminder.state = Reminder::State::Waiting;
    const auto before = m_reminders.waitingOf(reminder.draft);
    if (!before) {
        return before.error();
    }
    storage::ChangeWriter change(*m_cellar.database, reminderChange("reminder.set", "user", reminder.thread,
                                                                    QStringLiteral("Remind if nobody answers")));
    if (*before) {
        m_reminders.setState(change, (*before)->id, Reminder::State::Dismissed);
    }
    m_reminders.add(change, reminder);
    const auto done = change.commit();
    return done ? Result<Reminder>(std::move(reminder)) : Result<Reminder>(done.error());
}

Result<void> ReminderBook::dismissOf(qint64 draft) {
    const auto known = m_reminders.waitingOf(draft);
    if (!known || !*known) {
        return known ? Result<void>() : Result<void>(known.error());
    }
    storage::ChangeWriter change(*m_cellar.database, reminderChange("reminder.dismissed", "user", (*known)->thread,
                                                                    QStringLiteral("No reminder")));
    m_reminders.setState(change, (*known)->id, Reminder::State::Dismissed);
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

Result<std::vector<Reminder>> ReminderBook::waiting() {
    return m_reminders.list(Reminder::State::Waiting);
}

Result<bool> ReminderBook::comesBack(const Reminder& reminder) {
    const auto answered = m_reminders.answered(reminder);
    const auto thread = m_cellar.messages.thread(ThreadId{reminder.thread});
    if (!answered || !thread) {
        return !answered ? answered.error() : thread.error();
    }
    storage::ChangeWriter change(*m_cellar.database, reminderChange("reminder.due", "local", reminder.thread,
                                                                    QStringLiteral("Nobody answered")));
    const bool quiet = *answered || thread->empty();
    m_reminders.setState(change, reminder.id, quiet ? Reminder::State::Answered : Reminder::State::Due);
    if (!quiet) {
        const std::array<MessageId, 1> last{thread->back().id};
        storage::MessageMarks marks(change);
        marks.moveToInbox(last);
        marks.setUnread(last, true);
    }
    const auto done = change.commit();
    return done ? Result<bool>(!quiet) : Result<bool>(done.error());
}

Result<int> ReminderBook::look() {
    const auto due = m_reminders.list(Reminder::State::Waiting, m_clock.now());
    if (!due) {
        return due.error();
    }
    int back = 0;
    for (const Reminder& reminder : *due) {
        const auto came = comesBack(reminder);
        if (!came) {
            return came.error();
        }
        back += *came ? 1 : 0;
    }
    return back;
}

}  // namespace kith::service
