// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/intake/csv_story.h"

using namespace kith;
using namespace kith::intake;
using namespace kith::intake::csvstory;

namespace {

CsvSchema schemaOf(const QByteArray& bytes) {
    const story::Files files;
    const auto schema = understood(files.write(QStringLiteral("t.csv"), bytes));
    EXPECT_TRUE(schema) << qPrintable(schema ? QString() : schema.error().detail);
    return schema ? *schema : CsvSchema();
}

Error refusalOf(const QByteArray& bytes) {
    const story::Files files;
    const auto schema = understood(files.write(QStringLiteral("t.csv"), bytes));
    EXPECT_FALSE(schema);
    return schema ? Error{} : schema.error();
}

CsvColumn columnOf(const char* name, std::initializer_list<const char*> values) {
    CsvColumnCensus census;
    for (const char* value : values) {
        census.add(value);
    }
    return census.decide(QString::fromUtf8(name));
}

QByteArray encoded(const char* utf8, const char* encoding) {
    return encodedAs(utf8, QString::fromLatin1(encoding));
}

constexpr char kGerman[] = "Vorname;Nachname;E-Mail\r\nJürgen;Müller;j.mueller@nord.example\r\n"
                           "Söhnke;Weiß;s.weiss@nord.example\r\nInès;Moreau;ines@pellin.example\r\n";

}  // namespace

TEST(CsvReading, KeepsWhatStandsInQuotes) {
    const auto rows = rowsOf("a,\"b, c\",\"say \"\"hi\"\"\"\n\"two\nlines\",,x\n");
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0], (QStringList{QStringLiteral("a"), QStringLiteral("b, c"), QStringLiteral("say \"hi\"")}));
    EXPECT_EQ(rows[1], (QStringList{QStringLiteral("two\nlines"), QString(), QStringLiteral("x")}));
}

TEST(CsvReading, TakesQuotesInsideACellAsText) {
    EXPECT_EQ(rowsOf("6\" pipe,\"the \"big\" one\",z\n").first(),
              (QStringList{QStringLiteral("6\" pipe"), QStringLiteral("the \"big\" one"), QStringLiteral("z")}));
}

TEST(CsvReading, AQuoteThatNeverEndsCostsOneCellOnly) {
    const auto rows = rowsOf("a,b\n\"x,y\n1,2\n3,4\n");
    ASSERT_EQ(rows.size(), 4);
    EXPECT_EQ(rows[1], (QStringList{QStringLiteral("\"x"), QStringLiteral("y")}));
    EXPECT_EQ(rows[3], (QStringList{QStringLiteral("3"), QStringLiteral("4")}));
}

TEST(CsvReading, AStrayQuoteDoesNotSwallowTheRowsUpToTheNextOne) {
    const CsvSchema schema =
        schemaOf("name,city,n\nAda,\"Oslo,1\nBo,Rome,2\nCy,Lima,3\nDee,Bonn,4\nEli,\"Kyiv\",5\nFay,Graz,6\n");
    EXPECT_EQ(schema.rows, 6);
    EXPECT_EQ(schema.repairedRows, 1);
    EXPECT_EQ(schema.raggedRows, 0);
}

TEST(CsvReading, LineEndsMayBeMixed) {
    EXPECT_EQ(rowsOf("a,b\rc,d\r\ne,f\ng,h").size(), 4);
}

TEST(CsvReading, NulBytesAreLeftOutAndCounted) {
    const CsvSchema schema = schemaOf(QByteArray("name,n\nA\0da,1\nBo,2\n", 18));
    EXPECT_EQ(schema.nulRows, 1);
    EXPECT_EQ(schema.columns[0].examples.first(), QStringLiteral("Ada"));
}

