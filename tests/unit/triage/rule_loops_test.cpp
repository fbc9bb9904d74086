// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Rules that run in circles or undo each other are refused with a sentence; ordinary ones are not.
#include "core/triage/rule_json.h"
#include "core/triage/rule_loops.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::triage;

namespace {

class RuleLoops : public ::testing::Test {
protected:
    void add(const char* name, const char* when, const char* then) {
        const QByteArray text =
            QByteArray(R"({"name":")") + name + R"(","when":)" + when + R"(,"then":[)" + then + "]}";
        const auto rule = ruleFromJson(QJsonDocument::fromJson(text).object());
        EXPECT_TRUE(rule) << text.constData() << (rule ? "" : qPrintable(rule.error().detail));
        rules.push_back(rule ? *rule : Rule{});
        rules.back().position = static_cast<int>(rules.size());
    }
    /// Empty: nothing is wrong.
    QString sentence(RuleMode mode = RuleMode::All) const {
        const auto fine =
            checkLoops(rules, mode, {QStringLiteral("me@home.example"), QStringLiteral("sales@home.example")});
        return fine ? QString() : fine.error().detail;
    }
    std::vector<Rule> rules;
};

constexpr auto fromNorth = R"({"field":"domain","op":"equals","value":"north.example"})";
constexpr auto fromAda = R"({"field":"sender","op":"equals","value":"ada@north.example"})";
constexpr auto fromSouth = R"({"field":"domain","op":"equals","value":"south.example"})";

}  // namespace

TEST_F(RuleLoops, ForwardingToOneselfOrToAnAliasIsRefused) {
    add("Copy", fromNorth, R"({"action":"forward","to":"Sales@Home.example"})");
    EXPECT_TRUE(sentence().contains(QStringLiteral("an address of your own"))) << qPrintable(sentence());
}

TEST_F(RuleLoops, ForwardingBackToTheSenderIsRefused) {
    add("Echo", fromAda, R"({"action":"forward","to":"ada@north.example"})");
    EXPECT_TRUE(sentence().contains(QStringLiteral("back to"))) << qPrintable(sentence());
}

TEST_F(RuleLoops, TwoForwardsThatFeedEachOtherAreACircle) {
    add("North to south", fromNorth, R"({"action":"forward","to":"sue@south.example"})");
    EXPECT_EQ(sentence(), QString());
    add("South to north", fromSouth, R"({"action":"forward","to":"ada@north.example"})");
    EXPECT_TRUE(sentence().contains(QStringLiteral("in a circle"))) << qPrintable(sentence());
}

TEST_F(RuleLoops, ARuleThatUndoesItselfIsRefused) {
    add("Both", fromNorth, R"({"action":"label","label":"A"},{"action":"remove_label","label":"a"})");
    EXPECT_TRUE(sentence().contains(QStringLiteral("undoes itself"))) << qPrintable(sentence());
}

TEST_F(RuleLoops, AwayNowAndBackLaterIsNoContradiction) {
    add("Tickler", fromNorth, R"({"action":"archive"},{"action":"inbox","after":"3d"})");
    EXPECT_EQ(sentence(), QString());
}

TEST_F(RuleLoops, RulesForTheSameMailThatUndoEachOtherAreRefused) {
    for (const auto& [one, other] :
         {std::pair{R"({"action":"label","label":"A"})", R"({"action":"remove_label","label":"A"})"},
          std::pair{R"({"action":"archive"})", R"({"action":"inbox"})"},
          std::pair{R"({"action":"trash"})", R"({"action":"inbox"})"},
          std::pair{R"({"action":"set_priority","priority":4})", R"({"action":"set_priority","priority":0})"}}) {
        rules.clear();
        add("Narrow", fromAda, one);
        add("Wide", fromNorth, other);
        EXPECT_TRUE(sentence().contains(QStringLiteral("undo each other"))) << one << other << qPrintable(sentence());
        rules[1].enabled = false;
        EXPECT_EQ(sentence(), QString()) << "what is switched off harms nobody";
        rules[1].enabled = true;
        rules[0].stop = true;
        EXPECT_EQ(sentence(), QString()) << "the first one ends the search";
        rules[0].stop = false;
        EXPECT_EQ(sentence(RuleMode::FirstMatch), QString());
    }
}

TEST_F(RuleLoops, RulesForDifferentMailMayWantDifferentThings) {
    add("North", fromNorth, R"({"action":"set_priority","priority":4})");
    add("South", fromSouth, R"({"action":"set_priority","priority":0})");
    EXPECT_EQ(sentence(), QString());
}

TEST_F(RuleLoops, AChainOfLabelsThatComesBackIsACircle) {
    add("One", R"({"field":"label","op":"equals","value":"A"})", R"({"action":"label","label":"B"})");
    add("Two", R"({"field":"label","op":"contains","value":"b"})", R"({"action":"label","label":"C"})");
    EXPECT_EQ(sentence(), QString());
    add("Three", R"({"all":[{"field":"label","op":"equals","value":"C"},{"field":"list","op":"is","value":true}]})",
        R"({"action":"label","label":"A"})");
    EXPECT_TRUE(sentence().contains(QStringLiteral("“One”, “Two”, “Three” run in a circle"))) << qPrintable(sentence());
}

TEST_F(RuleLoops, ARuleThatWaitsForAnothersLabelToTakeItOffAgainIsRefusedUnlessItWaitsForAge) {
    add("Put on", fromNorth, R"({"action":"label","label":"A"})");
    add("Take off", R"({"field":"label","op":"equals","value":"A"})", R"({"action":"remove_label","label":"A"})");
    EXPECT_TRUE(sentence().contains(QStringLiteral("which undoes it"))) << qPrintable(sentence());
    rules.pop_back();
    add("Take off late",
        R"({"all":[{"field":"label","op":"equals","value":"A"},{"field":"age","op":"at_least","value":30}]})",
        R"({"action":"remove_label","label":"A"})");
    EXPECT_EQ(sentence(), QString());
}

TEST_F(RuleLoops, ImplicationFollowsWordsNumbersAndNesting) {
    const auto says = [](const char* first, const char* second) {
        const auto condition = [](const char* text) {
            return *conditionFromJson(QJsonDocument::fromJson(text).object(), QStringLiteral("when"));
        };
        return implies(condition(first), condition(second));
    };
    EXPECT_TRUE(says(fromAda, fromNorth));
    EXPECT_FALSE(says(fromNorth, fromAda));
    EXPECT_TRUE(says(R"({"field":"subject","op":"contains","value":"red invoice"})",
                     R"({"field":"subject","op":"contains","values":["invoice","bill"]})"));
    EXPECT_FALSE(says(R"({"field":"subject","op":"contains","values":["invoice","bill"]})",
                      R"({"field":"subject","op":"contains","value":"invoice"})"));
    EXPECT_TRUE(
        says(R"({"field":"priority","op":"at_least","value":3})", R"({"field":"priority","op":"at_least","value":2})"));
    EXPECT_FALSE(
        says(R"({"field":"priority","op":"at_least","value":3})", R"({"field":"priority","op":"at_most","value":4})"));
    EXPECT_TRUE(says(R"({"field":"age","op":"equals","value":9})", R"({"field":"age","op":"at_least","value":7})"));
    const QByteArray both = QByteArray(R"({"all":[)") + fromAda + R"(,{"field":"list","op":"is","value":true}]})";
    EXPECT_TRUE(says(both.constData(), fromNorth));
    EXPECT_TRUE(says(fromAda, QByteArray(QByteArray(R"({"any":[)") + fromSouth + "," + fromNorth + "]}").constData()));
    EXPECT_TRUE(says(QByteArray(QByteArray(R"({"not":)") + fromNorth + "}").constData(),
                     QByteArray(QByteArray(R"({"not":)") + fromAda + "}").constData()));
}
