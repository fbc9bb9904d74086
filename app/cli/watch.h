// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl sync --watch: the service that keeps the workspace in step, one line a cycle, until a signal.
#pragma once

#include "app/cli/session.h"
#include "core/service/mail_sync.h"

namespace kith::cli {

struct WatchWish {
    QString account;                ///< empty: all, also those that are added meanwhile
    std::chrono::seconds interval;  ///< 0: as each account says
    service::SyncOptions first;     ///< of the first cycle
};

/// The workspace is locked only while a cycle runs, so that other commands get their turn.
Exit watchAccounts(Session& session, const WatchWish& wish);

}  // namespace kith::cli
