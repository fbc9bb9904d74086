// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Asking a model about a real workspace: whom it is asked about, what becomes of its word, budget, trouble and stop.
#include "core/service/model_scoring.h"
#include "core/service/sample.h"
#include "core/storage/settings_store.h"
#include "core/triage/model_prompt.h"
#include "tests/support/fake_clock.h"
#include "tests/support/mail_forge.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <set>

using namespace kith;
using namespace kith::service;

namespace {

/// Says what it is told to; counts who was asked about.
class ScriptedClassifier final : public triage::Classifier {
public:
    using Says = std::function<Result<triage::ModelAnswer>(const Message&)>;
    explicit ScriptedClassifier(Says says)
        : m_says(std::move(says)) {}
    Result<triage::ModelAnswer> classify(const Message& message, const QString& text, const Preferences&,
                                         std::stop_token stop, double& spentUsd) override {
        const std::lock_guard lock(m_mutex);
        asked.insert(message.id.value);
        ++questions;
        spentUsd += 0.001;
        longest = std::max(longest, text.size());
        return stop.stop_requested() ? Result<triage::ModelAnswer>(Error{ErrorKind::Cancelled, {}, {}})
                                     : m_says(message);
    }
    std::set<qint64> asked;
    int questions{0};
    qsizetype longest{0};

private:
    std::mutex m_mutex;
    Says m_says;
};

Result<triage::ModelAnswer> sayValue(double value) {
    triage::ModelAnswer answer;
    answer.automation.value = 1 - value;
    answer.contentValue = answer.humanInteraction = answer.timeValue =
        answer.businessImpact = {value, QStringLiteral("r")};
    answer.emailType = QStringLiteral("other");
    answer.model = ModelSettings().model;
    answer.promptVersion = triage::classifyVersion();
    return answer;
}

class ModelScoringStory : public ::testing::Test {
protected:
    ModelScoringStory() {
        cellar = *Cellar::open({folder.filePath(QStringLiteral("w")), {}, CellarMode::Write, nullptr}, clock);
        const auto sample = Sample::unpack(clock.now());
        ImportJob job(*cellar, clock, {});
        EXPECT_TRUE(job.run(sample->request(), {}));
        triage = std::make_unique<TriageService>(*cellar, clock);
        EXPECT_TRUE(triage->learn({}));
    }
    Result<ModelReport> run(triage::Classifier& classifier, std::stop_token stop = {}) {
        return ModelScoring(*cellar, clock, *triage, classifier, settings).run(10'000, stop);
    }
    Decision standing(qint64 message) { return **cellar->triage.latest(MessageId{message}); }

    QTemporaryDir folder;
    kith::testing::FakeClock clock;
    std::unique_ptr<Cellar> cellar;
    std::unique_ptr<TriageService> triage;
    ModelSettings settings;
};

}  // namespace

TEST_F(ModelScoringStory, ItIsAskedWhereItCanChangeSomethingAndOnlyOnce) {
    ScriptedClassifier classifier([](const Message&) { return sayValue(0.9); });
    const auto report = run(classifier);
    ASSERT_TRUE(report) << qPrintable(report.error().detail);
    EXPECT_GT(report->answered, 5);
    EXPECT_LT(report->answered, 80) << "most of the sample is decided without asking";
    for (const qint64 id : classifier.asked) {
        EXPECT_NE(standing(id).decidedBy, DecidedBy::Local) << id;
    }
    const int questions = classifier.questions;
    ASSERT_TRUE(run(classifier));
    EXPECT_EQ(classifier.questions, questions);
}

TEST_F(ModelScoringStory, ItsWordIsStoredExplainsItselfAndCanBeTakenBack) {
    ScriptedClassifier classifier([](const Message&) { return sayValue(0.95); });
    const auto report = run(classifier);
    ASSERT_TRUE(report);
    const qint64 id = *classifier.asked.begin();
    const Decision after = standing(id);
    EXPECT_FALSE(after.modelRecord.isEmpty());
    EXPECT_TRUE(std::any_of(after.contributions.begin(), after.contributions.end(),
                            [](const Contribution& one) { return one.name == QStringLiteral("model"); }));
    const auto undone = cellar->undo.undoLast(QStringLiteral("model:") + settings.model);
    ASSERT_TRUE(undone) << qPrintable(undone.error().detail);
    EXPECT_EQ(standing(id).decidedBy, DecidedBy::Local);
}

TEST_F(ModelScoringStory, EqualTextsAreAskedAboutOnceAndAnotherModelIsAnotherQuestion) {
    const auto same = [](const char* id) {
        return kith::testing::LetterForge()
            .from("Robin Stranger <robin@unseen.example>")
            .subject("A short question")
            .body("Could you send me the price of ten sensors by Friday?")
            .id(id);
    };
    QFile mbox(folder.filePath(QStringLiteral("two.mbox")));
    ASSERT_TRUE(mbox.open(QIODevice::WriteOnly));
    mbox.write(same("one@unseen.example").mbox() + same("two@unseen.example").day(14).mbox());
    mbox.close();
    ImportRequest request;
    request.paths << mbox.fileName();
    ASSERT_TRUE(ImportJob(*cellar, clock, {}).run(request, {}));
    settings.inFlight = 1;
    ScriptedClassifier classifier([](const Message&) { return sayValue(0.5); });
    ASSERT_TRUE(run(classifier));
    int cached = 0;
    for (const char* id : {"one@unseen.example", "two@unseen.example"}) {
        const auto found = cellar->messages.withMessageId(QString::fromLatin1(id));
        ASSERT_TRUE(found && !found->empty());
        cached += standing(found->front().value).decidedBy == DecidedBy::Cache ? 1 : 0;
    }
    EXPECT_EQ(cached, 1);
    const int questions = classifier.questions;
    settings.model = QStringLiteral("another/model");
    ASSERT_TRUE(cellar->database->script("UPDATE messages SET decided_by = 3; UPDATE decisions SET decided_by = 3"));
    ASSERT_TRUE(run(classifier));
    EXPECT_GT(classifier.questions, questions);
}

TEST_F(ModelScoringStory, NonsenseIsNeverAScoreAndIsNotAskedForAgainAtOnce) {
    ScriptedClassifier classifier([](const Message&) {
        return Result<triage::ModelAnswer>(Error{ErrorKind::Malformed, QStringLiteral("words"), {}});
    });
    const auto report = run(classifier);
    ASSERT_TRUE(report);
    EXPECT_GT(report->failed, 0);
    EXPECT_NEAR(report->usd, 0.001 * classifier.questions, 1e-9) << "words are paid for too";
    EXPECT_NEAR(cellar->models.spent(Millis{0})->usd, report->usd, 1e-9);
    for (const qint64 id : classifier.asked) {
        EXPECT_EQ(standing(id).decidedBy, DecidedBy::Local);
    }
    const int questions = classifier.questions;
    ASSERT_TRUE(run(classifier));
    EXPECT_EQ(classifier.questions, questions);
    clock.advance(std::chrono::hours{2});
    ASSERT_TRUE(run(classifier));
    EXPECT_EQ(classifier.questions, 2 * questions);
}

TEST_F(ModelScoringStory, TheBudgetOfTheDayIsKeptAndComesBack) {
    settings.requestsPerDay = 3;
    ScriptedClassifier classifier([](const Message&) { return sayValue(0.9); });
    const auto report = run(classifier);
    ASSERT_TRUE(report);
    EXPECT_EQ(classifier.questions, 3);
    EXPECT_TRUE(report->budgetSpent);
    EXPECT_NEAR(report->usd, 0.003, 1e-9);
    ASSERT_TRUE(run(classifier));
    EXPECT_EQ(classifier.questions, 3);
    clock.advance(std::chrono::hours{25});
    settings.requestsPerDay = 1000;
    settings.usdPerDay = 0.0005;
    ASSERT_TRUE(run(classifier));
    EXPECT_GE(classifier.questions, 4) << "what one costs is known only after the first";
}

TEST_F(ModelScoringStory, TheMoneyOfTheDayEndsARunInItsMiddle) {
    settings.usdPerDay = 0.002;
    settings.inFlight = 1;
    ScriptedClassifier classifier([](const Message&) { return sayValue(0.9); });
    const auto report = run(classifier);
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->budgetSpent);
    EXPECT_GE(classifier.questions, 2);
    EXPECT_LE(classifier.questions, 5) << "only what was on its way when the second answer came";
    EXPECT_EQ(report->triage.byModel, classifier.questions) << "what was paid for is used";
}

