// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Rules as JSON: there and back, and each mistake named with its place.
#include "core/triage/rule_json.h"

#include "core/triage/rule_check.h"
#include "core/triage/rule_words.h"

#include <QJsonDocument>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::triage;

namespace {

Result<Rule> ruleOfText(const QByteArray& text) {
    const QJsonDocument document = QJsonDocument::fromJson(text);
    EXPECT_TRUE(document.isObject()) << text.constData();
    return ruleFromJson(document.object());
}

const QByteArray everything = R"({"name":"Invoices","enabled":true,"stop":true,
  "when":{"all":[{"field":"sender","op":"one_of","values":["a@north.example","b@north.example"]},
                 {"any":[{"field":"subject","op":"matches","value":"inv(oice)? [0-9]+"},
                         {"not":{"field":"list","op":"is","value":true}}]},
                 {"field":"priority","op":"at_least","value":2},{"field":"age","op":"at_most","value":30}]},
  "then":[{"action":"label","label":"Money/Invoices"},{"action":"remove_label","label":"Later"},
          {"action":"mark_read"},{"action":"star"},{"action":"set_priority","priority":4},
          {"action":"forward","to":"books@north.example"},{"action":"draft_reply","note":"Thank them."},
          {"action":"create_opportunity","kind":"pricing"},{"action":"add_to_contact"},
          {"action":"snooze","for":"3d"},{"action":"archive","after":"2d","unless":"answered"},
          {"action":"trash","after":"364d"}]})";

/// The place that the error begins with.
QString placeOfError(const QByteArray& text) {
    const auto rule = ruleOfText(text);
    EXPECT_FALSE(rule) << text.constData();
    return rule ? QString() : rule.error().detail.section(QLatin1Char(':'), 0, 0);
}

QByteArray withWhen(const char* when) {
    return QByteArray(R"({"name":"x","then":[{"action":"star"}],"when":)") + when + "}";
}

QByteArray withThen(const char* action) {
    return QByteArray(R"({"name":"x","when":{"field":"list","op":"is","value":true},"then":[{"action":"star"},)") +
           action + "]}";
}

}  // namespace

TEST(RuleJson, EverythingThatARuleCanSayGoesThereAndBack) {
    const auto rule = ruleOfText(everything);
    ASSERT_TRUE(rule) << qPrintable(rule.error().detail);
    EXPECT_EQ(toJson(*rule), QJsonDocument::fromJson(everything).object());
    const auto again = ruleFromJson(toJson(*rule));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->when, rule->when);
    EXPECT_EQ(again->then, rule->then);
}

TEST(RuleJson, EachMistakeIsNamedWithItsPlace) {
    EXPECT_EQ(placeOfError(withWhen(R"({"field":"colour","op":"is","value":true})")), QStringLiteral("when.field"));
    EXPECT_EQ(placeOfError(withWhen(R"({"field":"list","op":"contains","value":"x"})")), QStringLiteral("when.op"));
    EXPECT_EQ(placeOfError(withWhen(R"({"field":"list","op":"is","value":"maybe"})")), QStringLiteral("when.value"));
    EXPECT_EQ(placeOfError(withWhen(R"({"all":[{"field":"subject","op":"contains","value":"x"},
        {"field":"subject","op":"matches","value":"(x"}]})")),
              QStringLiteral("when.all[1].value"));
    EXPECT_EQ(placeOfError(withWhen(R"({"any":[{"field":"priority","op":"one_of","values":[1,7]}]})")),
              QStringLiteral("when.any[0].values[1]"));
    EXPECT_EQ(placeOfError(withWhen(R"({"all":[]})")), QStringLiteral("when"));
    EXPECT_EQ(placeOfError(withWhen(R"({"field":"subject","op":"contains"})")), QStringLiteral("when"));
    EXPECT_EQ(placeOfError(withWhen(R"({"field":"subject","op":"contains","value":"x","case":true})")),
              QStringLiteral("when.case"));
    EXPECT_EQ(placeOfError(withWhen(R"({"field":"subject","op":"contains","value":"…"})")),
              QStringLiteral("when.value"));
    EXPECT_EQ(placeOfError(withThen(R"({"action":"explode"})")), QStringLiteral("then[1].action"));
    EXPECT_EQ(placeOfError(withThen(R"({"action":"label"})")), QStringLiteral("then[1].label"));
    EXPECT_EQ(placeOfError(withThen(R"({"action":"label","label":"Trash"})")), QStringLiteral("then[1].label"));
    EXPECT_EQ(placeOfError(withThen(R"({"action":"forward","to":"nobody"})")), QStringLiteral("then[1].to"));
    EXPECT_EQ(placeOfError(withThen(R"({"action":"snooze"})")), QStringLiteral("then[1]"));
    EXPECT_EQ(placeOfError(withThen(R"({"action":"snooze","for":"soon"})")), QStringLiteral("then[1].for"));
    EXPECT_EQ(placeOfError(withThen(R"({"action":"set_priority","priority":5})")), QStringLiteral("then[1].priority"));
    EXPECT_EQ(placeOfError(withThen(R"({"action":"create_opportunity","kind":"gold"})")),
              QStringLiteral("then[1].kind"));
    EXPECT_EQ(placeOfError(withThen(R"({"action":"archive","unless":"answered"})")), QStringLiteral("then[1].unless"));
    EXPECT_EQ(placeOfError(withThen(R"({"action":"archive","after":"5 days"})")), QStringLiteral("then[1].after"));
    EXPECT_EQ(placeOfError(withThen(R"({"action":"archive","lable":"x"})")), QStringLiteral("then[1].lable"));
    EXPECT_EQ(placeOfError(R"({"when":{"field":"list","op":"is","value":true},"then":[{"action":"star"}]})"),
              QStringLiteral("name"));
    EXPECT_EQ(placeOfError(R"({"name":"x","when":{"field":"list","op":"is","value":true},"then":[]})"),
              QStringLiteral("then"));
    EXPECT_EQ(placeOfError(R"({"name":"x","enabled":"yes","when":{"field":"list","op":"is","value":true},
        "then":[{"action":"star"}]})"),
              QStringLiteral("enabled"));
}

TEST(RuleJson, ConditionsThatNestTooDeepAreRefusedAndNotFollowed) {
    QByteArray deep = R"({"field":"list","op":"is","value":true})";
    for (int i = 0; i < 300; ++i) {
        deep = R"({"not":)" + deep + "}";
    }
    EXPECT_TRUE(placeOfError(withWhen(deep.constData())).startsWith(QStringLiteral("when.not")));
}

TEST(RuleJson, TooManyConditionsOrActionsAreRefused) {
    QByteArray parts;
    for (int i = 0; i <= kMostTests; ++i) {
        parts += QByteArray(i == 0 ? "" : ",") + R"({"field":"list","op":"is","value":true})";
    }
    EXPECT_EQ(placeOfError(withWhen(QByteArray(R"({"any":[)" + parts + "]}").constData())), QStringLiteral("when"));
}

TEST(RuleJson, AConditionAndAnActionReadAsASentence) {
    const auto rule = ruleOfText(everything);
    ASSERT_TRUE(rule);
    EXPECT_EQ(english(rule->then[10]), QStringLiteral("archive after 2d unless answered"));
    EXPECT_EQ(english(rule->then[0]), QStringLiteral("label “Money/Invoices”"));
    EXPECT_TRUE(english(rule->when).contains(QStringLiteral("(subject matches /inv(oice)? [0-9]+/ or not list)")))
        << qPrintable(english(rule->when));
}
