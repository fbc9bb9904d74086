// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// When corrections become a suggested rule, and when they do not.
#include "core/triage/rule_suggester.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::triage;

namespace {

Correction from(const char* sender, Priority assigned, Priority suggested) {
    Correction correction;
    correction.sender = QString::fromLatin1(sender);
    correction.domain = correction.sender.section(QLatin1Char('@'), 1);
    correction.assigned = assigned;
    correction.suggested = suggested;
    return correction;
}

std::vector<Correction> times(int count, const Correction& one) {
    return std::vector<Correction>(static_cast<size_t>(count), one);
}

std::vector<Correction> operator+(std::vector<Correction> a, const std::vector<Correction>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

const Correction kAgreed = from("x@other.example", Priority::Low, Priority::Low);

}  // namespace

TEST(SuggestingRules, ThreeCorrectionsOfASenderAmongFiveEntriesAreASuggestion) {
    const auto made =
        suggestRules(times(3, from("ana@firm.example", Priority::High, Priority::Low)) + times(2, kAgreed), {});
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made.front().rule.fields, QStringList{QStringLiteral("sender")});
    EXPECT_EQ(made.front().rule.keywords, QStringList{QStringLiteral("ana@firm.example")});
    EXPECT_EQ(made.front().rule.minPriority, Priority::High);
    EXPECT_FALSE(made.front().rule.maxPriority);
    EXPECT_EQ(made.front().support, 3);
}

TEST(SuggestingRules, FewEntriesOrFewDisagreementsSuggestNothing) {
    EXPECT_TRUE(suggestRules(times(4, from("ana@firm.example", Priority::High, Priority::Low)), {}).empty());
    EXPECT_TRUE(suggestRules(times(2, from("ana@firm.example", Priority::High, Priority::Low)) + times(9, kAgreed), {})
                    .empty());
    EXPECT_TRUE(suggestRules(times(9, from("ana@firm.example", Priority::High, Priority::High)), {}).empty());
}

TEST(SuggestingRules, CorrectionsThatContradictEachOtherDoNotAddUp) {
    EXPECT_TRUE(suggestRules(times(2, from("ana@firm.example", Priority::High, Priority::Low)) +
                                 times(2, from("ana@firm.example", Priority::VeryLow, Priority::Low)) +
                                 times(2, kAgreed),
                             {})
                    .empty());
}

TEST(SuggestingRules, SeveralPeopleOfAFirmMakeItsDomainTheGround) {
    const auto made = suggestRules(times(2, from("ana@firm.example", Priority::Critical, Priority::Low)) +
                                       times(2, from("bo@firm.example", Priority::High, Priority::Low)) +
                                       times(1, from("cy@firm.example", Priority::High, Priority::Medium)),
                                   {});
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made.front().rule.fields, QStringList{QStringLiteral("domain")});
    EXPECT_EQ(made.front().priority, Priority::High) << "the median of what was said";
    EXPECT_EQ(made.front().support, 5);
}

TEST(SuggestingRules, ADomainThatEverybodyHasIsNoGround) {
    EXPECT_TRUE(suggestRules(times(2, from("ana@gmail.com", Priority::High, Priority::Low)) +
                                 times(2, from("bo@gmail.com", Priority::High, Priority::Low)) +
                                 times(1, from("cy@gmail.com", Priority::High, Priority::Low)),
                             {})
                    .empty());
}

TEST(SuggestingRules, WhatARuleSaysAlreadyIsNotSaidAgain) {
    Preferences preferences;
    PreferenceRule rule;
    rule.keywords = {QStringLiteral("Ana@Firm.example")};
    rule.minPriority = Priority::High;
    preferences.rules.push_back(rule);
    EXPECT_TRUE(suggestRules(times(5, from("ana@firm.example", Priority::High, Priority::Low)), preferences).empty());
    EXPECT_FALSE(
        suggestRules(times(5, from("ana@firm.example", Priority::VeryLow, Priority::Medium)), preferences).empty())
        << "the other direction is another matter";
}

TEST(SuggestingRules, AWishToUnsubscribeCapsAtMedium) {
    Correction loud = from("news@shop.example", Priority::Critical, Priority::High);
    loud.comment = QStringLiteral("Please UNSUBSCRIBE me");
    const auto made = suggestRules(times(5, loud), {});
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made.front().rule.maxPriority, Priority::Medium);
    EXPECT_FALSE(made.front().rule.minPriority);
}

TEST(SuggestingRules, TopicsAndSourcesCountToo) {
    std::vector<Correction> corrections;
    for (const char* sender : {"a@a.example", "b@b.example", "c@c.example", "d@d.example", "e@e.example"}) {
        corrections.push_back(from(sender, Priority::Critical, Priority::Medium));
        corrections.back().topics = {QStringLiteral("Renewal"), QStringLiteral("renewal")};
    }
    const auto made = suggestRules(corrections, {});
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made.front().rule.fields, QStringList{QStringLiteral("topics")});
    EXPECT_EQ(made.front().rule.keywords, QStringList{QStringLiteral("renewal")});
    EXPECT_EQ(made.front().support, 5) << "naming it twice in one entry is one voice";
}

TEST(WeightSuggester, NamesALeaningThatIsNotAboutOneSender) {
    std::vector<Correction> corrections;
    for (int i = 0; i < 6; ++i) {
        Correction one;
        one.assigned = Priority::High;
        one.suggested = Priority::Low;
        one.sender = QStringLiteral("p%1@firm.example").arg(i);
        corrections.push_back(one);
    }
    const auto leaning = suggestWeight(corrections);
    ASSERT_TRUE(leaning.has_value());
    EXPECT_TRUE(leaning->raised);
    EXPECT_EQ(leaning->support, 6);
    EXPECT_EQ(leaning->priority, Priority::High);
    for (int i = 0; i < 3; ++i) {
        std::swap(corrections[static_cast<size_t>(i)].assigned, corrections[static_cast<size_t>(i)].suggested);
    }
    EXPECT_FALSE(suggestWeight(corrections)) << "both ways";
    for (Correction& one : corrections) {
        one.assigned = Priority::High;
        one.suggested = Priority::Low;
        one.sender = QStringLiteral("p@firm.example");
    }
    EXPECT_FALSE(suggestWeight(corrections)) << "a rule says that better";
}