TEST(CsvReading, ALineWithoutEndIsRefusedByItsNumber) {
    QByteArray bytes("name,note\nAda,x\n");
    bytes.append(QByteArray(101 * 1000 * 1000, 'y'));
    const Error error = refusalOf(bytes);
    EXPECT_EQ(error.kind, ErrorKind::Malformed);
    EXPECT_TRUE(error.detail.contains(QStringLiteral("line 3"))) << qPrintable(error.detail);
}

TEST(CsvEncodings, AreToldByTheBytes) {
    constexpr char russian[] = "Имя;Фамилия;Город\nАнна;Каренина;Москва\nПётр;Безухов;Петербург\n";
    constexpr char japanese[] =
        "名前,会社,電話\n山田太郎,ひまわり商事,03-5550-1000\n佐藤花子,さくら食品,03-5550-1001\n";
    constexpr char chinese[] = "姓名,公司,城市\n王小明,北方软件有限公司,北京\n李丽,南方贸易公司,广州\n";
    for (const auto& [text, encoding, name] :
         {std::tuple{kGerman, "utf-8", "utf-8"}, std::tuple{kGerman, "windows-1252", "windows-1252"},
          std::tuple{kGerman, "utf-16le", "utf-16le"}, std::tuple{kGerman, "utf-16be", "utf-16be"},
          std::tuple{russian, "windows-1251", "windows-1251"}, std::tuple{russian, "utf-8", "utf-8"},
          std::tuple{japanese, "cp932", "shift_jis"}, std::tuple{chinese, "gb18030", "gb18030"}}) {
        const CsvSchema schema = schemaOf(encoded(text, encoding));
        EXPECT_EQ(schema.encoding.name, QString::fromLatin1(name));
        EXPECT_EQ(schema.columns.size(), 3U) << name;
        EXPECT_EQ(schema.columns[0].name,
                  QString::fromUtf8(text).section(QRegularExpression(QStringLiteral("[;,]")), 0, 0))
            << name;
    }
}

TEST(CsvEncodings, TheEuroOfLatin9IsKnown) {
    const CsvSchema schema = schemaOf(encoded("Artikel;Preis\nTür;12 €\nGarnitur für Kinder;8 €\n", "iso-8859-15"));
    EXPECT_EQ(schema.encoding.name, QStringLiteral("iso-8859-15"));
    EXPECT_EQ(schema.columns[1].type, CsvType::Currency);
}

TEST(CsvEncodings, AFewForeignBytesDoNotMakeAFileForeign) {
    QByteArray bytes(kGerman);
    for (int i = 0; i < 20; ++i) {
        bytes += "Zoë;Ångström;zoe@north.example\n";
    }
    bytes += "Ren\xE9;Roy;rene@north.example\n";
    const CsvSchema schema = schemaOf(bytes);
    EXPECT_EQ(schema.encoding.name, QStringLiteral("utf-8"));
    EXPECT_EQ(schema.encoding.strayBytes, 1);
}

TEST(CsvDialects, AreTold) {
    for (const char delimiter : {',', ';', '\t', '|'}) {
        QByteArray bytes(
            "name,mail,since,amount\nAda,ada@north.example,2026-05-12,12.5\nBo,bo@north.example,2026-01-02,7\n");
        bytes.replace(',', delimiter);
        const CsvSchema schema = schemaOf(bytes);
        EXPECT_EQ(schema.plan.dialect.delimiter, delimiter);
        EXPECT_EQ(schema.plan.layout.headerRows, 1);
        EXPECT_EQ(schema.rows, 2);
    }
}

TEST(CsvDialects, TheSepLineIsBelievedAndIsNoRow) {
    const CsvSchema schema = schemaOf("sep=;\r\nname;note\r\nAda;a,b,c\r\nBo;d,e,f\r\n");
    EXPECT_EQ(schema.plan.dialect.delimiter, ';');
    EXPECT_EQ(schema.columns[0].name, QStringLiteral("name"));
    EXPECT_EQ(schema.rows, 2);
}

