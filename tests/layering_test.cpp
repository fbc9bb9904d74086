// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Who may include whom: the table of the house, checked against every include line.
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

namespace {

const QMap<QString, QSet<QString>>& allowed() {
    static const QMap<QString, QSet<QString>> table = [] {
        const auto set = [](const char* words) {
            const QStringList list = QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            return QSet<QString>(list.begin(), list.end());
        };
        QMap<QString, QSet<QString>> t;
        const auto row = [&](const char* room, const char* may) { t.insert(QString::fromLatin1(room), set(may)); };
        row("core/base", "");
        row("core/domain", "core/base");
        row("core/mail", "core/domain core/base");
        row("core/intake", "core/mail core/domain core/base");
        row("core/triage", "core/domain core/base");
        row("core/people", "core/domain core/base");
        row("core/storage", "core/domain core/base");
        row("core/net", "core/base");
        row("core/sources", "core/net core/mail core/triage core/people core/domain core/base");
        row("core/service", "core/storage core/triage core/people core/intake core/mail core/domain core/base");
        row("ui", "core/service core/domain core/base");
        return t;
    }();
    return table;
}

QString roomOf(const QString& path) {
    if (path.startsWith(QStringLiteral("core/"))) {
        return path.section(QLatin1Char('/'), 0, 1);
    }
    return path.section(QLatin1Char('/'), 0, 0);
}

QStringList sources(const QString& root) {
    QStringList files;
    for (const char* floor : {"core", "ui"}) {
        QDirIterator walk(root + QLatin1Char('/') + QLatin1String(floor),
                          {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            files << QDir(root).relativeFilePath(walk.next());
        }
    }
    return files;
}

QString rootFolder() {
    return qEnvironmentVariable("KITH_SOURCE_DIR");
}

TEST(Layering, EveryIncludeIsAllowedByTheTable) {
    static const QRegularExpression include(QStringLiteral(R"re(^\s*#\s*include\s+"([^"]+)")re"));
    const QStringList files = sources(rootFolder());
    ASSERT_GT(files.size(), 10) << "KITH_SOURCE_DIR does not name the source folder";
    for (const QString& path : files) {
        QFile file(rootFolder() + QLatin1Char('/') + path);
        ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(path);
        const QString room = roomOf(path);
        ASSERT_TRUE(allowed().contains(room)) << qPrintable(path) << " stands in a room that the table does not know";
        while (!file.atEnd()) {
            const auto match = include.match(QString::fromUtf8(file.readLine()));
            if (!match.hasMatch() || match.captured(1).endsWith(QStringLiteral(".moc"))) {
                continue;
            }
            const QString other = roomOf(match.captured(1));
            EXPECT_TRUE(other == room || allowed().value(room).contains(other))
                << qPrintable(path) << " may not include " << qPrintable(match.captured(1));
        }
    }
}

TEST(Layering, FilesStaySmall) {
    for (const QString& path : sources(rootFolder())) {
        QFile file(rootFolder() + QLatin1Char('/') + path);
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        EXPECT_LE(file.readAll().count('\n'), 400) << qPrintable(path);
    }
}

}  // namespace
