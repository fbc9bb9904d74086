// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stories of how a database comes to its present form.
#include "tests/unit/storage/storage_test_support.h"

#include "core/storage/search_store.h"
#include "tests/support/postgres_server.h"

using namespace kith;
using namespace kith::storage;

namespace {

class Migrations : public kith::testing::StorageTest {
protected:
    void SetUp() override {
        if (GetParam() == Dialect::Sqlite) {
            m_url = DatabaseUrl::workspace(m_folder.path());
        } else if (auto* server = kith::testing::PostgresServer::shared()) {
            m_url = {Dialect::Postgres, server->makeDatabase()};
        } else {
            GTEST_SKIP() << qPrintable(kith::testing::PostgresServer::whyNot());
        }
        auto opened = Database::open(m_url, OpenMode::Create, around());
        KITH_ASSERT_GOOD(opened);
        m_database = std::move(*opened);
    }
    std::vector<Migration> upTo(int version) {
        std::vector<Migration> some = shippedMigrations(GetParam());
        some.resize(size_t(version));
        return some;
    }
    void writeOldMessage() {
        KITH_ASSERT_GOOD(db().run("INSERT INTO threads (id, message_count) VALUES (5, 1)"));
        KITH_ASSERT_GOOD(db().run(
            "INSERT INTO messages (id, thread_id, rfc822_message_id, rfc822_key, dedupe, subject, subject_key, "
            "from_name, "
            "from_address, from_key, from_domain, date_ms, date_offset_min, snippet, size, attachment_count, has_html, "
            "from_owner) VALUES (5, 5, 'old@north.example', 1, 2, 'Harvest', 3, 'Ada', 'ada@north.example', "
            "'ada@north.example', 'north.example', 1000, 0, '', 10, 0, 0, 0)"));
        KITH_ASSERT_GOOD(db().run("INSERT INTO message_text (message_id, body, zones, text_is_from_html, in_reply_to, "
                                  "references_list) VALUES (5, ?, ?, 0, '', '')",
                                  QByteArray("the barley is in"), QByteArray("")));
    }
};

TEST_P(Migrations, EveryEarlierVersionUpgradesWithItsData) {
    const std::vector<Migration> shipped = shippedMigrations(GetParam());
    for (size_t known = 1; known <= shipped.size(); ++known) {
        const int version = shipped[known - 1].version;  // numbers may be left out
        SetUp();
        KITH_ASSERT_GOOD(migrate(db(), upTo(int(known))));
        writeOldMessage();
        if (version >= 3) {
            KITH_ASSERT_GOOD(SearchStore(db()).rebuild());
        }
        const auto report = migrate(db());
        KITH_ASSERT_GOOD(report);
        EXPECT_EQ(report->from, version);
        EXPECT_EQ(schemaVersion(db()).value(), latestVersion());
        const auto found = SearchStore(db()).find(QStringLiteral("barley"), 10);
        KITH_ASSERT_GOOD(found);
        EXPECT_EQ(*found, std::vector<MessageId>{MessageId{5}}) << "from version " << version;
        m_database.reset();
        if (GetParam() == Dialect::Sqlite) {
            QFile::remove(m_url.location);
        }
    }
}

TEST_P(Migrations, AFailedMigrationLeavesNothingBehind) {
    std::vector<Migration> broken = upTo(2);
    broken.push_back({3, QStringLiteral("broken"),
                      "CREATE TABLE half (a INTEGER); INSERT INTO half VALUES (1); SELECT nonsense FROM nowhere;"});
    const auto report = migrate(db(), broken);
    ASSERT_FALSE(report.isOk());
    EXPECT_EQ(schemaVersion(db()).value(), 2);
    EXPECT_FALSE(db().number("SELECT count(*) FROM half").isOk());
    KITH_EXPECT_GOOD(migrate(db()));
}

TEST_P(Migrations, ANewerDatabaseIsRefused) {
    KITH_ASSERT_GOOD(migrate(db()));
    KITH_ASSERT_GOOD(
        db().run("INSERT INTO schema_version (version, name, checksum, applied_at) VALUES (99, 'later', '', 0)"));
    const auto report = migrate(db());
    ASSERT_FALSE(report.isOk());
    EXPECT_EQ(report.error().kind, ErrorKind::TooNew);
    EXPECT_FALSE(report.error().hint.isEmpty());
    EXPECT_EQ(checkVersion(db()).error().kind, ErrorKind::TooNew);
}

TEST_P(Migrations, AMigrationThatWasEditedAfterwardsIsNoticed) {
    KITH_ASSERT_GOOD(migrate(db()));
    KITH_ASSERT_GOOD(db().run("UPDATE schema_version SET checksum = 'other' WHERE version = 1"));
    EXPECT_EQ(migrate(db()).error().kind, ErrorKind::Damaged);
}

KITH_BOTH_DIALECTS(Migrations);

}  // namespace
