// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What services said of a person, as versions: the newest, and those before it.
#pragma once

#include "core/storage/journal.h"

namespace kith::storage {

struct SourceVersion {
    qint64 id{0};
    QString source{};     ///< attio, onyx
    QString entity{};     ///< contact:ID
    QString reference{};  ///< the service's name for the person; empty: it knew nobody
    QString title{};
    QString link{};
    QJsonObject document{};
    std::chrono::milliseconds validFrom{0};
    std::chrono::milliseconds validTo{0};  ///< 0: the newest
    std::chrono::milliseconds checkedAt{0};
};

class SourceStore {
public:
    explicit SourceStore(Database& database)
        : m_database(database) {}

    Result<std::optional<SourceVersion>> newest(const QString& source, const QString& entity);
    /// Newest first.
    Result<std::vector<SourceVersion>> history(const QString& entity);
    /// Closes the version before it. validFrom and checkedAt are now.
    void put(ChangeWriter& change, const SourceVersion& version, const std::optional<SourceVersion>& before);
    /// Asked again, and it said the same. Bookkeeping, not journaled.
    Result<void> touch(qint64 id);
    /// Contacts with an address whom this source was not asked about since then, and for whom no work waits or failed.
    Result<std::vector<ContactId>> due(const QString& source, std::chrono::milliseconds since, int limit);

private:
    Database& m_database;
};

}  // namespace kith::storage