TEST(CsvDialects, ABackslashMayEscape) {
    const CsvSchema schema =
        schemaOf("name,quote\n\"Ada\",\"she said \\\"no, thanks\\\"\"\n\"Bo\",\"\\\"yes\\\", he said\"\n");
    EXPECT_EQ(schema.plan.dialect.escape, '\\');
    EXPECT_EQ(schema.columns[1].examples.first(), QStringLiteral("she said \"no, thanks\""));
}

TEST(CsvLayouts, LinesAboveAndBelowTheTableAreNotRows) {
    const CsvSchema schema = schemaOf("Leads of the spring fair\n\nname,city,seats\nAda,Oslo,4\nBo,Rome,12\nCy,Lima,7\n"
                                      "Dee,Bonn,9\n\nTotal,,32\nSource: stand list\n");
    EXPECT_EQ(schema.plan.layout.preambleRows, 1);
    EXPECT_EQ(schema.plan.layout.headerRows, 1);
    EXPECT_EQ(schema.plan.layout.footerRows, 2);
    EXPECT_EQ(schema.rows, 4);
    EXPECT_EQ(schema.columns[2].type, CsvType::Integer);
}

TEST(CsvLayouts, ATableWithoutAHeaderKeepsItsFirstRow) {
    const CsvSchema schema =
        schemaOf("Ada Moor,ada@north.example,4\nBo Lund,bo@north.example,12\nCy Roe,cy@north.example,7\n");
    EXPECT_EQ(schema.plan.layout.headerRows, 0);
    EXPECT_EQ(schema.rows, 3);
    EXPECT_EQ(schema.columns[1].type, CsvType::Email);
}

TEST(CsvLayouts, TwoHeaderRowsAreJoined) {
    const CsvSchema schema = schemaOf("2025,,2026,\nunits,price,units,price\n1,2.5,3,4.5\n5,6.5,7,8.5\n9,1.5,2,3.5\n");
    EXPECT_EQ(schema.plan.layout.headerRows, 2);
    EXPECT_EQ(schema.columns[3].name, QStringLiteral("2026 price"));
}

TEST(CsvLayouts, EmptyColumnsAtTheRightAreDroppedAndRaggedRowsCounted) {
    const CsvSchema schema = schemaOf("name,city,,\nAda,Oslo,,\nBo,Rome,,\nCy\nDee,Bonn,,\n");
    EXPECT_EQ(schema.columns.size(), 2U);
    EXPECT_EQ(schema.droppedColumns, 2);
    EXPECT_EQ(schema.raggedRows, 1);
    EXPECT_EQ(schema.raggedLines, (std::vector<qint64>{4}));
    EXPECT_EQ(schema.columns[1].nullCount, 1);
}

TEST(CsvTypes, AreDecidedForTheColumn) {
    EXPECT_EQ(columnOf("on", {"ja", "nein", "ja"}).type, CsvType::Boolean);
    EXPECT_EQ(columnOf("n", {"1", "20", "-3"}).type, CsvType::Integer);
    EXPECT_EQ(columnOf("share", {"12 %", "7,5 %", "100%"}).type, CsvType::Percentage);
    EXPECT_EQ(columnOf("price", {"€ 1.200,50", "€ 80", "€ 7,25"}).type, CsvType::Currency);
    EXPECT_EQ(columnOf("mail", {"a@b.example", "c.d@e.example; f@e.example"}).type, CsvType::Email);
    EXPECT_EQ(columnOf("web", {"https://a.example/x", "www.b.example"}).type, CsvType::Url);
    EXPECT_EQ(columnOf("call", {"+33 1 5550 1188", "(030) 555 204-17"}).type, CsvType::Phone);
    EXPECT_EQ(columnOf("Phone", {"5550118812", "5550118813"}).type, CsvType::Phone);
    EXPECT_EQ(columnOf("at", {"09:30", "14:05:10"}).type, CsvType::Time);
    EXPECT_EQ(columnOf("nothing", {"", "NA", "-", "null"}).type, CsvType::Empty);
    EXPECT_EQ(columnOf("day", {"12 May 2026", "3 June 2026"}).type, CsvType::Date);
}

