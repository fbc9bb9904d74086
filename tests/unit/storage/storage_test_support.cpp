// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/unit/storage/storage_test_support.h"

#include "tests/support/postgres_server.h"
#include "tests/support/table_dump.h"

namespace kith::testing {

QByteArray failureText(const Error& error) {
    return error.detail.toUtf8();
}

Letter letterOf(const LetterWords& words) {
    Letter letter;
    letter.subject = words.subject;
    letter.from = {{QString(), words.from}};
    for (const QString& address : words.to.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        letter.to.push_back({QString(), address});
    }
    letter.date = MailDate{std::chrono::seconds{words.second}, {}, MailDate::Origin::DateHeader};
    letter.rfc822MessageId = words.id;
    letter.references = words.references;
    letter.text = words.text;
    letter.bulk.listId = words.list ? QStringLiteral("news.example") : QString();
    return letter;
}

void StorageTest::SetUp() {
    if (GetParam() == storage::Dialect::Sqlite) {
        m_url = storage::DatabaseUrl::workspace(m_folder.path());
    } else {
        PostgresServer* server = PostgresServer::shared();
        if (!server) {
            GTEST_SKIP() << qPrintable(PostgresServer::whyNot());
        }
        static const QString pattern = [&] {
            const QString words = server->makeDatabase();
            StandingClock clock;
            storage::TimeIdSource ids(clock, 1);
            const auto made =
                storage::openCurrent({storage::Dialect::Postgres, words}, storage::OpenMode::Create, {clock, ids});
            return made ? PostgresServer::nameIn(words) : QString();
        }();
        m_url = {storage::Dialect::Postgres, server->makeDatabase(pattern)};
    }
    reopen();
}

void StorageTest::reopen() {
    m_database.reset();
    auto opened = storage::openCurrent(m_url, storage::OpenMode::Create, around());
    KITH_ASSERT_GOOD(opened);
    m_database = std::move(*opened);
}

storage::AddOutcome StorageTest::addFor(ImportId import, const LetterWords& words) {
    const Letter letter = letterOf(words);
    storage::MessageStore store(db());
    storage::Transaction transaction(db());
    storage::IncomingMessage incoming{.letter = letter,
                                      .raw = QByteArray("Subject: raw\r\n\r\n") + words.text.toUtf8()};
    incoming.import = import;
    incoming.unread = true;
    incoming.labels = {QStringLiteral("INBOX")};
    const auto added = store.add(incoming);
    EXPECT_TRUE(added.isOk()) << failureText(added ? Error{} : added.error()).constData();
    EXPECT_TRUE(store.settle().isOk());
    EXPECT_TRUE(transaction.commit().isOk());
    return added ? *added : storage::AddOutcome{};
}

storage::AddOutcome StorageTest::add(const LetterWords& words, const QStringList& labels) {
    const Letter letter = letterOf(words);
    storage::MessageStore store(db());
    storage::Transaction transaction(db());
    storage::IncomingMessage incoming{.letter = letter,
                                      .raw = QByteArray("Subject: raw\r\n\r\n") + words.text.toUtf8()};
    incoming.fromOwner = words.from == QLatin1String("me@home.example");
    incoming.unread = !incoming.fromOwner;
    incoming.ownerAsks = incoming.fromOwner && words.text.contains(QLatin1Char('?'));
    incoming.labels = labels;
    incoming.snippet = words.text.left(80);
    const auto added = store.add(incoming);
    EXPECT_TRUE(added.isOk()) << failureText(added ? Error{} : added.error()).constData();
    EXPECT_TRUE(store.settle().isOk());
    EXPECT_TRUE(transaction.commit().isOk());
    return added ? *added : storage::AddOutcome{};
}

QByteArray StorageTest::dump() {
    return testing::tableDump(db(), {"messages", "message_labels", "threads", "feedback", "decisions", "settings"});
}

}  // namespace kith::testing
