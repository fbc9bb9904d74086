// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Takes an account out of the workspace and what Kith made out of the server; can be stopped and run again.
#pragma once

#include "core/base/clock.h"
#include "core/mail/remote_mailbox.h"
#include "core/service/cellar.h"
#include "core/service/changes.h"

#include <functional>
#include <stop_token>

namespace kith::service {

struct AccountRemoval {
    AccountId account;
    bool keepMail{false};                   ///< the mail stays here, without its server
    mail::RemoteMailbox* mailbox{nullptr};  ///< nothing: the server is left as it is
    std::function<void(qint64 left)> progress;
    std::function<void(const Changes&)> changed;
};

struct AccountRemovalReport {
    qint64 messages{0};     ///< taken out here
    qint64 kept{0};         ///< that came by another way too, or with keepMail
    int labelsDeleted{0};   ///< at the server
    qint64 backToInbox{0};  ///< snoozed at the server
    QString
        serverProblem;  ///< one sentence where the server could not be cleaned; everything here is done all the same
};

/// Its row is Removing until the last step, which takes the row out. Secrets are the caller's.
Result<AccountRemovalReport> removeAccount(Cellar& cellar, Clock& clock, const AccountRemoval& removal,
                                           std::stop_token stop);

}  // namespace kith::service
