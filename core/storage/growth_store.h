// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Who could become a contact out of the mail that is here, and contacts that their mail has left.
#pragma once

#include "core/storage/correspondent_store.h"

namespace kith::storage {

/// An address with which something passed and that no contact has.
struct GrowthCandidate {
    Correspondent known;
    MessageId newest;     ///< from them; 0: they never wrote
    MessageId toThem;     ///< the owner's newest to them, looked up only where they never wrote
    QByteArray bulk;      ///< marks of their newest message, packed
    QString subject;      ///< of the same
    bool matters{false};  ///< a message of theirs in the inbox is of high or critical priority
};

class GrowthStore {
public:
    explicit GrowthStore(Database& database)
        : m_database(database) {}

    Result<std::vector<GrowthCandidate>> candidates();
    /// Contacts that grew by themselves and of which nothing is known any more; in the caller's transaction.
    Result<qint64> removeLonely();
    /// E-mail addresses of grown contacts that wrote since then, and how many messages they sent.
    Result<std::vector<QString>> wroteSince(std::chrono::milliseconds since);

private:
    Database& m_database;
};

}  // namespace kith::storage
