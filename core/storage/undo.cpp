// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/undo.h"

#include "core/storage/bulk_inverse.h"
#include "core/storage/rows.h"
#include "core/storage/table_shape.h"

#include <QJsonDocument>

namespace kith::storage {

namespace {

constexpr auto kChangeColumns =
    "id, role, kind, actor, entity, request_id, summary, at, row_count, undoable, undoes, undone_by";

Change readChange(const Statement& row) {
    Change change;
    change.id = row.id<ChangeId>(0);
    change.role = static_cast<ChangeRole>(row.number(1));
    change.kind = row.text(2);
    change.actor = row.text(3);
    change.entity = row.text(4);
    change.requestId = row.text(5);
    change.summary = row.text(6);
    change.at = row.millis(7);
    change.rows = row.number(8);
    change.undoable = row.flag(9);
    change.undoes = row.id<ChangeId>(10);
    change.undoneBy = row.id<ChangeId>(11);
    return change;
}

template <class... Args>
Result<std::optional<Change>> oneChange(Database& database, const QByteArray& condition, const Args&... args) {
    Statement row =
        database.query(QByteArray("SELECT ") + kChangeColumns + " FROM changes WHERE " + condition, args...);
    std::optional<Change> found;
    if (row.next()) {
        found = readChange(row);
    }
    return row.failed() ? Result<std::optional<Change>>(row.error()) : found;
}

template <class... Args>
Result<std::vector<Change>> allChanges(Database& database, const QByteArray& condition, const Args&... args) {
    return allRows(database.query(QByteArray("SELECT ") + kChangeColumns + " FROM changes WHERE " + condition, args...),
                   readChange);
}

struct RecordedRow {
    QByteArray table;
    QJsonObject key;
    QJsonObject before;
    QJsonObject after;
    bool existedBefore{false};
    bool existsAfter{false};
};

Result<std::vector<RecordedRow>> recordedRows(Database& database, ChangeId change) {
    std::vector<RecordedRow> recorded;
    Statement rows = database.query("SELECT row_table, row_key, before_json, after_json FROM change_rows "
                                    "WHERE change_id = ? ORDER BY seq DESC",
                                    change);
    const auto object = [&](int column) { return QJsonDocument::fromJson(rows.utf8(column).toByteArray()).object(); };
    while (rows.next()) {
        recorded.push_back(
            {rows.utf8(0).toByteArray(), object(1), object(2), object(3), !rows.isNull(2), !rows.isNull(3)});
    }
    return rows.failed() ? Result<std::vector<RecordedRow>>(rows.error()) : recorded;
}

}  // namespace

/// Writes the inverse of one change as a change of its own.
class Undoer {
public:
    Undoer(Database& database, const Change& change, const QString& actor)
        : m_database(database)
        , m_target(change)
        , m_writer(database,
                   {change.role == ChangeRole::Undo ? QStringLiteral("change.redone") : QStringLiteral("change.undone"),
                    actor,
                    change.entity,
                    change.requestId,
                    change.summary,
                    {},
                    true}) {
        m_writer.m_role = static_cast<int>(change.role == ChangeRole::Undo ? ChangeRole::Redo : ChangeRole::Undo);
        m_writer.m_undoes = change.id;
        m_report.undone = change.id;
        m_report.summary = change.summary;
    }

    Result<UndoReport> run() {
        const auto rows = recordedRows(m_database, m_target.id);
        if (!rows) {
            return rows.error();
        }
        for (const RecordedRow& row : *rows) {
            if (const auto done = takeBack(row); !done) {
                return done.error();
            }
        }
        return finish();
    }

private:
    Result<void> takeBack(const RecordedRow& row) {
        if (row.table.startsWith("bulk:")) {
            return takeBackBulk(row);
        }
        const TableShape* shape = tableShape(row.table);
        if (!shape) {
            conflict(row, QStringLiteral("gone"));
            return {};
        }
        const auto current = readRow(m_database, *shape, row.key);
        if (!current) {
            return current.error();
        }
        if (row.table == "labels" && !row.existedBefore) {
            const auto used = m_database.number("SELECT 1 FROM message_labels WHERE label_id = ? LIMIT 1",
                                                row.key.value(QStringLiteral("id")).toInteger());
            if (!used || *used) {
                return used ? Result<void>() : Result<void>(used.error());  // others carry it by now: it stays
            }
        }
        if (row.table == "contacts" && !row.existedBefore) {
            const auto held = holdsContact(row.key.value(QStringLiteral("id")).toInteger());
            if (!held || *held) {
                conflict(row, QStringLiteral("changed-since"));
                return held ? Result<void>() : Result<void>(held.error());  // somebody hung more on it: it stays
            }
        }
        const auto reason = row.existsAfter ? reasonAgainst(*shape, row, *current) : reasonAgainstReturn(row, *current);
        if (!reason) {
            return reason.error();
        }
        if (!reason->isEmpty()) {
            conflict(row, *reason);
            return {};
        }
        if (!row.existsAfter) {
            m_writer.insertRow(row.table.constData(), row.before);
        } else if (!row.existedBefore) {
            m_writer.deleteRow(row.table.constData(), row.key);
        } else {
            m_writer.updateRow(row.table.constData(), row.key, row.before);
        }
        ++m_report.restored;
        return m_writer.error() ? Result<void>(*m_writer.error()) : Result<void>();
    }

