// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What an import has seen, where it stands and what it had to leave: resumable after a kill, taken back as a whole.
#pragma once

#include "core/storage/journal.h"

namespace kith::storage {

enum class ImportState { Running, Paused, Finished, Cancelled, Failed, Undone };

struct Import {
    ImportId id;
    QString kind;    ///< mail, contacts
    QString source;  ///< path as given
    ImportState state{ImportState::Running};
    QJsonObject position;  ///< where the next run goes on; belongs to the reader
    qint64 seen{0};
    qint64 added{0};
    qint64 duplicate{0};
    qint64 rejected{0};
    std::chrono::milliseconds startedAt{0};
    std::chrono::milliseconds finishedAt{0};
    QString error;
};

struct ImportReject {
    QString source;    ///< file
    qint64 offset{0};  ///< byte or line
    QString reason;
};

struct ImportProgress {
    QJsonObject position;
    qint64 seen{0};
    qint64 added{0};
    qint64 duplicate{0};
    qint64 rejected{0};
};

class ImportStore {
public:
    explicit ImportStore(Database& database)
        : m_database(database) {}

    Result<ImportId> start(const QString& kind, const QString& source);
    /// Totals so far and the new position; call in the batch's transaction.
    Result<void> advance(ImportId id, const ImportProgress& progress);
    Result<void> reject(ImportId id, const ImportReject& reject);
    /// Ends it, with one Change (undoable as a set) and one event. Paused and Failed imports can be resumed.
    Result<ChangeId> finish(ImportId id, ImportState state, const QString& actor, const QString& error = {});
    /// Unfinished one of this kind and source, to go on with.
    Result<std::optional<Import>> unfinished(const QString& kind, const QString& source);
    Result<std::vector<Import>> allUnfinished();
    Result<std::optional<Import>> import(ImportId id);
    Result<std::vector<Import>> list(ImportId before, int limit);
    Result<std::vector<ImportReject>> rejects(ImportId id, int limit);
    /// The change that finish() wrote; undo it to take the import back.
    Result<std::optional<ChangeId>> changeOf(ImportId id);

private:
    Database& m_database;
};

}  // namespace kith::storage
