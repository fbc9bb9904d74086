// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A contact book in a workspace of either database.
#pragma once

#include "core/service/contact_book.h"
#include "tests/support/fake_clock.h"
#include "tests/support/postgres_server.h"
#include "tests/support/table_dump.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>

namespace kith::testing {

#define KITH_GOOD(result) ASSERT_TRUE((result).isOk()) << qPrintable((result).error().detail)

class ContactHouse : public ::testing::TestWithParam<storage::Dialect> {
protected:
    void SetUp() override {
        service::CellarOptions options{
            folder.filePath(QStringLiteral("workspace")), {}, service::CellarMode::Write, nullptr};
        if (GetParam() == storage::Dialect::Postgres) {
            PostgresServer* server = PostgresServer::shared();
            if (!server) {
                GTEST_SKIP() << qPrintable(PostgresServer::whyNot());
            }
            const QString words = server->makeDatabase();
            const QString host = words.section(QStringLiteral("host="), 1).section(QLatin1Char(' '), 0, 0);
            const QString user = words.section(QStringLiteral("user="), 1).section(QLatin1Char(' '), 0, 0);
            options.database =
                QStringLiteral("postgresql:///%1?host=%2&user=%3").arg(PostgresServer::nameIn(words), host, user);
        }
        auto opened = service::Cellar::open(options, clock);
        KITH_GOOD(opened);
        cellar = std::move(*opened);
        book = std::make_unique<service::ContactBook>(*cellar);
    }

    storage::ChangeInfo info(const char* kind = "contact.changed") {
        return {QString::fromLatin1(kind), QStringLiteral("user"), {}, {}, {}, {}, true};
    }
    template <class Work>
    ChangeId change(Work work) {
        storage::ChangeWriter writer(*cellar->database, info());
        work(writer);
        const auto done = writer.commit();
        EXPECT_TRUE(done.isOk()) << (done ? "" : qPrintable(done.error().detail));
        return done ? *done : ChangeId{};
    }
    ContactId person(const char* name, const char* address) {
        ContactId id;
        change([&](storage::ChangeWriter& writer) {
            const std::vector<storage::Identity> known{{QStringLiteral("email"), QString::fromUtf8(address)}};
            const auto ensured = book->ensure(writer, QString::fromUtf8(name), known);
            EXPECT_TRUE(ensured.isOk());
            id = ensured->id;
            EXPECT_TRUE(book->observe(writer, id, {said("name", name, "header")}).isOk());
        });
        return id;
    }
    static storage::Observation said(const char* field, const char* value, const char* source, const char* ref = "") {
        storage::Observation one;
        one.field = QString::fromLatin1(field);
        one.value = QString::fromUtf8(value);
        one.source = QString::fromLatin1(source);
        one.sourceRef = QString::fromLatin1(ref);
        one.confidence = 0.95;
        return one;
    }
    service::ObserveCounts observe(ContactId id, std::vector<storage::Observation> observations,
                                   service::Completeness completeness = service::Completeness::Some) {
        service::ObserveCounts counts;
        change([&](storage::ChangeWriter& writer) {
            const auto done = book->observe(writer, id, std::move(observations), completeness);
            EXPECT_TRUE(done.isOk()) << (done ? "" : qPrintable(done.error().detail));
            counts = done ? *done : counts;
        });
        return counts;
    }
    service::ContactCard card(ContactId id) {
        auto made = book->card(id);
        EXPECT_TRUE(made.isOk()) << (made ? "" : qPrintable(made.error().detail));
        return made ? *made : service::ContactCard{};
    }
    /// Every row that says who people are and what the lists show of them.
    QByteArray dump() {
        EXPECT_TRUE(book->refresh().isOk());
        return tableDump(*cellar->database, {"contacts", "identities", "observations", "contact_merges",
                                             "contact_values", "contact_index"});
    }

    QTemporaryDir folder;
    FakeClock clock;
    std::unique_ptr<service::Cellar> cellar;
    std::unique_ptr<service::ContactBook> book;
};

}  // namespace kith::testing

#define KITH_BOTH_DATABASES(suite)                                                                                     \
    INSTANTIATE_TEST_SUITE_P(                                                                                          \
        Both, suite, ::testing::Values(kith::storage::Dialect::Sqlite, kith::storage::Dialect::Postgres),              \
        [](const auto& one) {                                                                                          \
            return one.param == kith::storage::Dialect::Sqlite ? std::string("Sqlite") : std::string("Postgres");      \
        })
