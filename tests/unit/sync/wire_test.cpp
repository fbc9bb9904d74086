// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Random histories over the wire: the real Gmail client against the emulator. KITH_SEED=n replays one.
#include "tests/unit/sync/sync_model.h"
#include "tests/unit/sync/wire_world.h"

#include <gtest/gtest.h>

namespace {

using kith::testing::SyncModel;
using kith::testing::WireWorld;

#ifdef NDEBUG
constexpr int kWireHistories = 3000;
#else
constexpr int kWireHistories = 40;
#endif
constexpr int kMostRequestsOfACycle = 1000;

int wireNumber(const char* variable, int otherwise) {
    bool given = false;
    const int value = qEnvironmentVariableIntValue(variable, &given);
    return given ? value : otherwise;
}

bool expectWireAgreement(SyncModel& model, quint32 seed) {
    const QStringList wrong = model.run(seed);
    EXPECT_TRUE(wrong.isEmpty()) << "KITH_SEED=" << seed << "\n" << qPrintable(wrong.join(QLatin1Char('\n')));
    return wrong.isEmpty();
}

TEST(SyncWire, BothSidesAgreeAfterEveryHistory) {
    WireWorld world;
    SyncModel model(world);
    if (qEnvironmentVariableIsSet("KITH_SEED")) {
        expectWireAgreement(model, quint32(wireNumber("KITH_SEED", 0)));
        return;
    }
    const int histories = wireNumber("KITH_HISTORIES", kWireHistories);
    const int first = wireNumber("KITH_SHARD", 0) * histories;
    int failures = 0;
    for (int seed = first; seed < first + histories && failures < 5; ++seed) {
        failures += expectWireAgreement(model, quint32(seed)) ? 0 : 1;
    }
    EXPECT_LT(model.mostRequests(), kMostRequestsOfACycle);
    ::testing::Test::RecordProperty("requests", int(model.requests()));
    ::testing::Test::RecordProperty("cycles", int(model.cycles()));
    ::testing::Test::RecordProperty("most_requests", int(model.mostRequests()));
    for (auto kind = world.struck().begin(); kind != world.struck().end(); ++kind) {
        ::testing::Test::RecordProperty(qPrintable(kind.key()), *kind);
    }
}

TEST(SyncWire, SeedsThatFailedOnceHold) {
    WireWorld world;
    SyncModel model(world);
    // A label that was deleted while both sides were compared by it: Gmail says 400 there, for ever.
    for (const quint32 seed : {48u, 310u, 462u}) {
        expectWireAgreement(model, seed);
    }
}

}  // namespace
