// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// PostgreSQL through libpq; ? becomes $n, answers come as text.
#include "core/storage/open_backend.h"

#include "core/storage/dialect.h"

#include <libpq-fe.h>

#include <charconv>

namespace kith::storage {

namespace {

ErrorKind postgresKind(const QByteArray& state) {
    if (state.startsWith("23")) {
        return ErrorKind::Conflict;
    }
    if (state == "57014") {
        return ErrorKind::Cancelled;
    }
    if (state == "53100") {
        return ErrorKind::Full;
    }
    if (state.startsWith("40") || state.startsWith("55")) {
        return ErrorKind::Busy;
    }
    if (state.startsWith("XX")) {
        return ErrorKind::Damaged;
    }
    if (state.startsWith("28") || state == "42501" || state == "25006") {
        return ErrorKind::Denied;
    }
    return state.startsWith("08") || state.startsWith("57P") ? ErrorKind::Unreachable : ErrorKind::Failed;
}

QString postgresHint(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::Busy:
        return QStringLiteral("Another program is changing the same rows; try again.");
    case ErrorKind::Full:
        return QStringLiteral("The disk of the database server is full; make room there.");
    case ErrorKind::Damaged:
        return QStringLiteral("The database reports damage; restore its last backup.");
    case ErrorKind::Denied:
        return QStringLiteral("The database server refuses this user; check name, password and rights.");
    case ErrorKind::Unreachable:
        return QStringLiteral("The database server does not answer; check that it runs.");
    default:
        return {};
    }
}

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, Clear>;

Error postgresError(PGconn* connection, const PGresult* result) {
    const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const ErrorKind kind = state                                   ? postgresKind(state)
                           : PQstatus(connection) == CONNECTION_OK ? ErrorKind::Failed
                                                                   : ErrorKind::Unreachable;
    const char* text = result ? PQresultErrorMessage(result) : PQerrorMessage(connection);
    return {kind, QString::fromUtf8(text).trimmed(), postgresHint(kind)};
}

class PostgresStatement final : public PreparedStatement {
public:
    PostgresStatement(PGconn* connection, QByteArray name, int parameters)
        : m_connection(connection)
        , m_name(std::move(name))
        , m_values(size_t(parameters)) {}

    void bindInteger(int index, qint64 value) override { set(index, QByteArray::number(value), Kind::Text); }
    void bindReal(int index, double value) override { set(index, QByteArray::number(value, 'g', 17), Kind::Text); }
    void bindText(int index, QByteArray utf8) override {
        utf8.replace('\0', QByteArrayView{});  // PostgreSQL's text knows no NUL
        set(index, std::move(utf8), Kind::Text);
    }
    void bindBytes(int index, QByteArray bytes) override { set(index, std::move(bytes), Kind::Bytes); }
    void bindNull(int index) override { set(index, {}, Kind::Null); }

    Step step() override {
        if (!m_result && !execute()) {
            return Step::Failed;
        }
        return ++m_row < PQntuples(m_result.get()) ? Step::Row : Step::Done;
    }
    void reset() override {
        m_result.reset();
        m_row = -1;
        for (Value& value : m_values) {
            value = {};
        }
    }
    Error error() const override { return m_error; }
    qint64 changes() const override { return m_result ? QByteArray(PQcmdTuples(m_result.get())).toLongLong() : 0; }
    int columns() const override { return m_result ? PQnfields(m_result.get()) : 0; }
    QByteArray columnName(int column) const override { return PQfname(m_result.get(), column); }
    bool isNull(int column) const override { return PQgetisnull(m_result.get(), m_row, column) == 1; }
    qint64 integer(int column) const override {
        qint64 value = 0;
        const QByteArrayView text = utf8(column);
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }
    double real(int column) const override { return utf8(column).toDouble(); }
    QByteArrayView utf8(int column) const override {
        return {PQgetvalue(m_result.get(), m_row, column), qsizetype(PQgetlength(m_result.get(), m_row, column))};
    }
    QByteArray bytes(int column) const override {
        const QByteArrayView text = utf8(column);
        return text.startsWith("\\x") ? QByteArray::fromHex(text.sliced(2).toByteArray()) : text.toByteArray();
    }

private:
    enum class Kind { Null, Text, Bytes };
    struct Value {
        QByteArray bytes;
        Kind kind{Kind::Null};
    };
    void set(int index, QByteArray bytes, Kind kind) {
        if (size_t(index) <= m_values.size()) {
            m_values[size_t(index - 1)] = {std::move(bytes), kind};
        }
    }
    bool execute() {
        std::vector<const char*> data;
        std::vector<int> lengths;
        std::vector<int> formats;
        for (const Value& value : m_values) {
            data.push_back(value.kind == Kind::Null ? nullptr : value.bytes.isNull() ? "" : value.bytes.constData());
            lengths.push_back(int(value.bytes.size()));
            formats.push_back(value.kind == Kind::Bytes ? 1 : 0);
        }
        m_result.reset(PQexecPrepared(m_connection, m_name.constData(), int(m_values.size()), data.data(),
                                      lengths.data(), formats.data(), 0));
        const ExecStatusType status = PQresultStatus(m_result.get());
        if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) {
            return true;
        }
        m_error = postgresError(m_connection, m_result.get());
        m_result.reset();
        return false;
    }

