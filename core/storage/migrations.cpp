// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/migrations.h"

#include "core/storage/dialect.h"
#include "core/storage/search_store.h"
#include "core/storage/transaction.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>

static void initialiseSqlResources() {
    Q_INIT_RESOURCE(kith_sql);
}

namespace kith::storage {

namespace {

constexpr int kSearchVersion = 3;
constexpr auto kSqlFolder = ":/sql";

QByteArray sqlFile(const QString& name) {
    QFile file(QLatin1String(kSqlFolder) + QLatin1Char('/') + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray migrationChecksum(const QByteArray& sql) {
    return QCryptographicHash::hash(sql, QCryptographicHash::Sha256).toHex();
}

Result<bool> versionTableExists(Database& database) {
    const auto count =
        database.number(database.isSqlite() ? "SELECT count(*) FROM sqlite_master WHERE name = 'schema_version'"
                                            : "SELECT count(*) FROM pg_tables WHERE tablename = 'schema_version' "
                                              "AND schemaname = current_schema()");
    return count ? Result<bool>(count->value_or(0) > 0) : Result<bool>(count.error());
}

Result<void> refuseForeignFile(Database& database) {
    if (!database.isSqlite()) {
        return {};
    }
    const auto tables = database.number("SELECT count(*) FROM sqlite_master");
    if (!tables) {
        return tables.error();
    }
    if (tables->value_or(0) > 0) {
        return Error{ErrorKind::Malformed, QStringLiteral("this database belongs to another program"),
                     QStringLiteral("Choose another file or folder for the workspace.")};
    }
    return {};
}

Error tooNew(int found) {
    return {ErrorKind::TooNew,
            QStringLiteral("the database has version %1, this Kith knows %2").arg(found).arg(latestVersion()),
            QStringLiteral("This workspace was written by a newer Kith; update Kith to open it.")};
}

Result<void> applyMigration(Database& database, const Migration& migration) {
    Transaction transaction(database);
    if (transaction.error()) {
        return *transaction.error();
    }
    if (!database.isSqlite()) {
        const auto locked = database.query("SELECT pg_advisory_xact_lock(7017)").run();
        if (!locked) {
            return locked;
        }
    }
    const auto present = schemaVersion(database);
    if (!present) {
        return present.error();
    }
    if (*present >= migration.version) {
        return {};  // another process was quicker
    }
    if (const auto done = database.script(migration.sql); !done) {
        Error error = done.error();
        error.detail = QStringLiteral("migration %1 %2: ").arg(migration.version).arg(migration.name) + error.detail;
        return error;
    }
    const auto noted = database.run(
        "INSERT INTO schema_version (version, name, checksum, applied_at) VALUES (?, ?, ?, ?)", migration.version,
        migration.name, QString::fromLatin1(migrationChecksum(migration.sql)), database.now());
    return noted ? transaction.commit() : Result<void>(noted.error());
}

Result<void> compareChecksums(Database& database, const std::vector<Migration>& migrations) {
    Statement rows = database.query("SELECT version, checksum FROM schema_version");
    while (rows.next()) {
        const int version = rows.number(0);
        const auto known = std::ranges::find(migrations, version, &Migration::version);
        if (known != migrations.end() && migrationChecksum(known->sql) != rows.utf8(1).toByteArray()) {
            return Error{
                ErrorKind::Damaged, QStringLiteral("migration %1 was applied with another content").arg(version),
                QStringLiteral("The database was made by an unreleased build; restore a backup or start anew.")};
        }
    }
    return rows.failed() ? Result<void>(rows.error()) : Result<void>();
}

}  // namespace

std::vector<Migration> shippedMigrations(Dialect dialect) {
    initialiseSqlResources();
    std::vector<Migration> all;
    const QString own = QStringLiteral(".postgresql.sql");
    for (const QString& name : QDir(QLatin1String(kSqlFolder)).entryList(QDir::Files, QDir::Name)) {
        if (name.endsWith(own)) {
            continue;
        }
        Migration migration{name.left(4).toInt(), name.mid(5).chopped(4), sqlFile(name)};
        if (dialect == Dialect::Postgres) {
            const QByteArray special = sqlFile(name.chopped(4) + own);
            migration.sql = special.isEmpty() ? dialect::postgresSchema(migration.sql) : special;
        }
        all.push_back(std::move(migration));
    }
    return all;
}

int latestVersion() {
    return shippedMigrations(Dialect::Sqlite).back().version;
}

Result<int> schemaVersion(Database& database) {
    const auto exists = versionTableExists(database);
    if (!exists) {
        return exists.error();
    }
    if (!*exists) {
        const auto foreign = refuseForeignFile(database);
        return foreign ? Result<int>(0) : Result<int>(foreign.error());
    }
    const auto version = database.number("SELECT max(version) FROM schema_version");
    return version ? Result<int>(int(version->value_or(0))) : Result<int>(version.error());
}

Result<MigrationReport> migrate(Database& database) {
    const auto report = migrate(database, shippedMigrations(database.dialect()));
    if (report && report->from > 0 && report->from < kSearchVersion) {
        // Letters that were there before the index came.
        if (const auto known = SearchStore(database).rebuild(); !known) {
            return known.error();
        }
    }
    return report;
}

Result<MigrationReport> migrate(Database& database, const std::vector<Migration>& migrations) {
    const auto found = schemaVersion(database);
    if (!found) {
        return found.error();
    }
    if (*found > migrations.back().version) {
        return tooNew(*found);
    }
    if (*found > 0) {
        if (const auto same = compareChecksums(database, migrations); !same) {
            return same.error();
        }
    }
    MigrationReport report{*found, *found};
    for (const Migration& migration : migrations) {
        if (migration.version > *found) {
            if (const auto done = applyMigration(database, migration); !done) {
                return done.error();
            }
            report.to = migration.version;
        }
    }
    return report;
}

Result<void> checkVersion(Database& database) {
    const auto found = schemaVersion(database);
    if (!found) {
        return found.error();
    }
    if (*found > latestVersion()) {
        return tooNew(*found);
    }
    if (*found < latestVersion()) {
        return Error{ErrorKind::Conflict,
                     QStringLiteral("the database has version %1, this Kith needs %2").arg(*found).arg(latestVersion()),
                     QStringLiteral("Open the workspace once for writing, so that it is brought up to date.")};
    }
    return {};
}

Result<std::unique_ptr<Database>> openCurrent(const DatabaseUrl& url, OpenMode mode, Surroundings around) {
    auto database = Database::open(url, mode, around);
    if (!database) {
        return database;
    }
    if (mode == OpenMode::ReadOnly) {
        const auto current = checkVersion(**database);
        return current ? std::move(database) : Result<std::unique_ptr<Database>>(current.error());
    }
    const auto migrated = migrate(**database);
    return migrated ? std::move(database) : Result<std::unique_ptr<Database>>(migrated.error());
}

}  // namespace kith::storage
