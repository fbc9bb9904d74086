// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/rules.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::triage;

namespace {

PreferenceRule floorRule(RuleGroup group, const QString& keyword, Priority floor) {
    return {group, {}, {keyword}, {}, floor, {}, {}};
}

PreferenceRule capRule(RuleGroup group, const QString& keyword, Priority cap) {
    return {group, {}, {keyword}, {}, {}, cap, {}};
}

Priority applied(const std::vector<PreferenceRule>& rules, const QString& subject, Priority before) {
    RuleFields fields;
    fields.subject = subject;
    return RuleMatcher(Preferences{1, rules}).match(fields).applied(before);
}

}  // namespace

TEST(Rules, FloorsLiftAndCapsHoldDown) {
    const auto floor = floorRule(RuleGroup::HighPriority, QStringLiteral("invoice"), Priority::High);
    EXPECT_EQ(applied({floor}, QStringLiteral("Invoice 12"), Priority::Low), Priority::High);
    EXPECT_EQ(applied({floor}, QStringLiteral("Invoice 12"), Priority::Critical), Priority::Critical);
    const auto cap = capRule(RuleGroup::LowPriority, QStringLiteral("digest"), Priority::Low);
    EXPECT_EQ(applied({cap}, QStringLiteral("Your digest"), Priority::Critical), Priority::Low);
    EXPECT_EQ(applied({cap}, QStringLiteral("Your digest"), Priority::VeryLow), Priority::VeryLow);
}

TEST(Rules, OverrideBeatsHighBeatsLowBeatsNewsletter) {
    const QString word = QStringLiteral("report");
    struct Row {
        PreferenceRule stronger, weaker;
        Priority expected;
    };
    const std::vector<Row> table{
        {capRule(RuleGroup::Override, word, Priority::Low), floorRule(RuleGroup::HighPriority, word, Priority::High),
         Priority::Low},
        {floorRule(RuleGroup::HighPriority, word, Priority::High), capRule(RuleGroup::LowPriority, word, Priority::Low),
         Priority::High},
        {floorRule(RuleGroup::HighPriority, word, Priority::High),
         capRule(RuleGroup::Newsletter, word, Priority::VeryLow), Priority::High},
        {capRule(RuleGroup::LowPriority, word, Priority::Low), floorRule(RuleGroup::Newsletter, word, Priority::High),
         Priority::Low},
    };
    for (const Row& row : table) {
        for (const auto& rules : {std::vector{row.stronger, row.weaker}, std::vector{row.weaker, row.stronger}}) {
            EXPECT_EQ(applied(rules, QStringLiteral("The report"), Priority::Medium), row.expected);
        }
    }
}

TEST(Rules, MatchWholeWordsWhateverTheirCase) {
    const auto rule = floorRule(RuleGroup::Override, QStringLiteral("art"), Priority::Critical);
    EXPECT_EQ(applied({rule}, QStringLiteral("ART fair"), Priority::Low), Priority::Critical);
    EXPECT_EQ(applied({rule}, QStringLiteral("The party starts"), Priority::Low), Priority::Low);
    const auto phrase = floorRule(RuleGroup::Override, QStringLiteral("board meeting"), Priority::Critical);
    EXPECT_EQ(applied({phrase}, QStringLiteral("Re: Board  Meeting, June"), Priority::Low), Priority::Critical);
    EXPECT_EQ(applied({phrase}, QStringLiteral("Meeting of the board"), Priority::Low), Priority::Low);
}

TEST(Rules, LookOnlyAtTheFieldsTheyName) {
    PreferenceRule rule = floorRule(RuleGroup::Override, QStringLiteral("harbour.example"), Priority::High);
    rule.fields = {QStringLiteral("domain")};
    const RuleMatcher matcher(Preferences{1, {rule}});
    RuleFields fields;
    fields.subject = QStringLiteral("harbour.example is down");
    EXPECT_TRUE(matcher.match(fields).fired.empty());
    fields.domain = QStringLiteral("mail.harbour.example");
    const RuleOutcome outcome = matcher.match(fields);
    ASSERT_EQ(outcome.fired.size(), 1U);
    EXPECT_EQ(outcome.fired[0].label, QStringLiteral("override:harbour.example"));
    EXPECT_EQ(outcome.fired[0].field, QStringLiteral("domain"));
    EXPECT_EQ(outcome.deciding.size(), 1U);
}

TEST(Rules, AreSilentWithoutKeywords) {
    EXPECT_EQ(applied({floorRule(RuleGroup::Override, QStringLiteral("  "), Priority::Critical)}, QStringLiteral("x"),
                      Priority::Low),
              Priority::Low);
    EXPECT_TRUE(RuleMatcher(Preferences{}).isEmpty());
}
