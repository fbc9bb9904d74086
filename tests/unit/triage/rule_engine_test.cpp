// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Conditions on every field, with every operator, and the order in which rules are tried.
#include "core/triage/rule_engine.h"
#include "core/triage/rule_json.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::triage;

namespace {

RuleFacts invoiceFromBrightwater() {
    RuleFacts facts;
    facts.senderAddress = QStringLiteral("billing@brightwater.example");
    facts.senderName = QStringLiteral("Zoë Brightwater");
    facts.recipients = {QStringLiteral("me@home.example Me"), QStringLiteral("ana@harbour.example Ana Harbour")};
    facts.subject = QStringLiteral("Re: Crème-Brûlée invoice 4711");
    facts.body = QStringLiteral("Please find the invoice attached.\nDue on 12 May.");
    facts.labels = {QStringLiteral("INBOX"), QStringLiteral("Customers/Denmark")};
    facts.priority = Priority::High;
    facts.kinds = {QStringLiteral("pricing")};
    facts.attachmentCount = 1;
    facts.attachments = {QStringLiteral("invoice-4711.pdf")};
    facts.age = std::chrono::hours(24 * 3 + 5);
    facts.account = QStringLiteral("me@home.example");
    return facts;
}

Rule ruleWhen(const char* when, int position = 0) {
    const auto document = QJsonDocument::fromJson(when);
    auto condition = conditionFromJson(document.object(), QStringLiteral("when"));
    EXPECT_TRUE(condition) << when << (condition ? "" : qPrintable(condition.error().detail));
    Rule rule;
    rule.name = QStringLiteral("rule %1").arg(position);
    rule.position = position;
    rule.when = condition ? *condition : RuleCondition{};
    return rule;
}

bool holdsWhen(const char* when, const RuleFacts& facts = invoiceFromBrightwater()) {
    return RuleEngine({ruleWhen(when)}, RuleMode::All).holds(0, facts);
}

}  // namespace

TEST(RuleEngine, ContainsFindsWholeWordsInOrderWithoutCaseAndAccents) {
    EXPECT_TRUE(holdsWhen(R"({"field":"subject","op":"contains","value":"creme BRULEE"})"));
    EXPECT_FALSE(holdsWhen(R"({"field":"subject","op":"contains","value":"brulee creme"})"));
    EXPECT_FALSE(holdsWhen(R"({"field":"subject","op":"contains","value":"voice"})")) << "half a word is no word";
    EXPECT_TRUE(holdsWhen(R"({"field":"sender","op":"contains","value":"zoe"})"));
    EXPECT_TRUE(holdsWhen(R"({"field":"domain","op":"contains","values":["north","brightwater.example"]})"));
    EXPECT_TRUE(holdsWhen(R"({"field":"recipient","op":"contains","value":"Ana Harbour"})"));
    EXPECT_TRUE(holdsWhen(R"({"field":"body","op":"contains","value":"due on"})"));
    EXPECT_TRUE(holdsWhen(R"({"field":"label","op":"contains","value":"denmark"})"));
    EXPECT_TRUE(holdsWhen(R"({"field":"attachment","op":"contains","value":"pdf"})"));
}

TEST(RuleEngine, EqualsComparesAnAddressANameOrALabelAsAWhole) {
    EXPECT_TRUE(holdsWhen(R"({"field":"sender","op":"equals","value":"Billing@Brightwater.example"})"));
    EXPECT_TRUE(holdsWhen(R"({"field":"sender","op":"equals","value":"zoe brightwater"})"));
    EXPECT_FALSE(holdsWhen(R"({"field":"sender","op":"equals","value":"brightwater"})"));
    EXPECT_TRUE(holdsWhen(R"({"field":"recipient","op":"one_of","values":["x@y.example","ana@harbour.example"]})"));
    EXPECT_TRUE(holdsWhen(R"({"field":"domain","op":"equals","value":"brightwater.example"})"));
    EXPECT_TRUE(holdsWhen(R"({"field":"label","op":"equals","value":"customers/denmark"})"));
    EXPECT_TRUE(holdsWhen(R"({"field":"kind","op":"one_of","values":["demo","pricing"]})"));
    EXPECT_TRUE(holdsWhen(R"({"field":"account","op":"equals","value":"me@home.example"})"));
}

TEST(RuleEngine, NumbersAndFlagsAreComparedAsWhatTheyAre) {
    EXPECT_TRUE(holdsWhen(R"({"field":"priority","op":"at_least","value":3})"));
    EXPECT_FALSE(holdsWhen(R"({"field":"priority","op":"at_most","value":2})"));
    EXPECT_TRUE(holdsWhen(R"({"field":"priority","op":"one_of","values":[1,3]})"));
    EXPECT_TRUE(holdsWhen(R"({"field":"age","op":"at_least","value":3})"));
    EXPECT_FALSE(holdsWhen(R"({"field":"age","op":"at_least","value":4})"));
    EXPECT_TRUE(holdsWhen(R"({"field":"list","op":"is","value":false})"));
    EXPECT_TRUE(holdsWhen(R"({"field":"attachment","op":"is","value":true})"));
    RuleFacts undecided = invoiceFromBrightwater();
    undecided.priority.reset();
    EXPECT_FALSE(holdsWhen(R"({"field":"priority","op":"at_most","value":4})", undecided));
}

