// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What was learned of the user's edits, and the user's snippets.
#pragma once

#include "core/domain/writing.h"
#include "core/storage/journal.h"

#include <optional>
#include <vector>

namespace kith::storage {

class ToneStore {
public:
    explicit ToneStore(Database& database)
        : m_database(database) {}

    /// Best supported first.
    Result<std::vector<ToneNote>> notes();
    /// Told again it gains support. Of greeting, closing and length one stands: the newest.
    Result<void> learn(ChangeWriter& change, const ToneNote& note);
    /// NotFound at commit where there is none.
    void forget(ChangeWriter& change, qint64 id);

    /// By name.
    Result<std::vector<Snippet>> snippets();
    Result<std::optional<Snippet>> snippet(const QString& name);
    /// By its name: new, or in the place of what was called so.
    Result<void> keep(ChangeWriter& change, Snippet& snippet);
    void remove(ChangeWriter& change, qint64 id);

private:
    Database& m_database;
};

}  // namespace kith::storage
