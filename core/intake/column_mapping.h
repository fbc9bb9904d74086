// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Which column of a table is which field of a contact: by the export it comes from, its header and its values.
#pragma once

#include "core/intake/csv_columns.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace kith::intake {

/// A field that a column can stand for: record_id, name, email, phone, … An empty word: the column is left out.
struct FieldChoice {
    QString field;
    QString kind;  ///< of an address or number: work, home, mobile, fax, other

    bool operator==(const FieldChoice&) const = default;
    bool isIgnored() const { return field.isEmpty(); }
    bool isCustom() const { return field.startsWith(QStringLiteral("custom:")); }
};

struct ColumnMapping {
    FieldChoice choice;
    double confidence{0};
    QString reason;  ///< "preset: Outlook", "header: Vorname", "values: e-mail addresses", "remembered", …
};

struct TableMapping {
    std::vector<ColumnMapping> columns;  ///< in the order of the table's columns
    QString preset;                      ///< Outlook, Google, …; empty where none was recognised
};

/// remembered: choices of the user for a table with this very header row, by column name; may be empty.
TableMapping mapColumns(const std::vector<CsvColumn>& columns, qint64 rows,
                        const QHash<QString, FieldChoice>& remembered = {});

/// All fields that a column can be given, in the order in which they are offered.
const QStringList& mappableFields();
/// Can a contact have several of it, each from a column of its own?
bool takesSeveralColumns(const QString& field);
/// The header row as one word: equal for equal names, whatever their order.
QString headerFingerprint(const QStringList& names);

/// The word for a file: "phone:mobile", "custom:Seats", "ignore"; and back. Nothing known: ignored.
QString choiceWord(const FieldChoice& choice);
FieldChoice choiceOf(const QString& word);

}  // namespace kith::intake
