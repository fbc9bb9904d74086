// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stories of bad days: a killed process, a full disk, missing rights, damaged bytes, a second Kith.
#include "tests/unit/storage/storage_test_support.h"

#include "core/storage/maintenance.h"
#include "core/storage/workspace_lock.h"

#include <QFile>

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <functional>
#include <thread>

using namespace kith;
using namespace kith::storage;

namespace {

class BadDay : public kith::testing::StorageTest {};

/// Runs the work in a child process that never comes back by itself.
pid_t childDoing(const std::function<void()>& work) {
    const pid_t child = fork();
    if (child == 0) {
        work();
        _exit(0);
    }
    return child;
}

TEST_P(BadDay, AKilledBatchLeavesWholeLettersOnly) {
    m_database.reset();
    int ready[2];
    ASSERT_EQ(pipe(ready), 0);
    const pid_t child = childDoing([&] {
        reopen();
        add({.id = QStringLiteral("kept@north.example")});
        MessageStore store(db());
        Transaction transaction(db());
        for (int i = 0; i < 200; ++i) {
            const Letter letter =
                kith::testing::letterOf({.id = QStringLiteral("lost%1").arg(i), .second = 1'700'000'000 + i});
            (void)store.add({.letter = letter, .raw = "raw"});
        }
        [[maybe_unused]] const ssize_t told = write(ready[1], "x", 1);
        pause();
    });
    char signal = 0;
    ASSERT_EQ(read(ready[0], &signal, 1), 1);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(ready[0]);
    close(ready[1]);
    reopen();
    EXPECT_EQ(MessageStore(db()).counts()->messages, 1);
    const auto report = check(db());
    KITH_ASSERT_GOOD(report);
    EXPECT_TRUE(report->healthy()) << qPrintable(report->problems.join(QLatin1Char('\n')));
    EXPECT_TRUE(add({.id = QStringLiteral("lost1"), .second = 1'700'000'001}).added);
}

TEST_P(BadDay, AReaderWorksBesideAWriter) {
    add({.id = QStringLiteral("a")});
    auto reader = openCurrent(m_url, OpenMode::ReadOnly, around());
    KITH_ASSERT_GOOD(reader);
    Transaction transaction(db());
    KITH_ASSERT_GOOD(db().run("UPDATE messages SET starred = 1"));
    EXPECT_EQ((*reader)->number("SELECT count(*) FROM messages WHERE starred = 0").value(), 1);
    KITH_ASSERT_GOOD(transaction.commit());
    EXPECT_EQ((*reader)->number("SELECT count(*) FROM messages WHERE starred = 1").value(), 1);
    EXPECT_FALSE((*reader)->run("UPDATE messages SET starred = 0").isOk());
}

TEST_P(BadDay, WhatRunsTooLongCanBeInterrupted) {
    const char* endless =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000000) SELECT count(*) FROM n";
    std::atomic<bool> over{false};
    std::jthread other([&] {
        while (!over) {
            db().interrupt();
            std::this_thread::yield();
        }
    });
    const auto answer = db().number(endless);
    over = true;
    ASSERT_FALSE(answer.isOk());
    EXPECT_EQ(answer.error().kind, ErrorKind::Cancelled);
    other.join();
    KITH_EXPECT_GOOD(db().number("SELECT 1"));
}

TEST_P(BadDay, AnInnerFailureTakesTheWholeTransactionBack) {
    Transaction outer(db());
    KITH_ASSERT_GOOD(db().run("INSERT INTO settings (key, value) VALUES ('a', '[1]')"));
    { Transaction inner(db()); }
    EXPECT_FALSE(outer.commit().isOk());
}

TEST_P(BadDay, TheCheckUpFindsWhatIsMissing) {
    const auto added = add({.id = QStringLiteral("a")});
    ASSERT_TRUE(check(db())->healthy());
    KITH_ASSERT_GOOD(db().run("DELETE FROM message_source"));
    KITH_ASSERT_GOOD(db().run("UPDATE threads SET message_count = 7"));
    if (db().isSqlite()) {
        KITH_ASSERT_GOOD(db().script("INSERT INTO message_search (message_search) VALUES ('delete-all')"));
    } else {
        KITH_ASSERT_GOOD(db().run("DELETE FROM message_search"));
    }
    const auto report = check(db());
    KITH_ASSERT_GOOD(report);
    EXPECT_FALSE(report->completeness);
    EXPECT_FALSE(report->searchIndex);
    EXPECT_TRUE(report->integrity);
    EXPECT_EQ(report->problems.size(), 3);
    EXPECT_TRUE(added.added);
}

KITH_BOTH_DIALECTS(BadDay);

class FileDay : public kith::testing::StorageTest {
protected:
    QString path(const char* name) { return m_folder.filePath(QString::fromLatin1(name)); }
};

TEST_P(FileDay, AFullDiskIsSaidAndNothingIsHalfWritten) {
    add({.id = QStringLiteral("before")});
    const qint64 pages = db().number("PRAGMA page_count")->value();
    KITH_ASSERT_GOOD(db().number(QByteArray("PRAGMA max_page_count = ") + QByteArray::number(pages + 8)));
    ErrorKind kind = ErrorKind::Failed;
    {
        MessageStore store(db());
        Transaction transaction(db());
        for (int i = 0; i < 500; ++i) {
            const Letter letter =
                kith::testing::letterOf({.id = QStringLiteral("m%1").arg(i), .text = QString(3000, QLatin1Char('x'))});
            if (const auto added = store.add({.letter = letter, .raw = "raw"}); !added) {
                kind = added.error().kind;
                EXPECT_FALSE(added.error().hint.isEmpty());
                break;
            }
        }
    }
    EXPECT_EQ(kind, ErrorKind::Full);
    EXPECT_EQ(MessageStore(db()).counts()->messages, 1);
    reopen();
    const auto report = check(db());
    KITH_ASSERT_GOOD(report);
    EXPECT_TRUE(report->healthy()) << qPrintable(report->problems.join(QLatin1Char('\n')));
}

TEST_P(FileDay, AFolderThatCannotBeWrittenIsSaid) {
    m_database.reset();
    const QFile::Permissions readOnly =
        QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    QFile::setPermissions(m_url.location, readOnly);
    QFile::setPermissions(m_folder.path(), readOnly);
    const pid_t child = childDoing([&] {
        if (geteuid() == 0 && setuid(65534) != 0) {
            _exit(9);
        }
        const auto write = openCurrent(m_url, OpenMode::Write, around());
        const auto lock = WorkspaceLock::take(m_folder.path(), m_clock);
        const auto read = openCurrent(m_url, OpenMode::ReadOnly, around());
        const auto denied = [](const auto& result) {
            return !result && result.error().kind == ErrorKind::Denied && !result.error().hint.isEmpty();
        };
        _exit(!denied(write)                                 ? 1
              : !denied(lock)                                ? 2
              : !read                                        ? 3
              : MessageStore(**read).counts()->messages == 0 ? 0
                                                             : 4);
    });
    int status = 0;
    waitpid(child, &status, 0);
    QFile::setPermissions(m_folder.path(), readOnly | QFile::WriteOwner);
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST_P(FileDay, DamagedBytesAreNamedDamaged) {
    for (int i = 0; i < 50; ++i) {
        add({.id = QStringLiteral("m%1").arg(i), .subject = QStringLiteral("S%1").arg(i)});
    }
    m_database.reset();
    QFile file(m_url.location);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    for (qint64 at = (file.size() / 4096 - 6) * 4096; at < file.size(); at += 4096) {
        file.seek(at);
        file.write(QByteArray(2048, '\x5a'));
    }
    file.close();
    auto opened = Database::open(m_url, OpenMode::Write, around());
    KITH_ASSERT_GOOD(opened);
    const auto report = check(**opened);
    KITH_ASSERT_GOOD(report);
    EXPECT_FALSE(report->integrity);
    opened->reset();
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(100, '\x11'));
    file.close();
    const auto refused = Database::open(m_url, OpenMode::Write, around());
    ASSERT_FALSE(refused.isOk());
    EXPECT_EQ(refused.error().kind, ErrorKind::Damaged);
    EXPECT_FALSE(refused.error().hint.isEmpty());
}

TEST_P(FileDay, AnotherProgramsFileAndAMissingOneAreToldApart) {
    EXPECT_EQ(Database::open(DatabaseUrl::file(path("none.sqlite")), OpenMode::Write, around()).error().kind,
              ErrorKind::NotFound);
    EXPECT_EQ(Database::open(DatabaseUrl::file(m_folder.path()), OpenMode::Write, around()).error().kind,
              ErrorKind::Denied);
    {
        auto other = Database::open(DatabaseUrl::file(path("other.sqlite")), OpenMode::Create, around());
        KITH_ASSERT_GOOD((*other)->script("CREATE TABLE cats (name TEXT)"));
    }
    EXPECT_EQ(openCurrent(DatabaseUrl::file(path("other.sqlite")), OpenMode::Write, around()).error().kind,
              ErrorKind::Malformed);
    QFile text(path("text.sqlite"));
    ASSERT_TRUE(text.open(QIODevice::WriteOnly));
    text.write(QByteArray(5000, 'a'));
    text.close();
    EXPECT_EQ(openCurrent(DatabaseUrl::file(path("text.sqlite")), OpenMode::Write, around()).error().kind,
              ErrorKind::Damaged);
}

TEST_P(FileDay, ASecondWriterIsBusyUntilTheFirstIsGone) {
    int ready[2];
    ASSERT_EQ(pipe(ready), 0);
    const pid_t child = childDoing([&] {
        const auto lock = WorkspaceLock::take(m_folder.path(), m_clock);
        [[maybe_unused]] const ssize_t told = write(ready[1], lock ? "y" : "n", 1);
        pause();
    });
    char held = 0;
    ASSERT_EQ(read(ready[0], &held, 1), 1);
    EXPECT_EQ(held, 'y');
    const auto second = WorkspaceLock::take(m_folder.path(), m_clock);
    ASSERT_FALSE(second.isOk());
    EXPECT_EQ(second.error().kind, ErrorKind::Busy);
    EXPECT_TRUE(second.error().detail.contains(QString::number(child)));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(ready[0]);
    close(ready[1]);
    KITH_EXPECT_GOOD(WorkspaceLock::take(m_folder.path(), m_clock));
}

TEST_P(FileDay, ABackupComesBackAndTheOldDatabaseStaysAside) {
    add({.id = QStringLiteral("a")});
    qint64 told = 0;
    KITH_ASSERT_GOOD(backup(db(), path("kept.backup"), [&](qint64, qint64) { return ++told > 0; }));
    EXPECT_GT(told, 0);
    EXPECT_EQ(backupVersion(path("kept.backup"), around()).value(), latestVersion());
    add({.id = QStringLiteral("b"), .subject = QStringLiteral("later")});
    m_database.reset();
    const auto aside = restore(path("kept.backup"), m_url, around());
    KITH_ASSERT_GOOD(aside);
    auto old = openCurrent(DatabaseUrl::file(*aside), OpenMode::Write, around());
    KITH_ASSERT_GOOD(old);
    EXPECT_EQ(MessageStore(**old).counts()->messages, 2);
    reopen();
    EXPECT_EQ(MessageStore(db()).counts()->messages, 1);
    EXPECT_TRUE(check(db())->healthy());
}

TEST_P(FileDay, WhatIsNoBackupChangesNothing) {
    add({.id = QStringLiteral("a")});
    QFile text(path("text.backup"));
    ASSERT_TRUE(text.open(QIODevice::WriteOnly));
    text.write("no database at all, but long enough to be looked at");
    text.close();
    m_database.reset();
    EXPECT_FALSE(restore(path("text.backup"), m_url, around()).isOk());
    EXPECT_FALSE(restore(path("missing.backup"), m_url, around()).isOk());
    reopen();
    EXPECT_EQ(MessageStore(db()).counts()->messages, 1);
    EXPECT_EQ(backup(db(), path("kept.backup"), [](qint64, qint64) { return false; }).error().kind,
              ErrorKind::Cancelled);
    EXPECT_FALSE(QFile::exists(path("kept.backup")));
    EXPECT_FALSE(backup(db(), path("no/such/folder/kept.backup")).isOk());
}

INSTANTIATE_TEST_SUITE_P(File, FileDay, ::testing::Values(Dialect::Sqlite));

}  // namespace
