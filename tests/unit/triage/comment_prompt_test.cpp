// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A remark filed by a model: only words that stand in the remark or its message count.
#include "core/triage/comment_prompt.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::triage;

namespace {

AskedComment remark() {
    AskedComment asked;
    asked.comment = QStringLiteral("Renewals from Waerk matter, the digest does not");
    asked.message.from = {QStringLiteral("Robin Ode"), QStringLiteral("robin@waerk.example")};
    asked.message.subject = QStringLiteral("Your sensor  licence");
    asked.text = QStringLiteral("The calibration report is due.");
    return asked;
}

}  // namespace

TEST(FilingARemark, WordsOfTheRemarkAndItsMessageCountAndInventedOnesAreDropped) {
    const auto filed = readFiledComment(
        R"(Sure: {"topics":["renewals","Sensor licence","unicorns","calibration report"],"source":"waerk"})", remark());
    ASSERT_TRUE(filed);
    EXPECT_EQ(filed->topics, (QStringList{QStringLiteral("renewals"), QStringLiteral("Sensor licence"),
                                          QStringLiteral("calibration report")}));
    EXPECT_EQ(filed->source, QStringLiteral("waerk"));
    EXPECT_TRUE(readFiledComment(R"({"topics":["new"],"source":"Acme"})", remark())->isEmpty())
        << "part of a word is no word";
}

TEST(FilingARemark, AnotherShapeIsNoAnswer) {
    for (const char* wrong : {"", "no", "{}", R"({"topics":"renewals","source":""})", R"({"topics":[]})"}) {
        EXPECT_FALSE(readFiledComment(wrong, remark())) << wrong;
    }
}

TEST(FilingARemark, ThatSpeaksOfUnsubscribingNeedsNoModel) {
    EXPECT_FALSE(needsFiling(QStringLiteral("please UNSUBSCRIBE me")));
    EXPECT_FALSE(needsFiling(QStringLiteral("  ")));
    EXPECT_TRUE(needsFiling(QStringLiteral("renewals matter")));
}

TEST(FilingARemark, TheQuestionHoldsTheRemarkBetweenItsMarksAndNotTheMail) {
    const ModelQuestion question = commentQuestion(remark(), QStringLiteral("kith-0123456789abcdef"));
    EXPECT_TRUE(question.user.startsWith(QStringLiteral("kith-0123456789abcdef\n")));
    EXPECT_TRUE(question.user.endsWith(QStringLiteral("\nkith-0123456789abcdef")));
    EXPECT_TRUE(question.user.contains(QStringLiteral("Renewals from Waerk matter")));
    EXPECT_FALSE(question.user.contains(QStringLiteral("calibration report")));
    EXPECT_TRUE(question.system.contains(QStringLiteral("kith-0123456789abcdef")));
    EXPECT_FALSE(question.version.isEmpty());
}
