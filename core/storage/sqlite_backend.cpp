// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// SQLite through its C API.
#include "core/storage/open_backend.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

namespace kith::storage {

namespace {

constexpr int kBusyMillis = 5000;

ErrorKind sqliteKind(int code) {
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorKind::Busy;
    case SQLITE_FULL:
        return ErrorKind::Full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorKind::Damaged;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return ErrorKind::Denied;
    case SQLITE_CONSTRAINT:
        return ErrorKind::Conflict;
    case SQLITE_INTERRUPT:
        return ErrorKind::Cancelled;
    default:
        return ErrorKind::Failed;
    }
}

QString sqliteHint(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::Busy:
        return QStringLiteral("Another program is writing to this workspace; close it or try again.");
    case ErrorKind::Full:
        return QStringLiteral("The disk is full; make room and run the command again.");
    case ErrorKind::Damaged:
        return QStringLiteral("The database is damaged; restore the last backup (kithctl restore FILE).");
    case ErrorKind::Denied:
        return QStringLiteral("The workspace cannot be written; check the rights of its folder.");
    default:
        return {};
    }
}

Error sqliteError(sqlite3* db, int code, const QByteArray& sql = {}) {
    const ErrorKind kind = sqliteKind(code);
    const int system = db ? sqlite3_system_errno(db) : 0;
    const bool noSpace = (code & 0xff) == SQLITE_IOERR && (system == ENOSPC || system == EDQUOT);
    const ErrorKind known = noSpace ? ErrorKind::Full : kind;
    QString detail = QString::fromUtf8(db ? sqlite3_errmsg(db) : sqlite3_errstr(code));
    if (!sql.isEmpty() && known == ErrorKind::Failed) {
        detail += QStringLiteral(" in: ") + QString::fromUtf8(sql.left(200));
    }
    return {known, detail, sqliteHint(known)};
}

class SqliteStatement final : public PreparedStatement {
public:
    SqliteStatement(sqlite3* db, sqlite3_stmt* statement)
        : m_db(db)
        , m_statement(statement)
        , m_bound(size_t(sqlite3_bind_parameter_count(statement))) {}
    ~SqliteStatement() override { sqlite3_finalize(m_statement); }

    void bindInteger(int index, qint64 value) override { note(sqlite3_bind_int64(m_statement, index, value)); }
    void bindReal(int index, double value) override { note(sqlite3_bind_double(m_statement, index, value)); }
    void bindText(int index, QByteArray utf8) override {
        if (const QByteArray* kept = keep(index, std::move(utf8))) {
            note(sqlite3_bind_text64(m_statement, index, kept->isNull() ? "" : kept->constData(),
                                     sqlite3_uint64(kept->size()), SQLITE_STATIC, SQLITE_UTF8));
        }
    }
    void bindBytes(int index, QByteArray bytes) override {
        if (const QByteArray* kept = keep(index, std::move(bytes))) {
            note(sqlite3_bind_blob64(m_statement, index, kept->isNull() ? "" : kept->constData(),
                                     sqlite3_uint64(kept->size()), SQLITE_STATIC));
        }
    }
    void bindNull(int index) override { note(sqlite3_bind_null(m_statement, index)); }

    Step step() override {
        m_code = m_bindFailure != SQLITE_OK ? m_bindFailure : sqlite3_step(m_statement);
        if (m_code == SQLITE_ROW) {
            return Step::Row;
        }
        if (m_code != SQLITE_DONE) {
            m_error = sqliteError(m_db, m_code, sqlite3_sql(m_statement));
            return Step::Failed;
        }
        m_changes = sqlite3_changes64(m_db);
        return Step::Done;
    }
    void reset() override {
        sqlite3_reset(m_statement);
        m_bindFailure = SQLITE_OK;
        for (QByteArray& bytes : m_bound) {
            bytes.clear();
        }
    }
    Error error() const override { return m_error; }
    qint64 changes() const override { return m_changes; }
    int columns() const override { return sqlite3_column_count(m_statement); }
    QByteArray columnName(int column) const override { return sqlite3_column_name(m_statement, column); }
    bool isNull(int column) const override { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    qint64 integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    double real(int column) const override { return sqlite3_column_double(m_statement, column); }
    QByteArrayView utf8(int column) const override {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
        return {text, text ? qsizetype(sqlite3_column_bytes(m_statement, column)) : 0};
    }
    QByteArray bytes(int column) const override {
        const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
        return QByteArray(data, data ? qsizetype(sqlite3_column_bytes(m_statement, column)) : 0);
    }

private:
    void note(int code) {
        if (code != SQLITE_OK) {
            m_bindFailure = code;
        }
    }
    const QByteArray* keep(int index, QByteArray bytes) {
        if (size_t(index) > m_bound.size()) {
            note(SQLITE_RANGE);
            return nullptr;
        }
        m_bound[size_t(index - 1)] = std::move(bytes);
        return &m_bound[size_t(index - 1)];
    }

    sqlite3* m_db;
    sqlite3_stmt* m_statement;
    std::vector<QByteArray> m_bound;
    int m_code{SQLITE_OK};
    int m_bindFailure{SQLITE_OK};
    qint64 m_changes{0};
    Error m_error;
};

class SqliteBackend final : public Backend {
public:
    explicit SqliteBackend(sqlite3* db)
        : m_db(db) {}
    ~SqliteBackend() override { sqlite3_close_v2(m_db); }