    Result<bool> holdsContact(qint64 contact) {
        const auto held = m_database.number("SELECT 1 FROM identities WHERE contact_id = ? UNION ALL SELECT 1 FROM "
                                            "contact_merges WHERE absorbed = ? OR survivor = ? LIMIT 1",
                                            contact, contact, contact);
        return held ? Result<bool>(held->has_value()) : Result<bool>(held.error());
    }

    static Result<QString> reasonAgainst(const TableShape& shape, const RecordedRow& row, const QJsonObject& current) {
        if (current.isEmpty()) {
            return QStringLiteral("gone");
        }
        for (const ColumnShape& column : shape.values) {
            const QString name = QString::fromLatin1(column.name);
            if (row.after.contains(name) && !sameValue(column.type, row.after.value(name), current.value(name))) {
                return QStringLiteral("changed-since");
            }
        }
        return QString();
    }

    /// A row comes back only where its place is free and the message and label it belongs to are still there.
    Result<QString> reasonAgainstReturn(const RecordedRow& row, const QJsonObject& current) {
        if (!current.isEmpty()) {
            return QStringLiteral("exists");
        }
        const std::pair<const char*, const char*> owners[] = {{"message_id", "SELECT id FROM messages WHERE id = ?"},
                                                              {"label_id", "SELECT id FROM labels WHERE id = ?"}};
        for (const auto& [column, question] : owners) {
            const qint64 id = row.before.value(QLatin1String(column)).toInteger();
            const auto there =
                id > 0 ? m_database.number(question, id) : Result<std::optional<qint64>>(std::optional(id));
            if (!there) {
                return there.error();
            }
            if (!*there) {
                return QStringLiteral("gone");
            }
        }
        return QString();
    }

    /// What rules did in one run, each as a change of its own; they may act there again when asked to.
    Result<void> takeBackRun() {
        const auto changes = allChanges(m_database,
                                        "role = 0 AND undone_by = 0 AND request_id = ? AND actor LIKE 'rule:%' "
                                        "ORDER BY id DESC",
                                        m_target.requestId);
        if (!changes) {
            return changes.error();
        }
        for (const Change& change : *changes) {
            auto undone = Undoer(m_database, change, QStringLiteral("local")).run();
            if (!undone) {
                return undone.error();
            }
            m_report.restored += undone->restored;
            m_report.conflicts.insert(m_report.conflicts.end(), undone->conflicts.begin(), undone->conflicts.end());
            m_report.threads.insert(m_report.threads.end(), undone->threads.begin(), undone->threads.end());
        }
        m_writer.m_info.undoable = false;
        const auto forgotten = m_database.run("DELETE FROM rule_runs WHERE run_id = ?", m_target.requestId);
        return forgotten ? Result<void>() : Result<void>(forgotten.error());
    }

    Result<void> takeBackBulk(const RecordedRow& row) {
        if (row.table == "bulk:rule_run") {
            return takeBackRun();
        }
        const qint64 number = row.key.value(QStringLiteral("number")).toInteger();
        const auto removed = row.table == "bulk:imported_mail" ? removeImportedMail(m_writer, ImportId{number})
                             : row.table == "bulk:imported_contacts"
                                 ? removeImportedContacts(m_writer, ImportId{number})
                                 : removeDecisions(m_writer, ChangeId{number});
        if (!removed) {
            return removed.error();
        }
        m_writer.m_info.undoable = false;  // a set that was deleted does not come back by itself
        m_report.restored += int(*removed);
        return {};
    }

    void conflict(const RecordedRow& row, const QString& reason) {
        m_report.conflicts.push_back({QString::fromLatin1(row.table), row.key, reason});
    }

