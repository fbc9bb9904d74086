// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/cli/kithctl.h"

#include <gtest/gtest.h>

using namespace kith::testing;

TEST(SchemaCsv, ReportsDialectRowsAndColumns) {
    const Kithctl kithctl;
    const QString path =
        kithctl.file(QStringLiteral("leads.csv"),
                     "Name;E-Mail;PLZ;Erstkontakt;Anteil\nAda Moor;ada@north.example;01067;03/04/2026;12 %\n"
                     "Bo Lund;bo@north.example;10115;07/05/2026;7,5 %\n");
    const Ran ran = kithctl({QStringLiteral("schema"), QStringLiteral("csv"), path});
    ASSERT_EQ(ran.exit, 0) << ran.err.toStdString();
    const QJsonObject json = ran.json();
    const QJsonObject dialect = json.value(QStringLiteral("dialect")).toObject();
    EXPECT_EQ(dialect.value(QStringLiteral("delimiter")).toString(), QStringLiteral(";"));
    EXPECT_TRUE(dialect.value(QStringLiteral("header")).toBool());
    EXPECT_EQ(json.value(QStringLiteral("rows")).toInt(), 2);
    const QJsonArray columns = json.value(QStringLiteral("columns")).toArray();
    ASSERT_EQ(columns.size(), 5);
    for (const char* key : {"name", "type", "format", "max_length", "null_count", "distinct", "is_percentage",
                            "zero_padded", "examples", "confidence"}) {
        EXPECT_TRUE(columns[0].toObject().contains(QString::fromLatin1(key))) << key;
    }
    const auto type = [&](int c) { return columns[c].toObject().value(QStringLiteral("type")).toString(); };
    EXPECT_EQ(type(1), QStringLiteral("email"));
    EXPECT_EQ(type(2), QStringLiteral("string"));
    EXPECT_TRUE(columns[2].toObject().value(QStringLiteral("zero_padded")).toBool());
    EXPECT_EQ(type(3), QStringLiteral("date"));
    EXPECT_TRUE(columns[3].toObject().value(QStringLiteral("ambiguous")).toBool());
    EXPECT_EQ(type(4), QStringLiteral("percentage"));
}

TEST(SchemaCsv, RefusesWhatIsNoTableWithASentence) {
    const Kithctl kithctl;
    for (const auto& [bytes, word] : {std::pair{QByteArray(), "empty"}, std::pair{QByteArray("%PDF-1.7 x"), "PDF"}}) {
        const QString path = kithctl.file(QStringLiteral("bad.csv"), bytes);
        const Ran ran = kithctl({QStringLiteral("schema"), QStringLiteral("csv"), path});
        EXPECT_EQ(ran.exit, 3);
        EXPECT_TRUE(ran.error().value(QStringLiteral("message")).toString().contains(QString::fromLatin1(word)))
            << ran.err.toStdString();
    }
}
