// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/gui/import_support.h"

#include <QLabel>
#include <QLineEdit>
#include <QTableView>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;
using Step = ContactImportPage::Step;

namespace {

constexpr char kPeople[] = "Name;E-Mail;Firma;Erstkontakt\r\nAda Moor;ada@north.example;North;03/04/2026\r\n"
                           "Bo Lund;bo@south.example;South;07/05/2026\r\nCy Roe;no address;East;11/02/2026\r\n";

qint64 contactsOf(ImportWindow& test) {
    return test.number("SELECT count(*) FROM contacts");
}

QByteArray manyPeople(int rows) {
    QByteArray bytes("Name,E-mail,Company\n");
    for (int i = 0; i < rows; ++i) {
        const QByteArray n = QByteArray::number(i);
        bytes += "Person " + n + ",p" + n + "@many.example,Firm\n";
    }
    return bytes;
}

}  // namespace

TEST(ImportPage, ATableDroppedAnywhereOnTheWindowIsUnderstood) {
    ImportWindow test;
    test.drop(test.file("people.csv", kPeople));
    EXPECT_TRUE(test.accepted);
    ASSERT_TRUE(test.reaches(Step::Columns));
    ASSERT_TRUE(test.find<QLabel>("importFileLine"));
    EXPECT_TRUE(
        test.find<QLabel>("importFileLine")->text().endsWith(QStringLiteral("UTF-8 · semicolon · header in row 1")));
    EXPECT_TRUE(test.find<QWidget>("importField-E-Mail"));
    EXPECT_EQ(contactsOf(test), 0);
}

TEST(ImportPage, TheWholeWayGoesByKeyboard) {
    ImportWindow test;
    test.drop(test.file("people.csv", kPeople));
    ASSERT_TRUE(test.reaches(Step::Columns));
    EXPECT_TRUE(test.tabTo("importOrder-dmy"));
    test.key(Qt::Key_Space);
    test.key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(test.reaches(Step::Check));
    EXPECT_EQ(contactsOf(test), 0);
    test.key(Qt::Key_Escape);
    ASSERT_TRUE(test.reaches(Step::Columns));
    test.key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(test.reaches(Step::Check));
    test.key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(test.reaches(Step::Result));
    EXPECT_EQ(contactsOf(test), 2);
    EXPECT_EQ(test.number("SELECT count(*) FROM imported_rows WHERE said LIKE '%2026-04-03%'"), 1);
    ASSERT_TRUE(test.tabTo("importUndo"));
    test.key(Qt::Key_Space);
    ASSERT_TRUE(test.reaches(Step::Result));
    EXPECT_EQ(contactsOf(test), 0);
    test.key(Qt::Key_Return, Qt::ControlModifier);  // import it again
    ASSERT_TRUE(test.reaches(Step::Columns));
}

TEST(ImportPage, AValueIsFixedOnceForAllRows) {
    ImportWindow test;
    test.drop(test.file("people.csv", "Name,E-mail\nAda,ada@north.example\nBo,bo at south\nCy,bo at south\n"));
    ASSERT_TRUE(test.reaches(Step::Columns));
    test.key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(test.reaches(Step::Check));
    ASSERT_TRUE(test.click("importFilter5"));
    auto* rows = test.find<QTableView>("importRows");
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->model()->rowCount(), 2);
    ASSERT_TRUE(test.tabTo("importFix"));
    test.find<QLineEdit>("importFix")->setText(QStringLiteral("bo@south.example"));
    test.key(Qt::Key_Return);
    ASSERT_TRUE(test.rests());
    ASSERT_TRUE(test.click("importFilter5"));
    EXPECT_EQ(rows->model()->rowCount(), 0);
}

TEST(ImportPage, WhoIsLikelyKnownIsAskedFor) {
    ImportWindow test({QStringLiteral("Ada Moor"), QStringLiteral("ada@north.example")});
    test.drop(test.file("b.csv", "Name,E-mail\nAda Moor,ada@private.example\n"));
    ASSERT_TRUE(test.reaches(Step::Columns));
    test.key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(test.reaches(Step::Check));
    ASSERT_TRUE(test.tabTo("importSame"));
    test.key(Qt::Key_Space);
    ASSERT_TRUE(test.reaches(Step::Check));
    EXPECT_FALSE(test.find<QWidget>("importSame"));
    test.key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(test.reaches(Step::Result));
    EXPECT_EQ(contactsOf(test), 1);
    EXPECT_EQ(test.number("SELECT count(*) FROM identities"), 2);
}

TEST(ImportPage, RowsWithAProblemAreSavedAndComeInOnceTheyAreRight) {
    ImportWindow test;
    test.saveName = test.folder.filePath(QStringLiteral("problems.csv"));
    test.drop(test.file("people.csv", kPeople));
    ASSERT_TRUE(test.reaches(Step::Columns));
    test.key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(test.reaches(Step::Check));
    test.key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(test.reaches(Step::Result));
    ASSERT_TRUE(test.click("importSaveRejects"));
    ASSERT_TRUE(test.rests());
    QFile saved(test.saveName);
    ASSERT_TRUE(saved.open(QIODevice::ReadOnly));
    EXPECT_EQ(saved.readAll(), "Name;E-Mail;Firma;Erstkontakt\r\nCy Roe;no address;East;11/02/2026\r\n");
}

TEST(ImportPage, AnImportPausesStopsAndGoesOn) {
    constexpr int rows = 40'000;
    ImportWindow test;
    const QString path = test.file("many.csv", manyPeople(rows));
    test.drop(path);
    ASSERT_TRUE(test.reaches(Step::Columns));
    test.key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(test.reaches(Step::Check));
    QTest::keyClick(test.window->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(test.page()->isBusy());
    ASSERT_TRUE(test.click("contactImportPause"));
    ASSERT_TRUE(test.click("contactImportPause"));  // resume
    ASSERT_TRUE(test.click("contactImportPause"));
    ASSERT_TRUE(test.click("contactImportStop"));
    ASSERT_TRUE(test.reaches(Step::Result));
    EXPECT_LT(contactsOf(test), rows);
    test.drop(path);
    ASSERT_TRUE(test.reaches(Step::Columns));
    test.key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(test.reaches(Step::Check));
    test.key(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(test.reaches(Step::Result));
    EXPECT_EQ(contactsOf(test), rows);
}

TEST(ImportPage, AFileThatIsNoTableIsRefusedWithASentence) {
    ImportWindow test;
    test.drop(test.file("empty.csv", "  \n"));
    ASSERT_TRUE(test.reaches(Step::File));
    ASSERT_TRUE(test.find<QLabel>("importRefusal"));
    EXPECT_TRUE(test.find<QLabel>("importRefusal")->text().contains(QStringLiteral("empty")));
}