    Result<UndoReport> finish() {
        m_writer.addContext(QStringLiteral("undoes"), m_target.id.value);
        m_writer.addContext(QStringLiteral("restored"), m_report.restored);
        m_writer.addContext(QStringLiteral("conflicts"), qint64(m_report.conflicts.size()));
        if (m_writer.m_rows == 0) {
            if (const auto written = m_writer.writeChange(); !written) {
                return written.error();
            }
        }
        const auto marked = m_database.run("UPDATE changes SET undone_by = ? WHERE id = ?", m_writer.id(), m_target.id);
        // Redoing puts what the undo had taken back in force again.
        const auto again = m_database.run("UPDATE changes SET undone_by = 0 WHERE id = ? AND undone_by = ?",
                                          m_target.undoes, m_target.id);
        if (!marked || !again) {
            return marked ? again.error() : marked.error();
        }
        const auto touched = m_writer.touchedThreads();
        m_report.threads.insert(m_report.threads.end(), touched.begin(), touched.end());
        const auto done = m_writer.commit();
        if (!done) {
            return done.error();
        }
        m_report.change = *done;
        return m_report;
    }

    Database& m_database;
    Change m_target;
    ChangeWriter m_writer;
    UndoReport m_report;
};

Result<std::optional<Change>> UndoStore::change(ChangeId id) {
    return oneChange(m_database, "id = ?", id);
}

Result<std::optional<Change>> UndoStore::lastUndoable(const QString& actor) {
    const QByteArray tail = " ORDER BY id DESC LIMIT 1";
    return actor.isEmpty()
               ? oneChange(m_database, "role = 0 AND undone_by = 0 AND undoable = 1" + tail)
               : oneChange(m_database, "role = 0 AND undone_by = 0 AND undoable = 1 AND actor = ?" + tail, actor);
}

Result<std::optional<Change>> UndoStore::lastRedoable(const QString& actor) {
    const auto undone = oneChange(m_database, "role = 1 AND undone_by = 0 AND undoable = 1 ORDER BY id DESC LIMIT 1");
    if (!undone || !*undone) {
        return undone;
    }
    // After a new deed of the same actor there is nothing to go forward to.
    const auto newer =
        actor.isEmpty() ? m_database.number("SELECT id FROM changes WHERE role = 0 AND id > ? LIMIT 1", (*undone)->id)
                        : m_database.number("SELECT id FROM changes WHERE role = 0 AND id > ? AND actor = ? LIMIT 1",
                                            (*undone)->id, actor);
    if (!newer) {
        return newer.error();
    }
    return *newer ? Result<std::optional<Change>>(std::nullopt) : undone;
}

Result<UndoReport> UndoStore::undo(ChangeId id, const QString& actor) {
    const auto found = change(id);
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no change %1").arg(id.value), {}};
    }
    if ((*found)->undoneBy) {
        return Error{ErrorKind::Conflict, QStringLiteral("change %1 was taken back already").arg(id.value), {}};
    }
    if (!(*found)->undoable) {
        return Error{ErrorKind::Unsupported, QStringLiteral("change %1 cannot be taken back").arg(id.value),
                     QStringLiteral("Do it again by hand, for instance by importing the files again.")};
    }
    return Undoer(m_database, **found, actor).run();
}

Result<UndoReport> UndoStore::undoLast(const QString& actor) {
    const auto last = lastUndoable(actor);
    if (!last) {
        return last.error();
    }
    return *last ? undo((*last)->id, actor)
                 : Result<UndoReport>(Error{ErrorKind::NotFound, QStringLiteral("there is nothing to take back"), {}});
}

Result<UndoReport> UndoStore::redoLast(const QString& actor) {
    const auto last = lastRedoable(actor);
    if (!last) {
        return last.error();
    }
    if (*last) {
        return undo((*last)->id, actor);
    }
    const auto newest = oneChange(m_database, "id = (SELECT max(id) FROM changes)");
    if (newest && *newest && (*newest)->role == ChangeRole::Undo && !(*newest)->undoable) {
        // What an import or a run wrote was deleted, not kept: only its source can bring it back.
        return Error{ErrorKind::Unsupported, QStringLiteral("change %1 cannot be done again").arg((*newest)->id.value),
                     QStringLiteral("Take the file in again, or sort again with kithctl triage.")};
    }
    return Error{ErrorKind::NotFound, QStringLiteral("there is nothing to do again"), {}};
}

Result<std::vector<Change>> UndoStore::list(ChangeId before, int limit) {
    return allChanges(m_database, "id < ? ORDER BY id DESC LIMIT ?", below(before), limit);
}

}  // namespace kith::storage
