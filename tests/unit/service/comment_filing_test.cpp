// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The user's remarks filed by a model: each once, within the budget, and taken back like everything else.
#include "core/service/comment_filing.h"
#include "core/service/feedback_service.h"
#include "core/storage/comment_store.h"
#include "tests/unit/service/model_house.h"

using namespace kith;
using namespace kith::service;

namespace {

class ScriptedFiler final : public triage::CommentFiler {
public:
    Result<triage::FiledComment> file(const triage::AskedComment& asked, std::stop_token, double& spentUsd) override {
        seen.push_back(asked);
        spentUsd += 0.0001;
        return answer;
    }
    std::vector<triage::AskedComment> seen;
    Result<triage::FiledComment> answer{
        triage::FiledComment{{QStringLiteral("renewals"), QStringLiteral("audit")}, QStringLiteral("Waerk")}};
};

class FilingStory : public kith::testing::ModelHouse {
protected:
    FeedbackId say(const QString& comment) {
        const auto newest = cellar->messages.newest({}, 200);
        for (const MessageId id : *newest) {
            if (const auto stands = cellar->triage.latest(id); stands && *stands && !said.contains(id.value)) {
                said.insert(id.value);
                Feedback mark;
                mark.message = id;
                mark.assigned = Priority::High;
                mark.comment = comment;
                const auto outcome = giveFeedback(*cellar, *triage, clock, mark);
                EXPECT_TRUE(outcome);
                return outcome->stored.id;
            }
        }
        return {};
    }
    Feedback entry(FeedbackId id) {
        const auto entries = cellar->triage.feedback({}, 100);
        for (const Feedback& one : *entries) {
            if (one.id == id) {
                return one;
            }
        }
        return {};
    }
    Result<FilingReport> file() { return fileComments(*cellar, clock, filer, QStringLiteral("m"), {}); }

    std::set<qint64> said;
    ScriptedFiler filer;
};

}  // namespace

TEST_F(FilingStory, ARemarkGetsItsKeysOnceAndTheyCanBeTakenBack) {
    const FeedbackId id = say(QStringLiteral("renewals matter"));
    const auto report = file();
    ASSERT_TRUE(report) << qPrintable(report.error().detail);
    EXPECT_EQ(report->filed, 1);
    EXPECT_EQ(entry(id).addToTopics, QStringLiteral("renewals, audit"));
    EXPECT_EQ(entry(id).addToSource, QStringLiteral("Waerk"));
    EXPECT_NEAR(cellar->models.spent(Millis{0})->usd, 0.0001, 1e-9);
    ASSERT_TRUE(file());
    EXPECT_EQ(filer.seen.size(), 1u);
    ASSERT_TRUE(cellar->undo.undoLast(QStringLiteral("model:m")));
    EXPECT_TRUE(entry(id).addToTopics.isEmpty());
    ASSERT_TRUE(file());
    EXPECT_EQ(filer.seen.size(), 1u) << "what the user took back is not filed again";
}

TEST_F(FilingStory, UnsubscribingAndMailThatStaysHereNeedNoModel) {
    say(QStringLiteral("unsubscribe me from this"));
    say(QStringLiteral("renewals matter"));
    ASSERT_TRUE(setPrivacy(*cellar, QStringLiteral("everything"), triage::PrivacyLevel::LocalOnly));
    const auto report = file();
    ASSERT_TRUE(report);
    EXPECT_EQ(report->read, 2);
    EXPECT_TRUE(filer.seen.empty());
}

TEST_F(FilingStory, ARemarkOnRedactedMailLeavesWithoutItsNumbers) {
    say(QStringLiteral("call +49 30 1234567 about renewals, or ana@firm.example"));
    ASSERT_TRUE(setPrivacy(*cellar, QStringLiteral("everything"), triage::PrivacyLevel::Redacted));
    ASSERT_TRUE(file());
    ASSERT_EQ(filer.seen.size(), 1u);
    EXPECT_FALSE(filer.seen.front().comment.contains(QStringLiteral("1234567")));
    EXPECT_FALSE(filer.seen.front().comment.contains(u'@'));
    EXPECT_GT(filer.seen.front().redactions, 1);
}

TEST_F(FilingStory, NonsenseFilesNothingAndAWrongKeyEndsIt) {
    const FeedbackId id = say(QStringLiteral("renewals matter"));
    filer.answer = Error{ErrorKind::SignInNeeded, QStringLiteral("401"), {}};
    EXPECT_FALSE(file());
    EXPECT_TRUE(*hasUnreadComments(*cellar)) << "nothing was read";
    filer.answer = Error{ErrorKind::Malformed, QStringLiteral("words"), {}};
    const auto report = file();
    ASSERT_TRUE(report);
    EXPECT_EQ(report->failed, 1);
    EXPECT_TRUE(entry(id).addToTopics.isEmpty());
    EXPECT_FALSE(*hasUnreadComments(*cellar));
}
