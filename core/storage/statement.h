// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One use of a cached prepared statement: bound, stepped, given back to its connection when it goes out of scope.
#pragma once

#include "core/storage/backend.h"

#include "core/domain/ids.h"

#include <QString>

#include <chrono>
#include <optional>

namespace kith::storage {

class Database;

class Statement {
public:
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    /// True while there is a row. False at the end and after a failure: ask failed().
    bool next();
    bool failed() const { return m_error.has_value(); }
    const Error& error() const { return *m_error; }
    /// Steps to the end.
    Result<void> run();
    /// Rows that the last run changed.
    qint64 changes() const;

    bool isNull(int column) const { return m_prepared->isNull(column); }
    qint64 integer(int column) const { return m_prepared->integer(column); }
    int number(int column) const { return static_cast<int>(integer(column)); }
    bool flag(int column) const { return integer(column) != 0; }
    double real(int column) const { return m_prepared->real(column); }
    QString text(int column) const { return QString::fromUtf8(utf8(column)); }
    QByteArrayView utf8(int column) const { return m_prepared->utf8(column); }
    QByteArray bytes(int column) const { return m_prepared->bytes(column); }
    std::chrono::milliseconds millis(int column) const { return std::chrono::milliseconds{integer(column)}; }
    template <class IdT>
    IdT id(int column) const {
        return IdT{integer(column)};
    }
    int columns() const { return m_prepared->columns(); }
    QByteArray columnName(int column) const { return m_prepared->columnName(column); }

    void bindTo(int index, qint64 value) { m_prepared->bindInteger(index, value); }
    void bindTo(int index, int value) { m_prepared->bindInteger(index, value); }
    void bindTo(int index, bool value) { m_prepared->bindInteger(index, value ? 1 : 0); }
    void bindTo(int index, double value) { m_prepared->bindReal(index, value); }
    void bindTo(int index, const QString& value) { m_prepared->bindText(index, value.toUtf8()); }
    void bindTo(int index, QStringView value) { m_prepared->bindText(index, value.toUtf8()); }
    /// Raw bytes (a blob); text that is UTF-8 already goes through Utf8.
    void bindTo(int index, const QByteArray& value) { m_prepared->bindBytes(index, value); }
    void bindTo(int index, std::nullptr_t) { m_prepared->bindNull(index); }
    void bindTo(int index, std::chrono::milliseconds value) { m_prepared->bindInteger(index, value.count()); }
    template <class Tag>
    void bindTo(int index, Id<Tag> value) {
        m_prepared->bindInteger(index, value.value);
    }
    template <class T>
    void bindTo(int index, const std::optional<T>& value) {
        value ? bindTo(index, *value) : m_prepared->bindNull(index);
    }
    struct Utf8 {
        QByteArray bytes;
    };
    void bindTo(int index, const Utf8& value) { m_prepared->bindText(index, value.bytes); }

private:
    friend class Database;
    Statement(Database& database, PreparedStatement* prepared, qsizetype slot);
    Statement(Database& database, Error error);

    Database* m_database;
    PreparedStatement* m_prepared;  ///< owned by the connection's cache
    qsizetype m_slot{-1};
    std::optional<Error> m_error;
};

}  // namespace kith::storage
