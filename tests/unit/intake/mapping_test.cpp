// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/contact_row.h"
#include "tests/unit/intake/csv_story.h"

#include <iostream>

using namespace kith;
using namespace kith::intake;
using namespace kith::intake::csvstory;

namespace {

struct HeaderRow {
    QString from;
    QList<std::pair<QString, QString>> columns;  ///< header, field
};

/// What stands under a column of this field.
QStringList valuesFor(const QString& field) {
    static const QHash<QString, QStringList> values{
        {QStringLiteral("email"), {QStringLiteral("ada@north.example"), QStringLiteral("bo@pellin.example")}},
        {QStringLiteral("phone"), {QStringLiteral("+47 22 55 50 11"), QStringLiteral("+33 1 55 50 11 88")}},
        {QStringLiteral("url"), {QStringLiteral("https://north.example"), QStringLiteral("www.pellin.example")}},
        {QStringLiteral("linkedin_url"),
         {QStringLiteral("https://www.linkedin.com/in/ada-moor"),
          QStringLiteral("https://www.linkedin.com/in/bo-lund")}},
        {QStringLiteral("birthday"), {QStringLiteral("1980-05-12"), QStringLiteral("1975-01-30")}},
        {QStringLiteral("postal_code"), {QStringLiteral("01067"), QStringLiteral("10115")}},
        {QStringLiteral("name"), {QStringLiteral("Ada Moor"), QStringLiteral("Bo Lund")}},
        {QStringLiteral("record_id"), {QStringLiteral("8841"), QStringLiteral("8842")}}};
    return values.value(field, {QStringLiteral("Nordlicht"), QStringLiteral("Pellin")});
}

CsvColumn columnFor(const QString& header, const QString& field) {
    CsvColumnCensus census;
    for (const QString& value : valuesFor(field)) {
        census.add(value.toStdString());
    }
    return census.decide(header);
}

QList<QStringList> shapes() {
    return {
        {QStringLiteral("first_name"), QStringLiteral("last_name"), QStringLiteral("email"), QStringLiteral("company")},
        {QStringLiteral("name"), QStringLiteral("company"), QStringLiteral("phone"), QStringLiteral("email"),
         QStringLiteral("note")},
        {QStringLiteral("company"), QStringLiteral("name"), QStringLiteral("job_title"), QStringLiteral("mobile"),
         QStringLiteral("url")},
        {QStringLiteral("last_name"), QStringLiteral("first_name"), QStringLiteral("street"),
         QStringLiteral("postal_code"), QStringLiteral("city"), QStringLiteral("country")},
        {QStringLiteral("email"), QStringLiteral("label")},
        {QStringLiteral("name"), QStringLiteral("birthday"), QStringLiteral("mobile"), QStringLiteral("city")},
        {QStringLiteral("first_name"), QStringLiteral("last_name"), QStringLiteral("job_title"),
         QStringLiteral("company"), QStringLiteral("phone"), QStringLiteral("mobile"), QStringLiteral("email"),
         QStringLiteral("country"), QStringLiteral("note")}};
}

std::vector<HeaderRow> headerRows() {
    std::vector<HeaderRow> rows;
    const QString file = qEnvironmentVariable("KITH_SOURCE_DIR") + QStringLiteral("/tests/unit/intake/headers.txt");
    for (const QString& line : QString::fromUtf8(bytesOf(file)).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#')) {
            continue;
        }
        HeaderRow row{line.section(u'|', 0, 0), {}};
        for (const QString& pair : line.section(u'|', 1).split(u';')) {
            row.columns << std::pair(pair.section(u'=', 0, -2), pair.section(u'=', -1));
        }
        if (!row.from.startsWith(QStringLiteral("lang "))) {
            rows.push_back(row);
            continue;
        }
        QHash<QString, QString> words;
        for (const auto& [field, word] : std::as_const(row.columns)) {
            words.insert(field, word);
        }
        for (const QStringList& shape : shapes()) {
            HeaderRow one{row.from, {}};
            for (const QString& field : shape) {
                one.columns << std::pair(words.value(field),
                                         field == QStringLiteral("mobile") ? QStringLiteral("phone") : field);
            }
            rows.push_back(one);
        }
    }
    return rows;
}

CsvRow rowOf(const std::vector<std::string_view>& cells) {
    CsvRow row;
    for (const std::string_view cell : cells) {
        row.cells.push_back({cell, false});
    }
    return row;
}

}  // namespace

TEST(ColumnMapping, FindsTheFieldOfNineteenInTwentyColumnsOfKnownExports) {
    int right = 0;
    int all = 0;
    int wholeRows = 0;
    const std::vector<HeaderRow> rows = headerRows();
    ASSERT_GE(rows.size(), 150U);
    for (const HeaderRow& row : rows) {
        std::vector<CsvColumn> columns;
        for (const auto& [header, field] : row.columns) {
            columns.push_back(columnFor(header, field));
        }
        const TableMapping mapping = mapColumns(columns, 2);
        bool whole = true;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const QString wanted = row.columns[static_cast<qsizetype>(c)].second;
            const FieldChoice& got = mapping.columns[c].choice;
            const bool ok = wanted == QStringLiteral("ignore") ? got.isIgnored() : got.field == wanted;
            ++all;
            right += ok ? 1 : 0;
            whole = whole && ok;
            if (!ok) {
                std::cout << "  " << row.from.toStdString() << ": " << columns[c].name.toStdString() << " wants "
                          << wanted.toStdString() << " got " << choiceWord(got).toStdString() << "\n";
            }
        }
        wholeRows += whole ? 1 : 0;
    }
    std::cout << "mapping: " << right << " of " << all << " columns, " << wholeRows << " of " << rows.size()
              << " header rows whole\n";
    EXPECT_GE(right, all * 0.95);
}

