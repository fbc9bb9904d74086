// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Linkage on the FEBRL sets, where they are at hand: at least what was measured when the method was chosen.
#include "tests/support/febrl.h"

#include <gtest/gtest.h>

using kith::testing::linkFebrl;

TEST(Febrl, LinksAtLeastAsWellAsWasMeasured) {
    const auto four = linkFebrl({QStringLiteral("d4a.csv.xz"), QStringLiteral("d4b.csv.xz")}, false);
    if (four.records == 0) {
        GTEST_SKIP() << "KITH_CORPORA does not hold linkage-febrl";
    }
    EXPECT_GE(four.f1, 0.9999 - 5e-5);
    EXPECT_GE(linkFebrl({QStringLiteral("d3.csv.xz")}, false).recall, 0.998);
    EXPECT_GE(linkFebrl({QStringLiteral("d4a.csv.xz"), QStringLiteral("d4b.csv.xz")}, true).f1, 0.992);
    const auto three = linkFebrl({QStringLiteral("d3.csv.xz")}, true);
    EXPECT_GE(three.recall, 0.9439);
    EXPECT_GE(three.closedF1, 0.994);
}
