// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/contact_import.h"

#include "core/service/contact_import_job.h"

namespace kith::service {

namespace {

Result<intake::CsvDateOrder> orderOf(const QString& word) {
    if (word == QStringLiteral("dmy")) {
        return intake::CsvDateOrder::Dmy;
    }
    if (word == QStringLiteral("mdy")) {
        return intake::CsvDateOrder::Mdy;
    }
    if (word == QStringLiteral("ymd")) {
        return intake::CsvDateOrder::Ymd;
    }
    return Error{ErrorKind::Malformed, word + QStringLiteral(" is no order of dates"),
                 QStringLiteral("Say dmy, mdy or ymd.")};
}

QString orderWord(intake::CsvDateOrder order) {
    switch (order) {
    case intake::CsvDateOrder::Dmy:
        return QStringLiteral("dmy");
    case intake::CsvDateOrder::Mdy:
        return QStringLiteral("mdy");
    case intake::CsvDateOrder::Ymd:
        return QStringLiteral("ymd");
    default:
        return {};
    }
}

intake::CsvWish wishOf(const TableWish& wish) {
    intake::CsvWish told;
    told.encoding = wish.encoding;
    if (!wish.delimiter.isEmpty()) {
        told.delimiter = wish.delimiter.at(0).toLatin1();
    }
    if (wish.headerRow >= 0) {
        told.headerRow = wish.headerRow;
    }
    return told;
}

/// The user's choices over the remembered ones over what was found.
Result<void> applyChoices(const ContactImportRequest& request, UnderstoodTable* table) {
    const QStringList& names = table->schema.plan.names;
    for (auto choice = request.choices.begin(); choice != request.choices.end(); ++choice) {
        const qsizetype column = names.indexOf(choice.key());
        if (column < 0) {
            return Error{ErrorKind::Malformed, QStringLiteral("there is no column \"%1\"").arg(choice.key()),
                         QStringLiteral("The columns are: ") + names.join(QStringLiteral(", "))};
        }
        const intake::FieldChoice field = intake::choiceOf(*choice);
        const bool leftOut = choice->trimmed() == QStringLiteral("ignore") || choice->trimmed().isEmpty();
        if (field.isIgnored() && !leftOut) {
            return Error{ErrorKind::Malformed, QStringLiteral("\"%1\" is no field").arg(*choice),
                         QStringLiteral("Fields: %1; custom:NAME; ignore.")
                             .arg(intake::mappableFields().join(QStringLiteral(", ")))};
        }
        table->mapping.columns[static_cast<std::size_t>(column)] = {field, 1, QStringLiteral("chosen")};
    }
    return {};
}

Result<void> applyOrders(const ContactImportRequest& request, UnderstoodTable* table) {
    for (const intake::CsvColumn& column : table->schema.columns) {
        const QString word = request.dateOrders.value(column.name, request.dateOrders.value(QString()));
        const bool named = request.dateOrders.contains(column.name);
        if (!word.isEmpty() && (named || column.order == intake::CsvDateOrder::Ask)) {
            const auto order = orderOf(word);
            if (!order) {
                return order.error();
            }
            table->orders.push_back(*order);
        } else {
            table->orders.push_back(column.order);
        }
    }
    return {};
}

}  // namespace

qint64 ContactImportReport::count(RowOutcome outcome) const {
    switch (outcome) {
    case RowOutcome::Created:
        return created;
    case RowOutcome::Updated:
        return updated;
    case RowOutcome::Unchanged:
        return unchanged;
    case RowOutcome::Duplicate:
        return duplicate;
    case RowOutcome::Rejected:
        return rejected;
    }
    return 0;
}

QStringList mappableFieldWords() {
    QStringList words;
    for (const QString& field : intake::mappableFields()) {
        words << field;
        if (field == QStringLiteral("phone")) {
            words << QStringLiteral("phone:work") << QStringLiteral("phone:mobile") << QStringLiteral("phone:home")
                  << QStringLiteral("phone:fax");
        } else if (field == QStringLiteral("email")) {
            words << QStringLiteral("email:work") << QStringLiteral("email:home") << QStringLiteral("email:other");
        }
    }
    return words;
}

QString outcomeWord(RowOutcome outcome) {
    static constexpr const char* words[] = {"created", "updated", "unchanged", "duplicate", "rejected"};
    return QString::fromLatin1(words[static_cast<int>(outcome)]);
}

QString replacementWord(int column, const QString& text) {
    return intake::replacementKey(column, text);
}

Result<UnderstoodTable> understandTable(Cellar& cellar, const ContactImportRequest& request, std::stop_token stop) {
    auto text = intake::CsvText::open(request.path, request.wish.encoding, stop);
    if (!text) {
        return text.error();
    }
    auto schema = intake::understandCsv(**text, wishOf(request.wish), stop);
    if (!schema) {
        return schema.error();
    }
    UnderstoodTable table{std::move(*text), std::move(*schema), {}, {}, false};
    const auto known =
        cellar.settings.object(QStringLiteral("csv.mapping.") + intake::headerFingerprint(table.schema.plan.names));
    if (!known) {
        return known.error();
    }
    QHash<QString, intake::FieldChoice> remembered;
    for (auto it = known->begin(); it != known->end(); ++it) {
        remembered.insert(it.key(), intake::choiceOf(it->toString()));
    }
    table.remembered = !remembered.isEmpty();
    table.mapping = intake::mapColumns(table.schema.columns, table.schema.rows, remembered);
    const auto chosen = applyChoices(request, &table);
    const auto ordered = chosen ? applyOrders(request, &table) : chosen;
    return ordered ? Result<UnderstoodTable>(std::move(table)) : Result<UnderstoodTable>(ordered.error());
}

TableView viewOf(const UnderstoodTable& table) {
    const intake::CsvSchema& schema = table.schema;
    TableView view;
    view.path = table.text->path();
    view.encoding = schema.encoding.name;
    view.delimiter = QString(QChar::fromLatin1(schema.plan.dialect.delimiter));
    view.quote = schema.plan.dialect.quote == 0 ? QString() : QString(QChar::fromLatin1(schema.plan.dialect.quote));
    view.header = schema.plan.layout.headerRows > 0;
    view.headerRow = view.header ? schema.plan.layout.preambleRows + 1 : 0;
    view.rows = schema.rows;
    view.raggedRows = schema.raggedRows;
    view.preset = table.mapping.preset;
    view.remembered = table.remembered;
    for (std::size_t c = 0; c < schema.columns.size(); ++c) {
        const intake::CsvColumn& column = schema.columns[c];
        const intake::ColumnMapping& mapped = table.mapping.columns[c];
        view.columns.push_back({column.name, intake::csvTypeWord(column.type), column.examples,
                                intake::choiceWord(mapped.choice), mapped.confidence, mapped.reason,
                                schema.rows - column.nullCount, column.order == intake::CsvDateOrder::Ask,
                                orderWord(table.orders[c])});
    }
    const auto first = static_cast<std::size_t>(schema.plan.layout.preambleRows + schema.plan.layout.headerRows);
    for (std::size_t r = first; r < schema.plan.head.size() && view.firstRows.size() < 20; ++r) {
        QStringList cells;
        for (const std::string& cell : schema.plan.head[r].cells) {
            cells << QString::fromStdString(cell);
        }
        view.firstRows.push_back(cells);
    }
    return view;
}

Result<storage::UndoReport> undoContactImport(Cellar& cellar, ImportId id) {
    const auto import = cellar.imports.import(id);
    if (!import) {
        return import.error();
    }
    if (!*import || (*import)->kind != QStringLiteral("contacts")) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no import of contacts %1").arg(id.value),
                     QStringLiteral("kithctl import contacts tells its number.")};
    }
    auto change = cellar.imports.changeOf(id);
    if (change && !*change) {  // it was cut off: what it did is closed first
        const auto closed = cellar.imports.finish(id, storage::ImportState::Cancelled, QStringLiteral("user"));
        change = closed ? Result<std::optional<ChangeId>>(*closed) : Result<std::optional<ChangeId>>(closed.error());
    }
    return change ? cellar.undo.undo(**change) : Result<storage::UndoReport>(change.error());
}

}  // namespace kith::service
