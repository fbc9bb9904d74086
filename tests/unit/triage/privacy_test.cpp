// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How much of which message may leave: by account, domain and label, the strictest word wins.
#include "core/triage/privacy.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::triage;

namespace {

Message from(const char* address) {
    Message message;
    message.from.address = QString::fromUtf8(address);
    message.to = {{QStringLiteral("Mara"), QStringLiteral("mara@fjordlight.example")}};
    message.labels = {QStringLiteral("INBOX"), QStringLiteral("Board")};
    return message;
}

PrivacyRule ruleNamed(const char* name, PrivacyLevel level) {
    const auto rule = privacyRuleNamed(QString::fromUtf8(name), level);
    EXPECT_TRUE(rule) << name;
    return rule ? *rule : PrivacyRule{};
}

}  // namespace

TEST(Privacy, EverythingIsOpenUntilARuleSaysOtherwise) {
    EXPECT_EQ(privacyOf({}, from("ana@law.example"), {}), PrivacyLevel::Full);
    const std::vector<PrivacyRule> closed{ruleNamed("everything", PrivacyLevel::LocalOnly)};
    EXPECT_EQ(privacyOf(closed, from("ana@law.example"), {}), PrivacyLevel::LocalOnly);
}

TEST(Privacy, ADomainSpeaksForItsSubdomainsAndForWhoeverGotTheMail) {
    const std::vector<PrivacyRule> rules{ruleNamed("domain:@LAW.example", PrivacyLevel::LocalOnly)};
    EXPECT_EQ(privacyOf(rules, from("ana@law.example"), {}), PrivacyLevel::LocalOnly);
    EXPECT_EQ(privacyOf(rules, from("ana@mail.law.example"), {}), PrivacyLevel::LocalOnly);
    EXPECT_EQ(privacyOf(rules, from("ana@outlaw.example"), {}), PrivacyLevel::Full);
    Message copied = from("ben@firm.example");
    copied.cc = {{QString(), QStringLiteral("ana@law.example")}};
    EXPECT_EQ(privacyOf(rules, copied, {}), PrivacyLevel::LocalOnly);
}

TEST(Privacy, WhatNamesTheMessageCountsBeforeEverythingAndTheStrictestWins) {
    std::vector<PrivacyRule> rules{ruleNamed("everything", PrivacyLevel::LocalOnly),
                                   ruleNamed("domain:firm.example", PrivacyLevel::Full)};
    EXPECT_EQ(privacyOf(rules, from("ben@firm.example"), {}), PrivacyLevel::Full);
    setPrivacyRule(rules, ruleNamed("label:board", PrivacyLevel::Redacted));
    EXPECT_EQ(privacyOf(rules, from("ben@firm.example"), {}), PrivacyLevel::Redacted);
    setPrivacyRule(rules, ruleNamed("account:mara@fjordlight.example", PrivacyLevel::LocalOnly));
    EXPECT_EQ(privacyOf(rules, from("ben@firm.example"), QStringLiteral("Mara@fjordlight.example")),
              PrivacyLevel::LocalOnly);
    EXPECT_EQ(privacyOf(rules, from("ben@firm.example"), QStringLiteral("other@fjordlight.example")),
              PrivacyLevel::Redacted);
}

TEST(Privacy, OneRuleForEachNameAndTheWayThroughJson) {
    std::vector<PrivacyRule> rules;
    setPrivacyRule(rules, ruleNamed("domain:law.example", PrivacyLevel::Redacted));
    setPrivacyRule(rules, ruleNamed("domain:Law.example", PrivacyLevel::LocalOnly));
    setPrivacyRule(rules, ruleNamed("label:Board: secret", PrivacyLevel::Full));
    ASSERT_EQ(rules.size(), 2u);
    EXPECT_EQ(rules.front().level, PrivacyLevel::LocalOnly);
    const auto back = privacyRulesFromJson(toJson(rules));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, rules);
}

TEST(Privacy, NamesThatMeanNothingAreRefused) {
    for (const char* name : {"", "nobody", "domain:", "domain:a b", "account:mara", "label:", "everything:x"}) {
        const auto rule = privacyRuleNamed(QString::fromUtf8(name), PrivacyLevel::Full);
        ASSERT_FALSE(rule) << name;
        EXPECT_EQ(rule.error().kind, ErrorKind::Malformed);
        EXPECT_FALSE(rule.error().hint.isEmpty());
    }
}
