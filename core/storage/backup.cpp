// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/maintenance.h"

#include "core/storage/migrations.h"
#include "core/storage/rows.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <libpq-fe.h>
#include <sqlite3.h>

#include <cstdio>

namespace kith::storage {

namespace {

constexpr int kPagesPerStep = 2000;

Error backupError(const QString& file, const QString& why) {
    return {ErrorKind::Failed, QStringLiteral("cannot write the backup %1: %2").arg(file, why),
            QStringLiteral("Check that the folder exists, can be written and has room.")};
}

struct CloseSqlite {
    void operator()(sqlite3* db) const { sqlite3_close(db); }
};

Result<void> copyPages(sqlite3* from, sqlite3* to, const QString& file, const Progress& progress) {
    sqlite3_backup* copy = sqlite3_backup_init(to, "main", from, "main");
    if (!copy) {
        return backupError(file, QString::fromUtf8(sqlite3_errmsg(to)));
    }
    int code = SQLITE_OK;
    bool wanted = true;
    while (wanted && (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)) {
        code = sqlite3_backup_step(copy, kPagesPerStep);
        const int total = sqlite3_backup_pagecount(copy);
        wanted = !progress || progress(total - sqlite3_backup_remaining(copy), total);
    }
    sqlite3_backup_finish(copy);
    if (!wanted) {
        return Error{ErrorKind::Cancelled, QStringLiteral("the backup was stopped"), {}};
    }
    if (code != SQLITE_DONE) {
        Error error = backupError(file, QString::fromUtf8(sqlite3_errmsg(to)));
        error.kind = code == SQLITE_FULL ? ErrorKind::Full : code == SQLITE_READONLY ? ErrorKind::Denied : error.kind;
        return error;
    }
    return {};
}

/// One file without a log beside it, so that it can be carried away.
Result<void> writeSqliteCopy(Database& database, const QString& file, const Progress& progress) {
    sqlite3* raw = nullptr;
    const int opened =
        sqlite3_open_v2(QFile::encodeName(file).constData(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const std::unique_ptr<sqlite3, CloseSqlite> target(raw);
    if (opened != SQLITE_OK) {
        Error error = backupError(file, QString::fromUtf8(sqlite3_errmsg(raw)));
        error.kind = ErrorKind::Denied;
        return error;
    }
    if (const auto copied = copyPages(static_cast<sqlite3*>(database.backend().handle()), raw, file, progress);
        !copied) {
        return copied;
    }
    const int single = sqlite3_exec(raw, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
    return single == SQLITE_OK ? Result<void>()
                               : Result<void>(backupError(file, QString::fromUtf8(sqlite3_errmsg(raw))));
}

Result<qint64> backupSqlite(Database& database, const QString& file, const Progress& progress) {
    const QString partial = file + QStringLiteral(".partial");
    QFile::remove(partial);
    const auto written = writeSqliteCopy(database, partial, progress);
    const auto version = written ? backupVersion(partial, database.around()) : Result<int>(written.error());
    if (!version) {
        QFile::remove(partial);
        return version.error();
    }
    if (std::rename(QFile::encodeName(partial).constData(), QFile::encodeName(file).constData()) != 0) {
        QFile::remove(partial);
        return backupError(file, QStringLiteral("it could not take its name"));
    }
    return QFileInfo(file).size();
}

/// pg_dump gets the connection in its surroundings, never on its command line, where others could read it.
Result<qint64> backupPostgres(Database& database, const QString& file) {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pg_dump"));
    if (program.isEmpty()) {
        return Error{ErrorKind::Unsupported, QStringLiteral("pg_dump is not installed"),
                     QStringLiteral("Install postgresql-client, or make the backup on the database server.")};
    }
    const auto* connection = static_cast<PGconn*>(database.backend().handle());
    QProcess dump;
    QProcessEnvironment words = QProcessEnvironment::systemEnvironment();
    words.insert(QStringLiteral("PGHOST"), QString::fromUtf8(PQhost(connection)));
    words.insert(QStringLiteral("PGPORT"), QString::fromUtf8(PQport(connection)));
    words.insert(QStringLiteral("PGUSER"), QString::fromUtf8(PQuser(connection)));
    words.insert(QStringLiteral("PGPASSWORD"), QString::fromUtf8(PQpass(connection)));
    words.insert(QStringLiteral("PGDATABASE"), QString::fromUtf8(PQdb(connection)));
    dump.setProcessEnvironment(words);
    const QString partial = file + QStringLiteral(".partial");
    dump.start(program, {QStringLiteral("--format=custom"), QStringLiteral("--file"), partial});
    dump.waitForFinished(-1);
    if (dump.exitStatus() != QProcess::NormalExit || dump.exitCode() != 0) {
        QFile::remove(partial);
        return backupError(file, QString::fromUtf8(dump.readAllStandardError()).trimmed());
    }
    if (std::rename(QFile::encodeName(partial).constData(), QFile::encodeName(file).constData()) != 0) {
        QFile::remove(partial);
        return backupError(file, QStringLiteral("it could not take its name"));
    }
    return QFileInfo(file).size();
}

/// What is in the log of the old database belongs into its file before it goes aside.
void settleOldLog(const DatabaseUrl& target, Surroundings around) {
    if (auto old = Database::open(target, OpenMode::Write, around)) {
        (void)(*old)->script("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}

Result<QString> putAside(const QString& path, std::chrono::milliseconds now) {
    if (!QFile::exists(path)) {
        return QString();
    }
    const QString aside = path + QStringLiteral(".before-restore-%1").arg(now.count());
    for (const QString& part : {QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        if (QFile::exists(path + part) && !QFile::rename(path + part, aside + part)) {
            return backupError(path + part, QStringLiteral("it could not be put aside"));
        }
    }
    if (!QFile::copy(path, aside)) {
        return backupError(aside, QStringLiteral("the present database could not be kept"));
    }
    return aside;
}

}  // namespace

Result<qint64> backup(Database& database, const QString& file, const Progress& progress) {
    return database.isSqlite() ? backupSqlite(database, file, progress) : backupPostgres(database, file);
}

Result<int> backupVersion(const QString& file, Surroundings around) {
    const auto opened = Database::open(DatabaseUrl::file(file), OpenMode::ReadOnly, around);
    if (!opened) {
        return opened.error();
    }
    const auto sound =
        firstRow((*opened)->query("PRAGMA integrity_check(1)"), [](const Statement& row) { return row.text(0); });
    if (!sound || sound->value_or(QString()) != QLatin1String("ok")) {
        return sound ? Error{ErrorKind::Damaged, file + QStringLiteral(" is damaged: ") + sound->value_or(QString()),
                             QStringLiteral("Use another backup.")}
                     : sound.error();
    }
    const auto version = schemaVersion(**opened);
    if (version && *version == 0) {
        return Error{ErrorKind::Malformed, file + QStringLiteral(" is no backup of Kith"),
                     QStringLiteral("Name a file that kithctl backup wrote.")};
    }
    if (version && *version > latestVersion()) {
        return Error{ErrorKind::TooNew, file + QStringLiteral(" was written by a newer Kith"),
                     QStringLiteral("Update Kith to restore it.")};
    }
    return version;
}

Result<QString> restore(const QString& file, const DatabaseUrl& target, Surroundings around) {
    if (target.dialect != Dialect::Sqlite) {
        return Error{ErrorKind::Unsupported, QStringLiteral("a team database is restored on its server"),
                     QStringLiteral("Use pg_restore with the file that kithctl backup wrote.")};
    }
    if (const auto version = backupVersion(file, around); !version) {
        return version.error();
    }
    const QString fresh = target.location + QStringLiteral(".restoring");
    QFile::remove(fresh);
    if (!QFile::copy(file, fresh)) {
        return backupError(fresh, QStringLiteral("the backup could not be copied"));
    }
    if (const auto copied = backupVersion(fresh, around); !copied) {
        QFile::remove(fresh);
        return copied.error();
    }
    settleOldLog(target, around);
    const auto aside = putAside(target.location, around.clock.now());
    if (!aside) {
        QFile::remove(fresh);
        return aside;
    }
    if (std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(target.location).constData()) != 0) {
        return backupError(target.location, QStringLiteral("it could not be replaced"));
    }
    return aside;
}

}  // namespace kith::storage