    PGconn* m_connection;
    QByteArray m_name;
    std::vector<Value> m_values;
    PostgresResult m_result;
    int m_row{-1};
    Error m_error;
};

class PostgresBackend final : public Backend {
public:
    explicit PostgresBackend(PGconn* connection)
        : m_connection(connection)
        , m_cancel(PQgetCancel(connection)) {}
    ~PostgresBackend() override {
        PQfreeCancel(m_cancel);
        PQfinish(m_connection);
    }

    Result<std::unique_ptr<PreparedStatement>> prepare(const QByteArray& sql) override {
        const QByteArray name = "k" + QByteArray::number(++m_prepared);
        int parameters = 0;
        const QByteArray numbered = dialect::numberedPlaceholders(sql, &parameters);
        const PostgresResult result(PQprepare(m_connection, name.constData(), numbered.constData(), 0, nullptr));
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) {
            Error error = postgresError(m_connection, result.get());
            error.detail += QStringLiteral(" in: ") + QString::fromUtf8(sql.left(200));
            return error;
        }
        return std::unique_ptr<PreparedStatement>(std::make_unique<PostgresStatement>(m_connection, name, parameters));
    }
    Result<void> script(const QByteArray& sql) override {
        const PostgresResult result(PQexec(m_connection, sql.constData()));
        const ExecStatusType status = PQresultStatus(result.get());
        const bool good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
        return good ? Result<void>() : Result<void>(postgresError(m_connection, result.get()));
    }
    void interrupt() override {
        char reason[256];
        PQcancel(m_cancel, reason, sizeof reason);
    }
    bool inTransaction() const override { return PQtransactionStatus(m_connection) != PQTRANS_IDLE; }
    void* handle() override { return m_connection; }

private:
    PGconn* m_connection;
    PGcancel* m_cancel;
    int m_prepared{0};
};

}  // namespace

Result<std::unique_ptr<Backend>> openPostgres(const QString& location, OpenMode mode) {
    PGconn* connection = PQconnectdb(location.toUtf8().constData());
    if (PQstatus(connection) != CONNECTION_OK) {
        const Error error{ErrorKind::Unreachable, QString::fromUtf8(PQerrorMessage(connection)).trimmed(),
                          postgresHint(ErrorKind::Unreachable)};
        PQfinish(connection);
        return error;
    }
    PQsetNoticeProcessor(
        connection, [](void*, const char*) {}, nullptr);
    auto backend = std::make_unique<PostgresBackend>(connection);
    QByteArray settings = "SET client_encoding = 'UTF8'; SET synchronous_commit = off; SET lock_timeout = '5s';";
    if (mode == OpenMode::ReadOnly) {
        settings += "SET default_transaction_read_only = on;";
    }
    if (const Result<void> set = backend->script(settings); !set) {
        return set.error();
    }
    return std::unique_ptr<Backend>(std::move(backend));
}

}  // namespace kith::storage
