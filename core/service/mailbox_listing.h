// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Collects the ids of everything at the server as rows: at the first time, and when history does not reach back.
#pragma once

#include "core/service/sync_context.h"

namespace kith::service {

class MailboxListing {
public:
    explicit MailboxListing(SyncContext& context)
        : m_context(context) {}

    /// Pins the server's now: history from there brings what happens while the ids are collected.
    Result<void> begin(std::stop_token stop);
    /// One page; false: that was the last one, and the stage is the next.
    Result<bool> page(std::stop_token stop);

private:
    Result<bool> take(const mail::RemotePage& page);

    SyncContext& m_context;
    int m_restarts{0};
    int m_repeats{0};
};

}  // namespace kith::service
