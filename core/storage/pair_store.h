// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Pairs of contacts that may be one person, waiting for an answer, and those of which the user said that they are two.
#pragma once

#include "core/storage/contact_store.h"

namespace kith::storage {

struct ContactPair {
    ContactId one;  ///< the smaller id
    ContactId other;
    double probability{0};
    QByteArray evidence;  ///< JSON
    QString state;        ///< open, apart
};

class PairStore {
public:
    explicit PairStore(Database& database)
        : m_database(database) {}

    /// Replaces all open pairs by these; those that the user parted stay parted. Bookkeeping, not journaled.
    Result<qint64> replaceOpen(std::span<const ContactPair> pairs);
    /// The likeliest first; pairs that were merged meanwhile are left out.
    Result<std::vector<ContactPair>> open(int limit);
    Result<qint64> countOpen();
    Result<std::optional<ContactPair>> one(ContactId a, ContactId b);
    /// The user says that these are two people; makes the row where there is none.
    Result<void> part(ChangeWriter& change, ContactId a, ContactId b);
    /// All that the user parted.
    Result<std::vector<ContactPair>> apart();

private:
    Database& m_database;
};

}  // namespace kith::storage
