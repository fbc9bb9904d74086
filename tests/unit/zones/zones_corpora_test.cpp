// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How well the shipped weights find zones in mails that people labelled. The floors lie a little below what was measured.
#include "app/train/zone_trainer.h"

#include <QFile>

#include <gtest/gtest.h>

using namespace kith;

namespace {

train::ZoneScore scoreOf(const QString& set) {
    const QString archive = qEnvironmentVariable("KITH_CORPORA") + QStringLiteral("/sig-quagga/quagga.tar.xz");
    const auto examples = train::readQuagga(archive, set);
    return examples ? train::scoreZones(*examples, mail::shippedZoneWeights()) : train::ZoneScore{};
}

bool corporaAreHere() {
    return QFile::exists(qEnvironmentVariable("KITH_CORPORA") + QStringLiteral("/sig-quagga/quagga.tar.xz"));
}

TEST(ZonesOnPublicSets, EnronHeadersAndFiveZones) {
    if (!corporaAreHere()) {
        GTEST_SKIP() << "the sets are not here";
    }
    const train::ZoneScore score = scoreOf(QStringLiteral("Enron"));
    EXPECT_GE(score.twoZones(), 0.985);
    EXPECT_GE(score.fiveZones(), 0.94);
}

TEST(ZonesOnPublicSets, ListMailHeadersAndFiveZones) {
    if (!corporaAreHere()) {
        GTEST_SKIP() << "the sets are not here";
    }
    const train::ZoneScore score = scoreOf(QStringLiteral("ASF"));
    EXPECT_GE(score.twoZones(), 0.99);
    EXPECT_GE(score.fiveZones(), 0.94);
}

}  // namespace
