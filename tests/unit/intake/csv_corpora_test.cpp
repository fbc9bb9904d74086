// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How well other people's tables are understood. Prints the figures; fails where they fall.
#include "tests/unit/intake/csv_story.h"

#include <QDirIterator>
#include <QRegularExpression>

#include <iostream>

using namespace kith;
using namespace kith::intake;
using namespace kith::intake::csvstory;

namespace {

struct Tally {
    int right{0};
    int all{0};

    void count(bool ok, const QString& what) {
        ++all;
        right += ok ? 1 : 0;
        if (!ok && qEnvironmentVariableIsSet("KITH_VERBOSE")) {
            std::cout << "  not: " << what.toStdString() << "\n";
        }
    }
    double share() const { return all == 0 ? 1 : static_cast<double>(right) / all; }
    void print(const char* name) const {
        std::cout << name << ": " << right << " of " << all << " (" << share() * 100 << " %)\n";
    }
};

QString signName(char sign) {
    return sign == '\t' ? QStringLiteral("tab") : QString(QChar::fromLatin1(sign));
}

struct Found {
    CsvPlan plan;
    bool read{false};
    bool usesQuotes{false};
};

Found lookAt(const QString& path, const QByteArray& bytes) {
    Found found;
    const auto text = CsvText::open(path);
    if (!text) {
        return found;
    }
    const auto schema = understandCsv(**text);
    if (!schema) {
        return found;
    }
    found.plan = schema->plan;
    found.read = true;
    found.usesQuotes = bytes.contains('"') || bytes.contains('\'');
    return found;
}

}  // namespace

TEST(CsvCorpora, TellsTheDialectAndHeaderOfPollockFiles) {
    const QString folder = corpus(QStringLiteral("csv-pollock"));
    if (folder.isEmpty()) {
        GTEST_SKIP() << "KITH_CORPORA has no csv-pollock";
    }
    const story::Files files;
    for (const char* part : {"polluted_files", "survey_sample"}) {
        const auto packed = unpacked(folder + u'/' + QString::fromLatin1(part) + QStringLiteral(".tar.xz"));
        Tally dialect;
        Tally header;
        for (auto it = packed.begin(); it != packed.end(); ++it) {
            if (!it.key().contains(QStringLiteral("/csv/")) && !it.key().startsWith(QStringLiteral("csv/"))) {
                continue;
            }
            // Most of them are one table with one row changed; each sixteenth of those tells as much.
            if (it.key().contains(QStringLiteral("row_")) && qHash(it.key(), 7) % 16 != 0 &&
                !qEnvironmentVariableIsSet("KITH_VERBOSE")) {
                continue;
            }
            QString key = it.key();
            const QString labelKey =
                key.replace(QStringLiteral("csv/"), QStringLiteral("parameters/")) + QStringLiteral("_parameters.json");
            const QJsonObject label = QJsonDocument::fromJson(packed.value(labelKey)).object();
            const QString delimiter = label.value(QStringLiteral("delimiter")).toString();
            if (delimiter.isEmpty()) {
                continue;
            }
            const Found found = lookAt(files.write(QStringLiteral("p.csv"), it.value()), it.value());
            const QString quote = label.value(QStringLiteral("quotechar")).toString();
            const bool same = found.read && QString(QChar::fromLatin1(found.plan.dialect.delimiter)) == delimiter &&
                              (quote.isEmpty() || quote == QString(QChar::fromLatin1(found.plan.dialect.quote)));
            dialect.count(same, it.key() + QStringLiteral(" wants ") + delimiter + quote + QStringLiteral(" got ") +
                                    signName(found.plan.dialect.delimiter) + signName(found.plan.dialect.quote));
            const int lines = label.value(QStringLiteral("header_lines")).toVariant().toInt();
            const int above = label.value(QStringLiteral("preamble_lines")).toVariant().toInt();
            const CsvLayout& layout = found.plan.layout;
            header.count(found.read && (layout.headerRows > 0) == (lines > 0) &&
                             (lines == 0 || layout.headerRows + layout.preambleRows == lines + above ||
                              layout.headerRows + layout.preambleRows + 1 == lines + above),
                         it.key() + QStringLiteral(" header %1+%2 got %3+%4")
                                        .arg(above)
                                        .arg(lines)
                                        .arg(layout.preambleRows)
                                        .arg(layout.headerRows));
        }
        dialect.print((std::string("pollock ") + part + " dialect").c_str());
        header.print((std::string("pollock ") + part + " header").c_str());
        EXPECT_GE(dialect.share(), 0.97);
        EXPECT_GE(header.share(), 0.9);
    }
}