TEST(CsvTypes, ZeroPaddedDigitsStayText) {
    const CsvColumn zip = columnOf("zip", {"01067", "10115", "80331"});
    EXPECT_EQ(zip.type, CsvType::String);
    EXPECT_TRUE(zip.zeroPadded);
    EXPECT_EQ(zip.maxLength, 5);
}

TEST(CsvTypes, OneOddCellDoesNotTurnAColumnIntoText) {
    CsvColumnCensus census;
    for (int i = 0; i < 40; ++i) {
        census.add(std::to_string(i));
    }
    census.add("see note");
    const CsvColumn column = census.decide(QStringLiteral("n"));
    EXPECT_EQ(column.type, CsvType::Integer);
    EXPECT_EQ(column.exceptions, 1);
}

TEST(CsvTypes, TheDecimalMarkIsToldByContradiction) {
    EXPECT_TRUE(columnOf("x", {"1.234", "5,5", "1.000.000"}).decimalComma);
    EXPECT_EQ(columnOf("x", {"1.234", "5,5", "1.000.000"}).type, CsvType::Decimal);
    EXPECT_FALSE(columnOf("x", {"1,234", "5.5"}).decimalComma);
    EXPECT_EQ(columnOf("x", {"1,234", "12,500"}).type, CsvType::Integer);
    EXPECT_LT(columnOf("x", {"1,234", "12,500"}).confidence, 0.7);
}

TEST(CsvTypes, DaysAndMonthsAreToldByTheColumnOrAsked) {
    EXPECT_EQ(columnOf("d", {"03/04/2026", "25/04/2026"}).order, CsvDateOrder::Dmy);
    EXPECT_EQ(columnOf("d", {"03/04/2026", "04/25/2026"}).order, CsvDateOrder::Mdy);
    EXPECT_EQ(columnOf("d", {"2026-04-03"}).order, CsvDateOrder::Ymd);
    const CsvColumn asked = columnOf("d", {"03/04/2026", "07/05/2026"});
    EXPECT_EQ(asked.order, CsvDateOrder::Ask);
    EXPECT_EQ(asked.format, QStringLiteral("DD/MM/YYYY or MM/DD/YYYY"));
    EXPECT_LE(asked.confidence, 0.5);
    EXPECT_EQ(columnOf("d", {"2026-04-03T10:00:00Z", "2026-04-03T10:00:00.5+02:00"}).type, CsvType::DateTime);
}

TEST(CsvTypes, DistinctValuesAreEstimatedWhereTheyAreTooMany) {
    CsvColumnCensus census;
    for (int i = 0; i < 300'000; ++i) {
        census.add("value " + std::to_string(i));
    }
    EXPECT_NEAR(static_cast<double>(census.decide(QStringLiteral("v")).distinct), 300'000.0, 6'000.0);
}

TEST(CsvRefusals, SayWhatTheFileIs) {
    EXPECT_TRUE(refusalOf(QByteArray()).detail.contains(QStringLiteral("is empty")));
    EXPECT_TRUE(refusalOf(QByteArray(" \n\n")).detail.contains(QStringLiteral("is empty")));
    EXPECT_TRUE(refusalOf(QByteArray("%PDF-1.7 …")).detail.contains(QStringLiteral("a PDF document")));
    EXPECT_TRUE(refusalOf(QByteArray("PK\x03\x04 xl/workbook.xml")).detail.contains(QStringLiteral("workbook")));
    QByteArray noise;
    for (int i = 0; i < 4000; ++i) {
        noise.append(static_cast<char>((i * 7919) % 251));
    }
    EXPECT_TRUE(refusalOf(noise).detail.contains(QStringLiteral("binary")));
}
