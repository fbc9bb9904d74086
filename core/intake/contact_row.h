// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A row of a table as a person: values by field, cleaned and parted; or the reason why it cannot be one.
#pragma once

#include "core/intake/column_mapping.h"
#include "core/intake/csv_reader.h"

#include <QHash>

#include <vector>

namespace kith::intake {

struct ContactValue {
    QString field;
    QString kind;
    QString value;
    int column{-1};  ///< that it came from
};

struct IntakeContact {
    qint64 line{0};
    std::size_t begin{0};  ///< in the text, for the file of rejects
    std::size_t end{0};
    QString recordId;
    QString name;
    std::vector<ContactValue> values;
    QString problem;  ///< not empty: it is not taken in
    int problemColumn{-1};
    QString problemText;  ///< what stands in that cell
};

/// How rows of one table are read.
struct ContactReading {
    std::vector<FieldChoice> choices;      ///< by column
    QStringList names;                     ///< of the columns
    std::vector<CsvDateOrder> orders;      ///< by column; Ask: dates stay as they are written
    QHash<QString, QString> replacements;  ///< "column\ntext" to what it is to be read as; set once for all rows
};

IntakeContact readContactRow(const CsvRow& row, const ContactReading& reading);
QString replacementKey(int column, const QString& text);
/// "a@b.example; C <c@d.example>" and the like, in lower case; bad: the first piece that is no address.
QStringList partEmails(const QString& cell, QString* bad);
QStringList partPhones(const QString& cell);
/// 2026-05-12 where the text is a date of this order; the text where it is not.
QString isoDate(const QString& cell, CsvDateOrder order);

}  // namespace kith::intake
