// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Finds messages, newest first, through the full-text index.
#pragma once

#include "core/domain/ids.h"
#include "core/storage/database.h"
#include "core/storage/search_query.h"

namespace kith::storage {

struct SearchDocument {
    MessageId message;
    QString subject;
    QString sender;  ///< names and addresses
    QString recipients;
    QString body;
};

class SearchStore {
public:
    explicit SearchStore(Database& database)
        : m_database(database) {}

    /// `before`: the last id of the previous page; 0: from the newest.
    Result<std::vector<MessageId>> find(const SearchQuery& query, int limit, MessageId before = {});
    Result<std::vector<MessageId>> find(const QString& text, int limit, MessageId before = {});

    Result<void> index(const SearchDocument& document);
    /// The index forgets by the same words that it learned.
    Result<void> forget(const SearchDocument& document);
    /// Forgotten words go from the file too, not only from the answers; walks the whole index.
    Result<void> compact();
    /// Makes the whole index again from what is stored.
    Result<qint64> rebuild();

private:
    Database& m_database;
};

}  // namespace kith::storage
