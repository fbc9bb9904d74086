// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The mailbox's labels and own addresses, fetched now and then: names follow the server.
#pragma once

#include "core/service/sync_context.h"

namespace kith::service {

class SyncLabels {
public:
    explicit SyncLabels(SyncContext& context)
        : m_context(context) {}

    /// Asks the server; at most once a cycle unless it must.
    Result<void> refresh(std::stop_token stop, bool must = false);
    /// Where an hour (labels) or a day (addresses) has passed.
    Result<void> refreshWhenDue(std::stop_token stop);
    /// False after asking once more: nobody knows some of these ids.
    Result<void> learn(const QStringList& ids, std::stop_token stop);
    /// The id of a label of this name; made at the server where there is none. Errors as the mailbox says them.
    Result<QString> idFor(const QString& name, std::stop_token stop);

    /// New ones, and what changed its name or colour; what is gone is left to the next refresh.
    Result<void> take(const std::vector<mail::RemoteLabel>& listed);

private:
    Result<void> refreshAddresses(std::stop_token stop);
    Result<QStringList> goneSince(const std::vector<mail::RemoteLabel>& listed);
    Result<QSet<QString>> carriedLabels();
    Result<void> takeGone(const QString& id, std::stop_token stop);
    Result<void> takeRenamed(std::vector<storage::StoredLabel> renamed);
    Result<void> takeNew(const std::vector<storage::StoredLabel>& fresh);

    SyncContext& m_context;
};

}  // namespace kith::service
