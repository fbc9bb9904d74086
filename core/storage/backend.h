// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What both database libraries offer to Statement and Database; nobody else includes it.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

#include <memory>

namespace kith::storage {

enum class Step { Row, Done, Failed };

/// A prepared statement: bind (1-based), step until Done, reset. Bound bytes are kept until the next reset.
class PreparedStatement {
public:
    virtual ~PreparedStatement() = default;
    virtual void bindInteger(int index, qint64 value) = 0;
    virtual void bindReal(int index, double value) = 0;
    virtual void bindText(int index, QByteArray utf8) = 0;
    virtual void bindBytes(int index, QByteArray bytes) = 0;
    virtual void bindNull(int index) = 0;
    virtual Step step() = 0;
    virtual void reset() = 0;
    virtual Error error() const = 0;
    virtual qint64 changes() const = 0;
    virtual int columns() const = 0;
    virtual QByteArray columnName(int column) const = 0;
    virtual bool isNull(int column) const = 0;
    virtual qint64 integer(int column) const = 0;
    virtual double real(int column) const = 0;
    /// Valid until the next step or reset.
    virtual QByteArrayView utf8(int column) const = 0;
    virtual QByteArray bytes(int column) const = 0;
};

class Backend {
public:
    virtual ~Backend() = default;
    virtual Result<std::unique_ptr<PreparedStatement>> prepare(const QByteArray& sql) = 0;
    /// Several statements separated by semicolons, without parameters.
    virtual Result<void> script(const QByteArray& sql) = 0;
    /// May be called from any thread: the running statement ends with Cancelled.
    virtual void interrupt() = 0;
    /// False once the library itself took a transaction back (disk full, damage).
    virtual bool inTransaction() const = 0;
    /// The library's own handle (sqlite3*, PGconn*), for maintenance only.
    virtual void* handle() = 0;
};

}  // namespace kith::storage