TEST(ColumnMapping, TakesASingleFieldOnceAndMakesNewFieldsOfTheRest) {
    std::vector<CsvColumn> columns;
    for (const char* header : {"Company", "Company Name", "Seats wanted", "E-mail", "E-mail 2"}) {
        columns.push_back(columnFor(QString::fromLatin1(header), QString::fromLatin1(*header == 'E' ? "email" : "x")));
    }
    const TableMapping mapping = mapColumns(columns, 2);
    EXPECT_EQ(mapping.columns[0].choice.field, QStringLiteral("company"));
    EXPECT_TRUE(mapping.columns[1].choice.isCustom());
    EXPECT_EQ(mapping.columns[2].choice.field, QStringLiteral("custom:Seats wanted"));
    EXPECT_EQ(mapping.columns[4].choice.field, QStringLiteral("email"));
}

TEST(ColumnMapping, IsRememberedForTheSameHeaders) {
    const std::vector<CsvColumn> columns{columnFor(QStringLiteral("Kontakt"), QStringLiteral("name"))};
    const TableMapping mapping =
        mapColumns(columns, 2, {{QStringLiteral("Kontakt"), choiceOf(QStringLiteral("company"))}});
    EXPECT_EQ(mapping.columns[0].choice.field, QStringLiteral("company"));
    EXPECT_EQ(mapping.columns[0].reason, QStringLiteral("remembered"));
    EXPECT_EQ(headerFingerprint({QStringLiteral("A b"), QStringLiteral("C")}),
              headerFingerprint({QStringLiteral("c"), QStringLiteral("a_B")}));
}

TEST(ColumnMapping, NumbersUnderAnUnknownHeaderAreToldByTheirShape) {
    const TableMapping mapping = mapColumns({columnFor(QStringLiteral("Wie erreichbar"), QStringLiteral("phone"))}, 2);
    EXPECT_EQ(mapping.columns[0].choice.field, QStringLiteral("phone"));
}

TEST(ContactRows, PartSeveralAddressesAndNumbersInOneCell) {
    QString bad;
    EXPECT_EQ(partEmails(QStringLiteral("A@north.example; Bo Lund <bo@pellin.example>"), &bad),
              QStringList{QStringLiteral("bo@pellin.example")});
    EXPECT_EQ(partEmails(QStringLiteral("a@north.example ::: b@north.example"), &bad).size(), 2);
    EXPECT_TRUE(bad.isEmpty());
    EXPECT_EQ(partPhones(QStringLiteral("+47 22 55 50 11; +33 1 55 50 11 88")).size(), 2);
    EXPECT_EQ(partPhones(QStringLiteral("0555 / 204 17")).size(), 1);
}

TEST(ContactRows, SayWhyTheyCannotBeTaken) {
    const ContactReading reading{{choiceOf(QStringLiteral("name")), choiceOf(QStringLiteral("email"))},
                                 {QStringLiteral("Name"), QStringLiteral("Mail")},
                                 {CsvDateOrder::None, CsvDateOrder::None},
                                 {}};
    EXPECT_TRUE(readContactRow(rowOf({"Ada", "ada@north.example"}), reading).problem.isEmpty());
    EXPECT_TRUE(readContactRow(rowOf({"Ada"}), reading).problem.isEmpty());
    EXPECT_EQ(readContactRow(rowOf({"Ada", "ada(at)north"}), reading).problemColumn, 1);
    EXPECT_FALSE(readContactRow(rowOf({"", " "}), reading).problem.isEmpty());
    EXPECT_FALSE(readContactRow(rowOf({"Ada", "ada@north.example", "more"}), reading).problem.isEmpty());
    EXPECT_EQ(readContactRow(rowOf({"Null", "null@north.example"}), reading).name, QStringLiteral("Null"));
}

TEST(ContactRows, AValueIsFixedOnceForAllRows) {
    ContactReading reading{{choiceOf(QStringLiteral("email"))}, {QStringLiteral("Mail")}, {CsvDateOrder::None}, {}};
    reading.replacements.insert(replacementKey(0, QStringLiteral("ada(at)north")), QStringLiteral("ada@north.example"));
    EXPECT_EQ(readContactRow(rowOf({"ada(at)north"}), reading).values.front().value,
              QStringLiteral("ada@north.example"));
}

TEST(ContactRows, DatesBecomeIsoInTheOrderThatWasChosen) {
    EXPECT_EQ(isoDate(QStringLiteral("03/04/2026"), CsvDateOrder::Dmy), QStringLiteral("2026-04-03"));
    EXPECT_EQ(isoDate(QStringLiteral("03/04/2026"), CsvDateOrder::Mdy), QStringLiteral("2026-03-04"));
    EXPECT_EQ(isoDate(QStringLiteral("03/04/2026"), CsvDateOrder::Ask), QStringLiteral("03/04/2026"));
    EXPECT_EQ(isoDate(QStringLiteral("31/02/2026"), CsvDateOrder::Dmy), QStringLiteral("31/02/2026"));
    EXPECT_EQ(isoDate(QStringLiteral("2026-4-3"), CsvDateOrder::Ask), QStringLiteral("2026-04-03"));
}
