// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An approved draft goes to the mailbox on the server: once, in its thread, labelled, and read back.
#pragma once

#include "core/mail/remote_mailbox.h"
#include "core/service/draft_service.h"

namespace kith::service {

inline const QString kForReviewLabel = QStringLiteral("1_For_Review");

class DraftSaving {
public:
    DraftSaving(Cellar& cellar, Clock& clock, mail::RemoteMailbox& mailbox)
        : m_cellar(cellar)
        , m_clock(clock)
        , m_mailbox(mailbox)
        , m_drafts(cellar, clock) {}

    /// Looked up by its Message-ID before and after each try, so that no retry and no second computer makes another.
    /// Conflict: what stands there is not what was approved. Otherwise the errors of the mailbox; the draft then stays
    /// approved, with the reason, and can be saved again.
    Result<Draft> save(Draft draft, std::stop_token stop);
    /// Every approved draft of the account that is not there yet; how many were saved. What the user put away after it
    /// was saved goes there too.
    Result<int> saveAll(AccountId account, std::stop_token stop);

private:
    Result<mail::RemoteDraft> made(Draft& draft, const QByteArray& bytes, std::stop_token stop);
    Result<std::optional<mail::RemoteDraft>> theOne(const Draft& draft, std::stop_token stop);
    Result<mail::RemoteMessage> agreed(const Draft& draft, const mail::RemoteDraft& there, const QByteArray& bytes,
                                       std::stop_token stop);
    Result<QString> remoteThread(const Draft& draft);
    Result<void> labelled(const mail::RemoteDraft& there, std::stop_token stop);
    Result<void> settle(Draft draft, std::stop_token stop);
    Result<void> store(const Draft& draft, const char* kind, const QString& summary);
    Result<Draft> note(Draft draft, const Error& error);

    Cellar& m_cellar;
    Clock& m_clock;
    mail::RemoteMailbox& m_mailbox;
    DraftService m_drafts;
};

}  // namespace kith::service
