// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The table of faults names the tests that prove it: each of them is there.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

namespace {

QString textOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QSet<QString> testsOf(const QString& root) {
    static const QRegularExpression test(QStringLiteral(R"re(\bTEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\s*\))re"));
    QSet<QString> names;
    QDirIterator files(root, {QStringLiteral("*_test.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        for (const auto& match : test.globalMatch(textOf(files.next()))) {
            names.insert(match.captured(1) + QLatin1Char('.') + match.captured(2));
        }
    }
    return names;
}

TEST(Faults, EachRowOfTheTableNamesATestThatIsThere) {
    static const QRegularExpression name(QStringLiteral(R"re(`([A-Z]\w+\.[A-Z]\w+)`)re"));
    const QString root = qEnvironmentVariable("KITH_SOURCE_DIR");
    const QSet<QString> tests = testsOf(root + QStringLiteral("/tests"));
    ASSERT_GT(tests.size(), 300) << "KITH_SOURCE_DIR does not name the source folder";
    int rows = 0;
    for (const QString& line : textOf(root + QStringLiteral("/docs/faults.md")).split(QLatin1Char('\n'))) {
        const bool row = line.startsWith(QLatin1Char('|')) && !line.startsWith(QStringLiteral("| ---")) &&
                         !line.startsWith(QStringLiteral("| fault"));
        int named = 0;
        for (const auto& match : name.globalMatch(line)) {
            EXPECT_TRUE(tests.contains(match.captured(1))) << qPrintable(match.captured(1));
            ++named;
        }
        EXPECT_TRUE(!row || named > 0) << qPrintable(line);
        rows += row ? 1 : 0;
    }
    EXPECT_GT(rows, 25);
}

}  // namespace
