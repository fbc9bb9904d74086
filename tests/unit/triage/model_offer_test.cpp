// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A name that the service does not know, and what was probably meant.
#include "core/triage/model_offer.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::triage;

namespace {

const QStringList kOffered{QStringLiteral("NousResearch/Hermes-3-Llama-3.1-405B"),
                           QStringLiteral("NousResearch/Hermes-3-Llama-3.1-70B"), QStringLiteral("example/small"),
                           QStringLiteral("example/large")};

}  // namespace

TEST(ModelOffers, AMistypedNameFindsItsNeighbours) {
    EXPECT_EQ(nearNames(QStringLiteral("NousResearch/Hermes-3-Llama-3.1-405b"), kOffered).value(0), kOffered[0]);
    EXPECT_EQ(nearNames(QStringLiteral("hermes-3-llama-3.1-70"), kOffered).value(0), kOffered[1]);
    EXPECT_EQ(nearNames(QStringLiteral("example/smal"), kOffered).value(0), kOffered[2]);
    EXPECT_EQ(nearNames(QStringLiteral("Hermes"), kOffered, 2).size(), 2);
    EXPECT_TRUE(nearNames(QStringLiteral("zzzz/qqqqqqqqqqqqq"), kOffered).isEmpty());
}

TEST(ModelOffers, AnUnknownModelIsNamedWithThem) {
    std::vector<ModelOffer> offers;
    for (const QString& id : kOffered) {
        offers.push_back({id});
    }
    EXPECT_TRUE(offerNamed(kOffered[0], offers));
    const auto unknown = offerNamed(QStringLiteral("example/smol"), offers);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().kind, ErrorKind::NotFound);
    EXPECT_TRUE(unknown.error().detail.contains(QStringLiteral("example/smol")));
    EXPECT_TRUE(unknown.error().hint.contains(QStringLiteral("example/small")));
    EXPECT_FALSE(offerNamed(QString(), offers));
}
