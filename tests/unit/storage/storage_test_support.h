// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the storage stories start from: a clock that stands still, a fresh database in both dialects, invented letters.
#pragma once

#include "core/storage/import_store.h"
#include "core/storage/inbox_store.h"
#include "core/storage/message_store.h"
#include "core/storage/migrations.h"
#include "core/storage/owner_store.h"
#include "core/storage/transaction.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kith::testing {

class StandingClock final : public Clock {
public:
    Millis now() const override { return m_now; }
    bool wait(Millis duration, std::stop_token stop) override {
        m_now += duration;
        return !stop.stop_requested();
    }
    void advance(Millis by) { m_now += by; }

private:
    Millis m_now{1'780'000'000'000};
};

struct LetterWords {
    QString id{};
    QString from{QStringLiteral("ada@north.example")};
    QString to{QStringLiteral("me@home.example")};
    QString subject{QStringLiteral("Plans")};
    QString text{QStringLiteral("Shall we meet on Friday?")};
    qint64 second{1'700'000'000};
    QStringList references{};
    bool list{false};
};

Letter letterOf(const LetterWords& words);

class StorageTest : public ::testing::TestWithParam<storage::Dialect> {
protected:
    void SetUp() override;
    storage::Database& db() { return *m_database; }
    storage::Surroundings around() { return {m_clock, m_ids}; }
    void reopen();
    /// Stores one letter in its own transaction, in the inbox.
    storage::AddOutcome add(const LetterWords& words, const QStringList& labels = {QStringLiteral("INBOX")});
    storage::AddOutcome addFor(ImportId import, const LetterWords& words);
    /// Every table that a user's deeds can change, as sorted text.
    QByteArray dump();

    StandingClock m_clock;
    storage::TimeIdSource m_ids{m_clock, 7};
    QTemporaryDir m_folder;
    storage::DatabaseUrl m_url;
    std::unique_ptr<storage::Database> m_database;
};

QByteArray failureText(const Error& error);

}  // namespace kith::testing

#define KITH_EXPECT_GOOD(result)                                                                                       \
    EXPECT_TRUE((result).isOk()) << kith::testing::failureText((result).error()).constData()
#define KITH_ASSERT_GOOD(result)                                                                                       \
    ASSERT_TRUE((result).isOk()) << kith::testing::failureText((result).error()).constData()
#define KITH_BOTH_DIALECTS(suite)                                                                                      \
    INSTANTIATE_TEST_SUITE_P(                                                                                          \
        Both, suite, ::testing::Values(kith::storage::Dialect::Sqlite, kith::storage::Dialect::Postgres),              \
        [](const auto& one) {                                                                                          \
            return one.param == kith::storage::Dialect::Sqlite ? std::string("Sqlite") : std::string("Postgres");      \
        })
