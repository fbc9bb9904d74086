// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Thousands of random histories; a seed that fails prints and replays with KITH_SEED=n.
#include "tests/support/postgres_server.h"
#include "tests/unit/sync/fake_world.h"
#include "tests/unit/sync/sync_model.h"

#include <gtest/gtest.h>

namespace {

using kith::testing::FakeWorld;
using kith::testing::SyncModel;

#ifdef NDEBUG
constexpr int kHistories = 2500;
#else
constexpr int kHistories = 100;
#endif

int number(const char* variable, int otherwise) {
    bool given = false;
    const int value = qEnvironmentVariableIntValue(variable, &given);
    return given ? value : otherwise;
}

void expectAgreement(SyncModel& model, quint32 seed) {
    const QStringList wrong = model.run(seed);
    EXPECT_TRUE(wrong.isEmpty()) << "KITH_SEED=" << seed << "\n" << qPrintable(wrong.join(QLatin1Char('\n')));
}

TEST(SyncModel, BothSidesAgreeAfterEveryHistory) {
    FakeWorld world;
    SyncModel model(world);
    if (qEnvironmentVariableIsSet("KITH_SEED")) {
        return expectAgreement(model, quint32(number("KITH_SEED", 0)));
    }
    const int histories = number("KITH_HISTORIES", kHistories);
    const int first = number("KITH_SHARD", 0) * histories;
    int failures = 0;
    for (int seed = first; seed < first + histories && failures < 5; ++seed) {
        expectAgreement(model, quint32(seed));
        failures += ::testing::Test::HasFailure() ? 1 : 0;
    }
    ::testing::Test::RecordProperty("requests", int(model.requests()));
    ::testing::Test::RecordProperty("cycles", int(model.cycles()));
}

TEST(SyncModel, SeedsThatFailedOnceHold) {
    FakeWorld world;
    SyncModel model(world);
    // A renamed Kith/Snoozed; a label that was gone before its name was known; labels that differ by case; an answer
    // that came after its label had gone; a label asked for in other letters; one made between two listings;
    // names that moved on in a row.
    for (const quint32 seed : {28u, 47u, 158u, 1573u, 2536u, 2621u, 5305u, 6435u}) {
        expectAgreement(model, seed);
    }
}

TEST(SyncModel, BothSidesAgreeOnPostgres) {
    auto* server = kith::testing::PostgresServer::shared();
    if (server == nullptr) {
        GTEST_SKIP() << qPrintable(kith::testing::PostgresServer::whyNot());
    }
    if (number("KITH_SHARD", 0) > 0) {
        GTEST_SKIP() << "the first shard does this";
    }
    FakeWorld world;
    SyncModel model(world, server->makeDatabase());
    for (quint32 seed = 900'000; seed < 900'020; ++seed) {
        expectAgreement(model, seed);
    }
}

}  // namespace
