// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One writing process a workspace folder: a file lock with the holder's process number. Readers need none.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QString>

#include <memory>

namespace kith::storage {

class WorkspaceLock {
public:
    /// Waits up to patience for another writer, then Busy (its process number in the detail).
    /// Denied where the folder cannot be written. The lock goes with the object, and with a killed process.
    static Result<std::unique_ptr<WorkspaceLock>> take(const QString& folder, Clock& clock,
                                                       Millis patience = Millis{2000}, std::stop_token stop = {});
    ~WorkspaceLock();
    Q_DISABLE_COPY_MOVE(WorkspaceLock)

private:
    explicit WorkspaceLock(int file)
        : m_file(file) {}
    int m_file;
};

}  // namespace kith::storage