TEST_F(ModelScoringStory, ItTellsWhichWordsOfTheRankerItReplaced) {
    ScriptedClassifier classifier([](const Message&) { return sayValue(0.9); });
    ModelScoring scoring(*cellar, clock, *triage, classifier, settings);
    scoring.countReplaced(clock.now() + std::chrono::hours{1});
    ASSERT_TRUE(scoring.run(3, {}));
    EXPECT_EQ(scoring.report().replaced.scored, 0) << "they were said before";
    scoring.countReplaced(Millis{0});
    ASSERT_TRUE(scoring.run(3, {}));
    EXPECT_EQ(scoring.report().replaced.byLocal, 3);
    EXPECT_EQ(scoring.report().triage.byModel, 3);
}

TEST_F(ModelScoringStory, AWrongKeyEndsTheRunAndWhatWasAnsweredStays) {
    settings.inFlight = 1;
    std::atomic<int> answers{0};
    ScriptedClassifier classifier([&answers](const Message&) {
        return ++answers <= 2 ? sayValue(0.9)
                              : Result<triage::ModelAnswer>(Error{ErrorKind::SignInNeeded, QStringLiteral("401"), {}});
    });
    const auto report = run(classifier);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().kind, ErrorKind::SignInNeeded);
    int byModel = 0;
    for (const qint64 id : classifier.asked) {
        byModel += standing(id).decidedBy == DecidedBy::Model ? 1 : 0;
    }
    EXPECT_EQ(byModel, 2);
    EXPECT_LT(classifier.questions, 6);
}

TEST_F(ModelScoringStory, AStopLeavesNothingHalfDone) {
    std::stop_source stop;
    ScriptedClassifier classifier([&stop](const Message&) {
        stop.request_stop();
        return sayValue(0.9);
    });
    settings.inFlight = 1;
    const auto report = run(classifier, stop.get_token());
    ASSERT_TRUE(report);
    EXPECT_LE(report->answered, 3);
    EXPECT_EQ(report->triage.byModel, report->answered);
}

TEST_F(ModelScoringStory, TheUsersMarkOutranksTheModelAndScoringAgainKeepsItsWord) {
    ScriptedClassifier classifier([](const Message&) { return sayValue(0.95); });
    ASSERT_TRUE(run(classifier));
    const qint64 id = *classifier.asked.begin();
    TriageService fresh(*cellar, clock);
    ASSERT_TRUE(fresh.learn({}));
    ASSERT_TRUE(fresh.score(TriageService::Which::Changed, {}));
    EXPECT_NE(standing(id).decidedBy, DecidedBy::Local) << "a new run knows what the model said";
}
