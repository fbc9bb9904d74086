// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// All or nothing: rolls back unless committed. Transactions nest; the outermost one decides.
#pragma once

#include "core/storage/database.h"

namespace kith::storage {

class Transaction {
public:
    /// Takes the write lock at once, so that a later write cannot fail half-way for want of it.
    explicit Transaction(Database& database);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    /// Why it could not begin, if it could not; commit() then fails with the same.
    const std::optional<Error>& error() const { return m_error; }
    Result<void> commit();

private:
    Database& m_database;
    std::optional<Error> m_error;
    bool m_open{false};
};

}  // namespace kith::storage