TEST(CsvCorpora, TellsTheDialectOfSnifferFiles) {
    const QString folder = corpus(QStringLiteral("csv-sniffer"));
    if (folder.isEmpty()) {
        GTEST_SKIP() << "KITH_CORPORA has no csv-sniffer";
    }
    static const QMap<QString, QString> signs{
        {QStringLiteral("comma"), QStringLiteral(",")},      {QStringLiteral("semicolon"), QStringLiteral(";")},
        {QStringLiteral("tab"), QStringLiteral("tab")},      {QStringLiteral("space"), QStringLiteral(" ")},
        {QStringLiteral("vslash"), QStringLiteral("|")},     {QStringLiteral("doublequote"), QStringLiteral("\"")},
        {QStringLiteral("singlequote"), QStringLiteral("'")}};
    const story::Files files;
    Tally all;
    for (const auto& [pack, labels] :
         {std::pair{"CSV", "Dialect_annotations.txt"}, std::pair{"W3C-CSVW", "W3C-CSVW-Dialect_annotations.txt"}}) {
        const auto packed = unpacked(folder + u'/' + QString::fromLatin1(pack) + QStringLiteral(".tar.xz"));
        QMap<QString, QString> byName;
        for (auto it = packed.begin(); it != packed.end(); ++it) {
            byName.insert(it.key().section(u'/', -1), it.key());
        }
        Tally dialect;
        for (const QString& line :
             QString::fromUtf8(bytesOf(folder + u'/' + QString::fromLatin1(labels))).split(u'\n')) {
            const QStringList parts = line.trimmed().split(u'|');
            if (parts.size() < 4 || !byName.contains(parts[0])) {
                continue;
            }
            const QByteArray bytes = packed.value(byName.value(parts[0]));
            const Found found = lookAt(files.write(QStringLiteral("s.csv"), bytes), bytes);
            const bool quoteMatters = found.usesQuotes;
            const bool same = found.read && signs.value(parts[2]) == signName(found.plan.dialect.delimiter) &&
                              (!quoteMatters || signs.value(parts[3]) == signName(found.plan.dialect.quote));
            dialect.count(same, line + QStringLiteral(" got ") + signName(found.plan.dialect.delimiter) +
                                    signName(found.plan.dialect.quote));
            all.count(same, {});
        }
        dialect.print((std::string("csv-sniffer ") + pack + " dialect").c_str());
    }
    EXPECT_GE(all.share(), 0.97);
}

