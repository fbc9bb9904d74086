// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Fetches what is known by its id only, newest first, and stores it: each batch with its links in one transaction.
#pragma once

#include "core/service/letter_stream.h"
#include "core/service/owner_book.h"
#include "core/service/sync_context.h"

namespace kith::service {

class MailboxBacklog {
public:
    explicit MailboxBacklog(SyncContext& context)
        : m_context(context) {}

    enum class Rest { Nothing, More };
    /// Until the backlog is empty (what failed lately waits), most messages were asked for, or the user's changes or
    /// the clock want other work to be done in between.
    Result<Rest> drain(int most, std::stop_token stop);

private:
    Result<void> takeBatch(std::vector<LetterItem>& batch);
    Result<void> takeItem(LetterItem& item);
    Result<void> takeArrived(ArrivedLetter& letter);
    Result<storage::AddOutcome> store(const ArrivedLetter& letter, const storage::RemoteRow& row);
    Result<storage::AddOutcome> fresh(const storage::AddOutcome& outcome, const ArrivedLetter& letter);
    Result<bool> heldByTwin(const storage::RemoteRow& row, MessageId message);
    Result<void> takeFailed(const FailedLetter& failed);
    Result<bool> otherWorkWaits(std::chrono::milliseconds began);
    Result<LetterStream::Parts> parts(const std::vector<storage::RemoteTodo>& todo);

    SyncContext& m_context;
    OwnerBook m_owners;
    std::vector<MessageId> m_fresh;  ///< received ones of this batch
    qint64 m_stored{0};
};

}  // namespace kith::service