TEST(RuleEngine, AllAnyAndNotNest) {
    EXPECT_TRUE(holdsWhen(R"({"all":[{"field":"subject","op":"contains","value":"invoice"},
        {"not":{"any":[{"field":"list","op":"is","value":true},{"field":"sender","op":"contains","value":"ana"}]}}]})"));
    EXPECT_FALSE(holdsWhen(R"({"not":{"field":"attachment","op":"is","value":true}})"));
    EXPECT_TRUE(holdsWhen(
        R"({"any":[{"field":"age","op":"at_least","value":90},{"field":"kind","op":"equals","value":"pricing"}]})"));
}

TEST(RuleEngine, APatternFindsAnywhereAndWithoutCase) {
    EXPECT_TRUE(holdsWhen(R"({"field":"subject","op":"matches","value":"INVOICE \\d{4}$"})"));
    EXPECT_FALSE(holdsWhen(R"({"field":"subject","op":"matches","value":"^invoice"})"));
    EXPECT_TRUE(holdsWhen(R"({"field":"body","op":"matches","value":"due on \\d+ \\pL+"})"));
}

TEST(RuleEngine, APatternMadeToExplodeStaysLinear) {
    RuleFacts facts = invoiceFromBrightwater();
    facts.body = QString(150'000, QLatin1Char('a')) + QLatin1Char('!');
    EXPECT_FALSE(holdsWhen(R"({"field":"body","op":"matches","value":"^(a+)+$"})", facts));
    facts.body = QString(kPatternText, QLatin1Char('a')) + QLatin1Char('!');
    EXPECT_FALSE(holdsWhen(R"({"field":"body","op":"matches","value":"!"})", facts))
        << "what stands behind is not read";
}

TEST(RuleEngine, ABadPatternIsToldWithItsPlace) {
    const auto open = checkPattern(QStringLiteral("invoice (\\d+"));
    ASSERT_FALSE(open);
    EXPECT_EQ(open.error().kind, ErrorKind::Malformed);
    EXPECT_TRUE(open.error().detail.contains(QStringLiteral("at character"))) << qPrintable(open.error().detail);
    const auto behind = checkPattern(QStringLiteral("abc(?<=x)y"));
    ASSERT_FALSE(behind);
    EXPECT_TRUE(behind.error().detail.startsWith(QStringLiteral("at character 4:")))
        << qPrintable(behind.error().detail);
    EXPECT_FALSE(checkPattern(QString(kLongestPattern + 1, QLatin1Char('a'))));
    EXPECT_FALSE(checkPattern(QStringLiteral("((a{1000}){1000}){1000}"))) << "too large to compile is refused";
    EXPECT_TRUE(checkPattern(QStringLiteral("invoice [0-9]+")));
}

TEST(RuleEngine, RulesAreTriedByPlaceUntilOneStops) {
    std::vector<Rule> rules{ruleWhen(R"({"field":"subject","op":"contains","value":"invoice"})", 3),
                            ruleWhen(R"({"field":"list","op":"is","value":false})", 1),
                            ruleWhen(R"({"field":"list","op":"is","value":true})", 2)};
    const auto names = [](const RuleEngine& engine) {
        QStringList all;
        for (const size_t one : engine.matching(invoiceFromBrightwater())) {
            all << engine.rules()[one].name;
        }
        return all.join(QLatin1Char(','));
    };
    EXPECT_EQ(names(RuleEngine(rules, RuleMode::All)), QStringLiteral("rule 1,rule 3"));
    EXPECT_EQ(names(RuleEngine(rules, RuleMode::FirstMatch)), QStringLiteral("rule 1"));
    rules[1].stop = true;
    EXPECT_EQ(names(RuleEngine(rules, RuleMode::All)), QStringLiteral("rule 1"));
    rules[1].enabled = false;
    EXPECT_EQ(names(RuleEngine(rules, RuleMode::All)), QStringLiteral("rule 3"));
}

TEST(RuleEngine, SaysWhatItNeedsToRead) {
    EXPECT_FALSE(RuleEngine({ruleWhen(R"({"field":"attachment","op":"is","value":true})")}, RuleMode::All)
                     .needs()
                     .attachmentNames);
    const RuleEngine engine({ruleWhen(R"({"not":{"field":"body","op":"contains","value":"due"}})"),
                             ruleWhen(R"({"field":"attachment","op":"contains","value":"pdf"})")},
                            RuleMode::All);
    EXPECT_TRUE(engine.needs().body);
    EXPECT_TRUE(engine.needs().attachmentNames);
}