TEST(CsvCorpora, ReadsTheParserSuitesExactly) {
    const QString spectrum = corpus(QStringLiteral("csv-spectrum"));
    const QString testData = corpus(QStringLiteral("csv-test-data"));
    if (spectrum.isEmpty() || testData.isEmpty()) {
        GTEST_SKIP() << "KITH_CORPORA has no csv-spectrum or csv-test-data";
    }
    Tally suite;
    for (const QString& name : QDir(spectrum + QStringLiteral("/csvs")).entryList({QStringLiteral("*.csv")})) {
        const QByteArray bytes = bytesOf(spectrum + QStringLiteral("/csvs/") + name);
        const QList<QStringList> rows = rowsOf({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        const QJsonArray wanted = QJsonDocument::fromJson(bytesOf(spectrum + QStringLiteral("/json/") +
                                                                  name.chopped(4) + QStringLiteral(".json")))
                                      .array();
        QJsonArray got;
        for (qsizetype r = 1; r < rows.size(); ++r) {
            QJsonObject object;
            for (qsizetype c = 0; c < rows[0].size(); ++c) {
                object.insert(rows[0][c], rows[r].value(c));
            }
            got.append(object);
        }
        if (name.startsWith(QStringLiteral("location_")) || name == QStringLiteral("newlines_crlf.csv")) {
            continue;  // their truth does not fit their bytes
        }
        suite.count(got == wanted, QStringLiteral("spectrum ") + name);
    }
    for (const QString& name : QDir(testData + QStringLiteral("/csv")).entryList({QStringLiteral("*.csv")})) {
        const QByteArray bytes = bytesOf(testData + QStringLiteral("/csv/") + name);
        const QString truth = testData + QStringLiteral("/json/") + name.chopped(4) + QStringLiteral(".json");
        if (!QFile::exists(truth)) {
            continue;  // bad-*: a reader for people's files keeps them; see CsvReader
        }
        QList<QStringList> rows = rowsOf({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        const QJsonArray wanted = QJsonDocument::fromJson(bytesOf(truth)).array();
        QJsonArray got;
        const QStringList header = name.startsWith(QStringLiteral("header-")) ? rows.takeFirst() : QStringList();
        for (const QStringList& row : rows) {
            if (header.isEmpty()) {
                got.append(QJsonArray::fromStringList(row));
            } else {
                QJsonObject object;
                for (qsizetype c = 0; c < header.size(); ++c) {
                    object.insert(header[c], row.value(c));
                }
                got.append(object);
            }
        }
        suite.count(got == wanted, QStringLiteral("test-data ") + name);
    }
    suite.print("parser suites");
    EXPECT_EQ(suite.right, suite.all);
}

TEST(CsvCorpora, UnderstandsOrRefusesEveryFileOfTheHostileCollections) {
    int understoodFiles = 0;
    int refused = 0;
    for (const char* name : {"csv-duckdb", "csv-papaparse", "csv-test-data", "contacts-csv"}) {
        const QString folder = corpus(QString::fromLatin1(name));
        if (folder.isEmpty()) {
            GTEST_SKIP() << "KITH_CORPORA has no " << name;
        }
        QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString path = walk.next();
            const auto schema = understood(path);
            if (!schema) {
                ++refused;
                EXPECT_FALSE(schema.error().detail.isEmpty()) << qPrintable(path);
                continue;
            }
            ++understoodFiles;
            EXPECT_GE(schema->rows, 0) << qPrintable(path);
            for (const CsvColumn& column : schema->columns) {
                EXPECT_LE(column.nullCount, schema->rows) << qPrintable(path);
                EXPECT_GE(column.nullCount, 0) << qPrintable(path) << " " << qPrintable(column.name);
            }
        }
    }
    std::cout << "hostile collections: " << understoodFiles << " understood, " << refused << " refused by name\n";
    EXPECT_GT(understoodFiles, 500);
}

TEST(CsvCorpora, TypesTheColumnsThatPeopleLabelled) {
    const QString folder = corpus(QStringLiteral("csv-sortinghat"));
    if (folder.isEmpty()) {
        GTEST_SKIP() << "KITH_CORPORA has no csv-sortinghat";
    }
    const QByteArray bytes = bytesOf(folder + QStringLiteral("/columns.csv"));
    const QList<QStringList> rows = rowsOf({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    ASSERT_GT(rows.size(), 1000);
    QMap<QString, Tally> tallies;
    for (qsizetype r = 1; r < rows.size(); ++r) {
        CsvColumnCensus census;
        for (int s = 0; s < 5; ++s) {
            census.add(rows[r].value(7 + s).toStdString());
        }
        const QString label = rows[r].value(3);
        const CsvColumn column = census.decide(rows[r].value(2));
        const bool number = column.type == CsvType::Integer || column.type == CsvType::Decimal;
        bool ok = false;
        if (column.type == CsvType::Empty) {
            continue;
        }
        if (label == QStringLiteral("numeric")) {
            ok = number;
        } else if (label == QStringLiteral("datetime")) {
            ok = column.type == CsvType::Date || column.type == CsvType::DateTime || column.type == CsvType::Time;
        } else if (label == QStringLiteral("url")) {
            ok = column.type == CsvType::Url;
        } else if (label == QStringLiteral("sentence")) {
            ok = column.type == CsvType::String;
        } else if (label == QStringLiteral("embedded-number")) {
            ok = column.type == CsvType::Percentage || column.type == CsvType::Currency || number;
        } else {
            continue;
        }
        tallies[label].count(ok, label + QStringLiteral(" ") + rows[r].value(2) + QStringLiteral(" got ") +
                                     csvTypeWord(column.type) + QStringLiteral(": ") +
                                     rows[r].mid(7, 5).join(QStringLiteral(" · ")).left(120));
    }
    for (auto it = tallies.begin(); it != tallies.end(); ++it) {
        it->print(qPrintable(QStringLiteral("sortinghat ") + it.key()));
    }
    EXPECT_GE(tallies[QStringLiteral("numeric")].share(), 0.95);
    EXPECT_GE(tallies[QStringLiteral("url")].share(), 0.9);
}
