// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What an import of contacts is asked and what it tells: plain values, for kithctl and the window.
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace kith::service {

/// How a file is to be read where the user knows better; empty: found out.
struct TableWish {
    QString encoding;
    QString delimiter;
    int headerRow{-1};  ///< 1-based; 0: there is none
};

struct ContactImportRequest {
    QString path;
    TableWish wish;
    QHash<QString, QString> choices;       ///< column to field word ("phone:mobile", "custom:Seats", "ignore")
    QHash<QString, QString> dateOrders;    ///< column to dmy, mdy, ymd; "": all columns that leave it open
    QHash<QString, QString> replacements;  ///< replacementWord(column, text) to what it is read as
    /// The contact that a line means, as the user answered; 0: somebody who is not known yet.
    QHash<qint64, ContactId> samePeople;
    bool dryRun{false};
    QString rejectsFile;
    int previewed{0};  ///< so many rows of each outcome are told cell by cell
    int batchRows{8000};
};

enum class RowOutcome { Created, Updated, Unchanged, Duplicate, Rejected };

struct CellChange {
    QString field;
    int column{-1};
    QString before;  ///< empty: nothing was known
    QString after;
};

struct RowPreview {
    qint64 line{0};
    RowOutcome outcome{RowOutcome::Created};
    QString who;
    QString reason;  ///< of a reject
    int problemColumn{-1};
    QString problemText;  ///< what stands in that cell
    std::vector<CellChange> cells;
};

/// A row that would make a contact, and somebody of the same name or number who is known: asked, never guessed.
struct SamePerson {
    qint64 line{0};
    QString who;
    ContactId known;
    QString knownAs;
    QString knownMore;  ///< company or address
    bool byPhone{false};
};

struct ColumnView {
    QString name;
    QString type;
    QStringList examples;
    QString choice;  ///< field word
    double confidence{0};
    QString reason;
    qint64 values{0};       ///< rows that say something
    bool asksOrder{false};  ///< day or month first?
    QString order;          ///< dmy, mdy, ymd as decided; empty
};

/// A file as it was understood.
struct TableView {
    QString path;
    QString encoding;
    QString delimiter;
    QString quote;
    bool header{false};
    int headerRow{0};  ///< 1-based
    qint64 rows{0};
    qint64 raggedRows{0};
    QString preset;
    bool remembered{false};
    std::vector<ColumnView> columns;
    std::vector<QStringList> firstRows;
};

struct ImportRejectLine {
    qint64 line{0};
    QString reason;
};

/// seen = created + updated + unchanged + duplicate + rejected, always.
struct ContactImportReport {
    ImportId id;
    TableView table;
    qint64 seen{0};
    qint64 created{0};
    qint64 updated{0};
    qint64 unchanged{0};
    qint64 duplicate{0};
    qint64 rejected{0};
    std::vector<ImportRejectLine> rejects;  ///< the first 1000
    std::vector<RowPreview> previews;
    std::vector<SamePerson> likely;  ///< of a dry run with previews; the first 200
    QStringList questions;           ///< columns whose dates can be read two ways and were left as they are written
    ChangeId change;
    bool cancelled{false};

    qint64 count(RowOutcome outcome) const;
};

/// What a column can become, in the order in which it is offered.
QStringList mappableFieldWords();
QString outcomeWord(RowOutcome outcome);
QString replacementWord(int column, const QString& text);

}  // namespace kith::service
