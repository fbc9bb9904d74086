// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Takes changes back and forth again; what somebody changed meanwhile is left alone and reported.
#pragma once

#include "core/storage/journal.h"

namespace kith::storage {

enum class ChangeRole { Do, Undo, Redo };

struct Change {
    ChangeId id;
    ChangeRole role{ChangeRole::Do};
    QString kind;
    QString actor;
    QString entity;
    QString requestId;
    QString summary;
    std::chrono::milliseconds at{0};
    int rows{0};
    bool undoable{true};
    ChangeId undoes;    ///< 0: nothing
    ChangeId undoneBy;  ///< 0: in force
};

struct UndoConflict {
    QString table;
    QJsonObject key;
    QString reason;  ///< changed-since, gone, exists
};

struct UndoReport {
    ChangeId change;  ///< the change that did the undoing; undo it to redo
    ChangeId undone;
    QString summary;  ///< of what was undone
    int restored{0};  ///< rows
    std::vector<UndoConflict> conflicts;
    std::vector<ThreadId> threads;  ///< whose summary changed
};

class UndoStore {
public:
    explicit UndoStore(Database& database)
        : m_database(database) {}

    /// The newest change of this actor that can be taken back; empty actor: anybody's.
    Result<std::optional<Change>> lastUndoable(const QString& actor = QStringLiteral("user"));
    /// The undo that redo() would take back; nothing once something new was done after it.
    Result<std::optional<Change>> lastRedoable(const QString& actor = QStringLiteral("user"));
    /// Conflict where it was undone already; Unsupported where it cannot be.
    Result<UndoReport> undo(ChangeId change, const QString& actor = QStringLiteral("user"));
    Result<UndoReport> undoLast(const QString& actor = QStringLiteral("user"));
    Result<UndoReport> redoLast(const QString& actor = QStringLiteral("user"));
    Result<std::optional<Change>> change(ChangeId id);
    /// Newest first; before: keyset.
    Result<std::vector<Change>> list(ChangeId before = {}, int limit = 100);

private:
    Database& m_database;
};

}  // namespace kith::storage
