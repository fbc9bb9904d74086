// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A letter goes when the user said so and the time to take it back is over; never twice, whatever answer is lost.
#pragma once

#include "core/mail/remote_mailbox.h"
#include "core/service/draft_saving.h"

namespace kith::service {

struct SendWish {
    std::chrono::milliseconds at{0};  ///< when it goes; not before now
    int remindDays{0};                ///< tell if nobody answers until then; 0: no
};

class DraftSending {
public:
    DraftSending(Cellar& cellar, Clock& clock)
        : m_cellar(cellar)
        , m_clock(clock) {}

    /// Of an approved or saved draft. Conflict otherwise; Unsupported where its mail came from a file. The last wish
    /// holds.
    Result<Draft> ask(qint64 id, const SendWish& wish);
    /// Conflict once it may be on its way.
    Result<Draft> holdBack(qint64 id);
    /// The earliest; nothing where nothing waits.
    Result<std::optional<std::chrono::milliseconds>> nextDue();
    /// Everything of the account that is due; how many went. What the server does not take stays, with its reason. The
    /// error of a server that cannot be reached ends it: the rest is tried again.
    Result<int> sendDue(AccountId account, mail::RemoteMailbox& mailbox, std::stop_token stop);

private:
    Result<bool> sendOne(Draft draft, mail::RemoteMailbox& mailbox, std::stop_token stop);
    Result<bool> missing(Draft draft, mail::RemoteMailbox& mailbox, std::stop_token stop);
    Result<bool> tried(Draft draft, mail::RemoteMailbox& mailbox, std::stop_token stop);
    Result<void> store(const Draft& draft, const char* kind, const QString& summary);
    Result<bool> sent(Draft draft, const QString& remoteId);
    Result<bool> stays(Draft draft, const QString& reason);

    Cellar& m_cellar;
    Clock& m_clock;
};

}  // namespace kith::service
