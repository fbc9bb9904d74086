// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/log.h"

#include <gtest/gtest.h>

using namespace kith;

TEST(Log, MasksTokensAndAddresses) {
    const QString line = log::masked(QStringLiteral("Bearer ya29.abcdef to ana@example.com token=s3cr3tvalue"));
    EXPECT_FALSE(line.contains(QStringLiteral("ya29")));
    EXPECT_FALSE(line.contains(QStringLiteral("ana@")));
    EXPECT_FALSE(line.contains(QStringLiteral("s3cr3t")));
}
