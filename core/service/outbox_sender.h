// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Sends what the user did, in the order of the deeds; equal edits of many messages go out as one.
#pragma once

#include "core/service/sync_context.h"
#include "core/storage/transaction.h"

namespace kith::service {

class OutboxSender {
public:
    explicit OutboxSender(SyncContext& context)
        : m_context(context) {}

    /// Everything that is due. An error: the way to the server is shut; what was not sent waits, nothing is lost.
    Result<void> run(std::stop_token stop);

private:
    using Group = std::vector<OutboxEntry>;

    Result<void> sendGroup(const Group& group, std::stop_token stop);
    Result<mail::LabelEdit> editOf(const OutboxEntry& entry, std::stop_token stop);
    Result<void> answered(const Group& group, const Result<void>& answer, std::stop_token stop);
    Result<void> settle(const Group& group);
    Result<void> giveUp(const OutboxEntry& entry, const Error& error);
    Result<void> giveUpLabel(const Group& group, const QString& name, const Error& error);
    Result<void> dropGone(const OutboxEntry& entry);
    Result<void> putOff(const Group& group, const Error& error);
    Result<void> finish(storage::Transaction& transaction);

    SyncContext& m_context;
    QString m_unmakable;  ///< the label that the server would not make
};

}  // namespace kith::service