    Result<std::unique_ptr<PreparedStatement>> prepare(const QByteArray& sql) override {
        sqlite3_stmt* statement = nullptr;
        const int code =
            sqlite3_prepare_v3(m_db, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK) {
            return sqliteError(m_db, code, sql);
        }
        return std::unique_ptr<PreparedStatement>(std::make_unique<SqliteStatement>(m_db, statement));
    }
    Result<void> script(const QByteArray& sql) override {
        const int code = sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, nullptr);
        return code == SQLITE_OK ? Result<void>() : Result<void>(sqliteError(m_db, code, sql));
    }
    void interrupt() override { sqlite3_interrupt(m_db); }
    bool inTransaction() const override { return sqlite3_get_autocommit(m_db) == 0; }
    void* handle() override { return m_db; }

private:
    sqlite3* m_db;
};

Result<void> checkFolder(const QString& path, OpenMode mode) {
    const QFileInfo file(path);
    if (file.isDir()) {
        return Error{ErrorKind::Denied, path + QStringLiteral(" is a folder"), QStringLiteral("Name a database file.")};
    }
    if (!file.exists() && mode != OpenMode::Create) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no database at ") + path,
                     QStringLiteral("Make a workspace first, for instance with kithctl import mail or kithctl demo.")};
    }
    if (mode == OpenMode::Create && !QDir().mkpath(file.absolutePath())) {
        return Error{ErrorKind::Denied, QStringLiteral("cannot make the folder ") + file.absolutePath(),
                     sqliteHint(ErrorKind::Denied)};
    }
    if (file.exists() && !file.isReadable()) {
        return Error{ErrorKind::Denied, QStringLiteral("cannot read ") + path, sqliteHint(ErrorKind::Denied)};
    }
    if (mode != OpenMode::ReadOnly &&
        (!QFileInfo(file.absolutePath()).isWritable() || (file.exists() && !file.isWritable()))) {
        return Error{ErrorKind::Denied, QStringLiteral("cannot write ") + path, sqliteHint(ErrorKind::Denied)};
    }
    return {};
}

/// A reader in a folder it may not write cannot make the shared-memory file: it reads the file as it stands.
QByteArray uriOf(const QString& path, OpenMode mode) {
    const QFileInfo file(path);
    QByteArray uri = "file:" + QUrl::toPercentEncoding(file.absoluteFilePath(), "/");
    if (mode == OpenMode::ReadOnly && !QFileInfo(file.absolutePath()).isWritable()) {
        uri += "?immutable=1";
    }
    return uri;
}

}  // namespace

Result<std::unique_ptr<Backend>> openSqlite(const QString& path, OpenMode mode) {
    if (const Result<void> folder = checkFolder(path, mode); !folder) {
        return folder.error();
    }
    const int access = mode == OpenMode::ReadOnly ? SQLITE_OPEN_READONLY
                       : mode == OpenMode::Create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                                  : SQLITE_OPEN_READWRITE;
    sqlite3* db = nullptr;
    const int code =
        sqlite3_open_v2(uriOf(path, mode).constData(), &db, access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    auto backend = std::make_unique<SqliteBackend>(db);
    if (code != SQLITE_OK) {
        Error error = sqliteError(db, code);
        if ((code & 0xff) == SQLITE_CANTOPEN) {
            error = {ErrorKind::Denied, QStringLiteral("cannot open ") + path, sqliteHint(ErrorKind::Denied)};
        }
        return error;
    }
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, kBusyMillis);
    QByteArray settings = "PRAGMA schema_version; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
                          "PRAGMA cache_size = -32768; PRAGMA mmap_size = 134217728;";
    if (mode == OpenMode::ReadOnly) {
        settings += "PRAGMA query_only = ON;";
    } else {
        settings += "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000;"
                    "PRAGMA journal_size_limit = 67108864;";
    }
    if (const Result<void> set = backend->script(settings); !set) {
        Error error = set.error();
        error.detail = path + QStringLiteral(": ") + error.detail;
        return error;
    }
    return std::unique_ptr<Backend>(std::move(backend));
}

}  // namespace kith::storage
