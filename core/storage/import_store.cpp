// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/import_store.h"

#include "core/base/json.h"
#include "core/storage/rows.h"

#include <QJsonDocument>

namespace kith::storage {

namespace {

constexpr auto kImportColumns =
    "id, kind, source, state, position, seen, added, duplicate, rejected, started_at, finished_at, error";

Import readImport(const Statement& row) {
    return {row.id<ImportId>(0),
            row.text(1),
            row.text(2),
            static_cast<ImportState>(row.number(3)),
            QJsonDocument::fromJson(row.utf8(4).toByteArray()).object(),
            row.integer(5),
            row.integer(6),
            row.integer(7),
            row.integer(8),
            row.millis(9),
            row.millis(10),
            row.text(11)};
}

QByteArray selectImports(const char* tail) {
    return QByteArray("SELECT ") + kImportColumns + " FROM imports WHERE " + tail;
}

QJsonObject importSums(const Import& import) {
    return {{QStringLiteral("source"), import.source},
            {QStringLiteral("seen"), import.seen},
            {QStringLiteral("added"), import.added},
            {QStringLiteral("duplicate"), import.duplicate},
            {QStringLiteral("rejected"), import.rejected}};
}

QString importEvent(ImportState state) {
    switch (state) {
    case ImportState::Paused:
        return QStringLiteral("import.paused");
    case ImportState::Cancelled:
        return QStringLiteral("import.cancelled");
    case ImportState::Failed:
        return QStringLiteral("import.failed");
    default:
        return QStringLiteral("import.finished");
    }
}

}  // namespace

Result<ImportId> ImportStore::start(const QString& kind, const QString& source) {
    const ImportId id = m_database.ids().make<ImportId>();
    const auto made = m_database.run("INSERT INTO imports (id, kind, source, state, started_at) VALUES (?, ?, ?, 0, ?)",
                                     id, kind, source, m_database.now());
    return made ? Result<ImportId>(id) : Result<ImportId>(made.error());
}

Result<void> ImportStore::advance(ImportId id, const ImportProgress& progress) {
    return done(m_database.run(
        "UPDATE imports SET state = 0, position = ?, seen = ?, added = ?, duplicate = ?, rejected = ? WHERE id = ?",
        Statement::Utf8{json::canonical(progress.position)}, progress.seen, progress.added, progress.duplicate,
        progress.rejected, id));
}

Result<void> ImportStore::reject(ImportId id, const ImportReject& reject) {
    return done(m_database.run(
        "INSERT INTO import_rejects (import_id, seq, source, at_offset, reason) SELECT ?, COALESCE(max(seq), 0) + 1, "
        "CAST(? AS TEXT), CAST(? AS BIGINT), CAST(? AS TEXT) FROM import_rejects WHERE import_id = ?",
        id, reject.source, reject.offset, reject.reason, id));
}

Result<ChangeId> ImportStore::finish(ImportId id, ImportState state, const QString& actor, const QString& error) {
    const auto found = import(id);
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return Error{ErrorKind::NotFound, QStringLiteral("no such import"), {}};
    }
    const auto earlier = changeOf(id);
    if (!earlier) {
        return earlier.error();
    }
    ChangeWriter change(m_database,
                        {importEvent(state),
                         actor,
                         QStringLiteral("import:%1").arg(id.value),
                         {},
                         ((*found)->kind == QLatin1String("contacts") ? QStringLiteral("Import %1 contacts from %2")
                                                                      : QStringLiteral("Import %1 messages from %2"))
                             .arg((*found)->added)
                             .arg((*found)->source.section(QLatin1Char('/'), -1)),
                         importSums(**found),
                         true});
    // A resumed import is still one change: the one written when it first stopped.
    const ChangeId known = *earlier ? **earlier : change.id();
    if (!*earlier && (*found)->kind == QLatin1String("mail")) {
        change.recordBulk(BulkInverse::ImportedMail, id.value);
    } else if (!*earlier && (*found)->kind == QLatin1String("contacts")) {
        change.recordBulk(BulkInverse::ImportedContacts, id.value);
    }
    const auto ended =
        m_database.run("UPDATE imports SET state = ?, finished_at = ?, error = ?, change_id = ? WHERE id = ?",
                       int(state), m_database.now(), error, known, id);
    if (!ended) {
        return ended.error();
    }
    const auto committed = change.commit();
    return committed ? Result<ChangeId>(known) : committed;
}

Result<std::optional<Import>> ImportStore::unfinished(const QString& kind, const QString& source) {
    return firstRow(
        m_database.query(selectImports("kind = ? AND source = ? AND state IN (0, 1, 4) ORDER BY id DESC LIMIT 1"), kind,
                         source),
        readImport);
}

Result<std::vector<Import>> ImportStore::allUnfinished() {
    return allRows(m_database.query(selectImports("state IN (0, 1, 4) ORDER BY id")), readImport);
}

Result<std::optional<Import>> ImportStore::import(ImportId id) {
    return firstRow(m_database.query(selectImports("id = ?"), id), readImport);
}

Result<std::vector<Import>> ImportStore::list(ImportId before, int limit) {
    return allRows(m_database.query(selectImports("id < ? ORDER BY id DESC LIMIT ?"), below(before), limit),
                   readImport);
}

Result<std::vector<ImportReject>> ImportStore::rejects(ImportId id, int limit) {
    return allRows(
        m_database.query("SELECT source, at_offset, reason FROM import_rejects WHERE import_id = ? ORDER BY seq "
                         "LIMIT ?",
                         id, limit),
        [](const Statement& row) {
            return ImportReject{row.text(0), row.integer(1), row.text(2)};
        });
}

Result<std::optional<ChangeId>> ImportStore::changeOf(ImportId id) {
    const auto change = m_database.number("SELECT change_id FROM imports WHERE id = ?", id);
    if (!change) {
        return change.error();
    }
    return *change ? std::optional(ChangeId{**change}) : std::nullopt;
}

}  // namespace kith::storage
