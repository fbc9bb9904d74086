// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Whose mail this is: the owner's addresses; marks messages from and to the owner.
#pragma once

#include "core/storage/journal.h"

namespace kith::storage {

class OwnerStore {
public:
    explicit OwnerStore(Database& database)
        : m_database(database) {}

    Result<QStringList> addresses();
    /// Adds addresses (found or given) and marks stored messages anew where that changes something.
    Result<int> addAddresses(const QStringList& addresses, const QString& origin);
    Result<void> removeAddress(const QString& address);
    /// Marks from-owner and to-owner on every message again; the threads that changed.
    Result<std::vector<ThreadId>> remark();

private:
    Database& m_database;
};

}  // namespace kith::storage
