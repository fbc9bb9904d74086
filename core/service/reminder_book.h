// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// "Tell me if nobody answers": what is due comes back to the inbox, unread. Rows: a restart and a long sleep lose
// nothing.
#pragma once

#include "core/service/cellar.h"
#include "core/storage/reminder_store.h"

namespace kith::service {

class ReminderBook {
public:
    ReminderBook(Cellar& cellar, Clock& clock)
        : m_cellar(cellar)
        , m_clock(clock)
        , m_reminders(*cellar.database) {}

    /// One waits for each draft: it takes the place of an earlier one.
    Result<Reminder> add(Reminder reminder);
    Result<void> dismissOf(qint64 draft);
    Result<std::vector<Reminder>> waiting();
    /// Looks at everything that is due now; how many threads came back.
    Result<int> look();

private:
    Result<bool> comesBack(const Reminder& reminder);

    Cellar& m_cellar;
    Clock& m_clock;
    storage::ReminderStore m_reminders;
};

}  // namespace kith::service
