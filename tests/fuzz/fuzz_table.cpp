// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Any bytes are a table or are refused with a sentence; what was understood reads the same again, and no byte of it
// stands in two rows.
#include "core/intake/contact_row.h"
#include "core/intake/csv_schema.h"

#include <QTemporaryDir>

#include <cstdint>
#include <cstdlib>

using namespace kith;
using namespace kith::intake;

namespace {

void hold(bool promise) {
    if (!promise) {
        std::abort();
    }
}

void readRows(const CsvText& text, const CsvSchema& schema) {
    const TableMapping mapping = mapColumns(schema.columns, schema.rows);
    ContactReading reading;
    reading.names = schema.plan.names;
    for (std::size_t c = 0; c < schema.columns.size(); ++c) {
        reading.choices.push_back(mapping.columns[c].choice);
        reading.orders.push_back(schema.columns[c].order);
    }
    CsvReader reader(text.bytes(), schema.plan.dialect, schema.plan.start);
    reader.expectColumns(static_cast<std::size_t>(schema.plan.layout.columns));
    CsvRow row;
    std::size_t end = schema.plan.start;
    qint64 records = 0;
    while (reader.next(&row) == CsvReader::Step::Row) {
        hold(row.begin == end && row.end > row.begin);
        end = row.end;
        records += row.isBlank() ? 0 : 1;
        readContactRow(row, reading);
    }
    hold(end == text.bytes().size());
    const CsvLayout& layout = schema.plan.layout;
    hold(records == schema.rows + layout.preambleRows + layout.headerRows + layout.footerRows);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("table.csv"));
    QFile file(path);
    hold(file.open(QIODevice::WriteOnly));
    file.write(reinterpret_cast<const char*>(data), static_cast<qint64>(size));
    file.close();
    const auto text = CsvText::open(path);
    if (!text) {
        hold(!text.error().detail.isEmpty());
        return 0;
    }
    const auto schema = understandCsv(**text);
    schema ? readRows(**text, *schema) : hold(!schema.error().detail.isEmpty());
    return 0;
}
