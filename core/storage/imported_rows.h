// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What files say of the people whom they brought, kept as it came until somebody asks: a row costs a tenth of its
// observations.
#pragma once

#include "core/storage/database.h"

#include <span>

namespace kith::storage {

struct SaidValue {
    QString field;
    QString kind;
    QString value;
};

struct ImportedRow {
    ContactId contact;  ///< made by the same import
    ImportId import;
    qint64 line{0};  ///< in the file, from 1
    std::chrono::milliseconds at{0};
    std::vector<SaidValue> said;

    /// The id of what becomes of one of them; see IdSource::block.
    qint64 observation(std::size_t index) const { return contact.value + 1 + static_cast<qint64>(index); }
};

class ImportedRows {
public:
    explicit ImportedRows(Database& database)
        : m_database(database) {}

    /// Without inverse (see BulkInverse::ImportedContacts).
    Result<void> add(const ImportedRow& row);
    Result<std::optional<ImportedRow>> of(ContactId contact);
    /// The row that this observation will be made of.
    Result<std::optional<ImportedRow>> ofObservation(qint64 observation);
    Result<void> drop(ContactId contact);

private:
    Database& m_database;
};

}  // namespace kith::storage
