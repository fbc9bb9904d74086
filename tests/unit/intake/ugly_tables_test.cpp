// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/intake/ugly_tables.h"

#include "tests/unit/intake/csv_story.h"

using namespace kith;
using namespace kith::intake;

namespace {

QString cellsOf(const CsvRow& row, std::size_t columns) {
    QStringList cells;
    for (std::size_t c = 0; c < std::min(row.cells.size(), columns); ++c) {
        const std::string_view text = trimmedCell(row.cells[c].text);
        cells << QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
                     .replace(QStringLiteral("\r\n"), QStringLiteral("⏎"))
                     .replace(u'\n', QStringLiteral("⏎"));
    }
    return cells.join(u'|');
}

QString recordsOf(const CsvText& text, const CsvSchema& schema) {
    CsvReader reader(text.bytes(), schema.plan.dialect, schema.plan.start);
    reader.expectColumns(static_cast<std::size_t>(schema.plan.layout.columns));
    int skip = schema.plan.layout.preambleRows + schema.plan.layout.headerRows;
    QStringList rows;
    for (CsvRow row; rows.size() < schema.rows && reader.next(&row) == CsvReader::Step::Row;) {
        if (!row.isBlank() && skip-- <= 0) {
            rows << cellsOf(row, schema.columns.size());
        }
    }
    return rows.join(u'\n');
}

class UglyTables : public ::testing::TestWithParam<story::UglyTable> {};

}  // namespace

TEST_P(UglyTables, AreReadAsAPersonReadsThem) {
    const story::Files files;
    const auto text = CsvText::open(files.write(QStringLiteral("ugly.csv"), GetParam().bytes));
    ASSERT_TRUE(text) << qPrintable(text.error().detail);
    const auto schema = understandCsv(**text);
    ASSERT_TRUE(schema) << qPrintable(schema.error().detail);
    EXPECT_EQ(schema->plan.names.join(u'|').toStdString(), GetParam().names);
    EXPECT_EQ(recordsOf(**text, *schema).toStdString(), GetParam().rows);
}

INSTANTIATE_TEST_SUITE_P(Forty, UglyTables, ::testing::ValuesIn(story::uglyTables()), [](const auto& one) {
    std::string name;
    for (const char* c = one.param.name; *c != 0; ++c) {
        name += std::isalnum(static_cast<unsigned char>(*c)) != 0 ? *c : '_';
    }
    return name;
});
