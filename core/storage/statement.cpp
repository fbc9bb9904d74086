// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/statement.h"

#include "core/storage/database.h"

namespace kith::storage {

Statement::Statement(Database& database, PreparedStatement* prepared, qsizetype slot)
    : m_database(&database)
    , m_prepared(prepared)
    , m_slot(slot) {
}

Statement::Statement(Database& database, Error error)
    : m_database(&database)
    , m_prepared(nullptr)
    , m_error(std::move(error)) {
}

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database)
    , m_prepared(std::exchange(other.m_prepared, nullptr))
    , m_slot(std::exchange(other.m_slot, -1))
    , m_error(std::move(other.m_error)) {
}

Statement::~Statement() {
    if (m_slot >= 0) {
        m_prepared->reset();
        m_database->giveBack(m_slot);
    }
}

bool Statement::next() {
    if (m_error) {
        return false;
    }
    const Step step = m_prepared->step();
    if (step == Step::Failed) {
        m_error = m_prepared->error();
    }
    return step == Step::Row;
}

Result<void> Statement::run() {
    while (next()) {
    }
    return m_error ? Result<void>(*m_error) : Result<void>();
}

qint64 Statement::changes() const {
    return m_error ? 0 : m_prepared->changes();
}

}  // namespace kith::storage
