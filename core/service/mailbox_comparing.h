// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// After a listing anew: finds what is gone at the server and which labels changed, cheaper than fetching everything.
#pragma once

#include "core/service/sync_context.h"

#include <QSet>

namespace kith::service {

class MailboxComparing {
public:
    explicit MailboxComparing(SyncContext& context)
        : m_context(context) {}

    /// To the end, or to the stop; goes on where it stood. Local marks, snoozes and the outbox stay.
    Result<void> run(std::stop_token stop);

private:
    Result<void> dropUnseen(std::stop_token stop);
    Result<void> dropTrusted(const std::vector<storage::RemoteRow>& rows);
    Result<void> dropVerified(const std::vector<storage::RemoteRow>& rows, std::stop_token stop);
    Result<bool> listingIsWhole();
    Result<void> compareLabel(const QString& labelId, std::stop_token stop);
    Result<bool> isGone(const QString& labelId, const Error& why, std::stop_token stop);
    Result<QSet<QString>> carriers(const QString& labelId, bool* severalPages, std::stop_token stop);
    Result<void> correct(const QString& labelId, const std::vector<QString>& ids, bool on);
    Result<void> finish();

    SyncContext& m_context;
};

}  // namespace kith::service
