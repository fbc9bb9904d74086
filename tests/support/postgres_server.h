// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A private PostgreSQL for one test program: on a unix socket in a temporary folder, gone when the program is, however
// it ends.
#pragma once

#include <QString>

#include <memory>

namespace kith::testing {

class PostgresServer {
public:
    /// Starts it at the first call; null where PostgreSQL is not installed or does not start (see whyNot).
    static PostgresServer* shared();
    static QString whyNot();
    ~PostgresServer();

    /// A new empty database, or a copy of another one; its connection words for libpq.
    QString makeDatabase(const QString& likeName = {});
    QString words(const QString& database) const;
    static QString nameIn(const QString& words);

private:
    PostgresServer() = default;
    bool start();

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace kith::testing
