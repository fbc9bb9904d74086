// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Asking a model about a real workspace: whom it is asked about, what becomes of its word, budget, trouble and stop.
#include "core/service/feedback_service.h"
#include "core/service/model_scoring.h"
#include "core/service/preferences_book.h"
#include "core/storage/settings_store.h"
#include "core/triage/asking.h"
#include "core/triage/decision_json.h"
#include "tests/support/mail_forge.h"
#include "tests/unit/service/model_house.h"

#include <QFile>

#include <gtest/gtest.h>

#include <atomic>
#include <map>

using namespace kith;
using namespace kith::service;

using kith::testing::sayValue;
using kith::testing::ScriptedClassifier;

namespace {

class ModelScoringStory : public kith::testing::ModelHouse {};

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

TEST_F(ModelScoringStory, WhoIsNotAskedAboutIsSureOrStandsWhereNoAnswerWouldMoveIt) {
    ScriptedClassifier classifier([](const Message&) { return sayValue(0.5); });
    const auto ids = cellar->messages.newest({}, 1000);
    const auto messages = cellar->messages.messages(*ids);
    triage::ModelAnswer named;
    named.model = settings.model;
    named.promptVersion = triage::classifyVersion();
    std::map<qint64, bool> movable;
    std::map<qint64, Decision> before;
    for (const Message& message : *messages) {
        if (const auto stands = cellar->triage.latest(message.id); stands && *stands) {
            before[message.id.value] = **stands;
            movable[message.id.value] = triage::canChangeBand(**stands, *triage->modelReach(message, named));
        }
    }
    ASSERT_TRUE(run(classifier));
    for (const qint64 id : classifier.asked) {
        EXPECT_TRUE(movable.at(id)) << id;
        EXPECT_EQ(before.at(id).decidedBy, DecidedBy::Local) << id;
    }
    for (const Message& message : *messages) {
        const bool inbox = message.labels.contains(QStringLiteral("INBOX"));
        const auto stood = before.find(message.id.value);
        if (classifier.asked.contains(message.id.value) || !inbox || message.fromOwner || stood == before.end()) {
            continue;
        }
        const auto& sender = triage->dealingsOf(message).sender;
        EXPECT_TRUE(!movable.at(message.id.value) || !triage::worthAsking(stood->second, sender) ||
                    standing(message.id.value).decidedBy == DecidedBy::Cache)
            << message.id.value;
    }
}

TEST_F(ModelScoringStory, WhatARuleHoldsInItsBandIsNotAskedAbout) {
    ScriptedClassifier first([](const Message&) { return sayValue(0.5); });
    settings.requestsPerDay = 1;
    ASSERT_TRUE(run(first));
    const auto message = cellar->messages.message(MessageId{*first.asked.begin()});
    ASSERT_TRUE(cellar->database->script("DELETE FROM model_answers"));
    Preferences preferences;
    setSenderRule(preferences, **message, FeedbackScope::Domain, Priority::High);
    storage::ChangeWriter change(*cellar->database,
                                 {QStringLiteral("test"), QStringLiteral("user"), {}, {}, {}, {}, true});
    savePreferences(change, *cellar, preferences);
    ASSERT_TRUE(change.commit());
    ASSERT_TRUE(triage->loadMarks());
    ASSERT_TRUE(triage->score(TriageService::Which::Changed, {}));
    // As if the ranker had come to the same band by itself: nothing but the rule keeps the model out.
    ASSERT_TRUE(cellar->database->script("UPDATE messages SET decided_by = 3; UPDATE decisions SET decided_by = 3, "
                                         "needs_review = 1, uncertainty = 1"));
    settings.requestsPerDay = 1000;
    ScriptedClassifier second([](const Message&) { return sayValue(0.5); });
    ASSERT_TRUE(run(second));
    EXPECT_GT(second.questions, 0);
    EXPECT_FALSE(second.asked.contains((*message)->id.value));
}

TEST_F(ModelScoringStory, MailThatMayNotLeaveIsNeverAskedAboutAndRedactedMailLeavesWithoutItsNumbers) {
    ASSERT_TRUE(setPrivacy(*cellar, QStringLiteral("everything"), triage::PrivacyLevel::LocalOnly));
    ScriptedClassifier classifier([](const Message&) { return sayValue(0.9); });
    const auto closed = run(classifier);
    ASSERT_TRUE(closed);
    EXPECT_EQ(classifier.questions, 0);
    EXPECT_GT(closed->keptBack, 5);
    ASSERT_TRUE(setPrivacy(*cellar, QStringLiteral("everything"), triage::PrivacyLevel::Redacted));
    ScriptedClassifier echo([](const Message& message) {
        auto answer = sayValue(0.9);
        answer->contentValue.reason = QStringLiteral("from ") + message.from.address;
        answer->source = message.from.address;
        return answer;
    });
    ASSERT_TRUE(run(echo));
    EXPECT_GT(echo.questions, 5);
    for (const triage::AskedLetter& letter : echo.letters) {
        const QString left = letter.message.from.address + letter.message.subject + letter.text;
        EXPECT_FALSE(left.contains(u'@')) << left.toStdString();
        EXPECT_GT(letter.redactions, 0);
        const auto message = cellar->messages.message(letter.message.id);
        EXPECT_TRUE(standing(letter.message.id.value).modelRecord.contains((*message)->from.address.toUtf8()))
            << "the answer comes back with the words that were taken out";
    }
}

TEST_F(ModelScoringStory, AnAnswerThatCameBeforeTheHouseFellIsUsedAndNotAskedForAgain) {
    ScriptedClassifier classifier([](const Message&) { return sayValue(0.9); });
    ASSERT_TRUE(run(classifier));
    // As a kill between answer and decision leaves it.
    ASSERT_TRUE(cellar->undo.undoLast(QStringLiteral("model:") + settings.model));
    const qint64 id = *classifier.asked.begin();
    ASSERT_EQ(standing(id).decidedBy, DecidedBy::Local);
    const int questions = classifier.questions;
    ASSERT_TRUE(run(classifier));
    EXPECT_EQ(classifier.questions, questions);
    EXPECT_EQ(standing(id).decidedBy, DecidedBy::Model);
}

TEST_F(ModelScoringStory, WhatTheUserMarksWhileTheModelThinksStaysHis) {
    ScriptedClassifier slow([this](const Message& message) {
        clock.advance(std::chrono::minutes{1});  // ids grow with time
        const auto other = Cellar::open({folder.filePath(QStringLiteral("w")), {}, CellarMode::Share, nullptr}, clock);
        TriageService desk(**other, clock);
        EXPECT_TRUE(desk.learn({}));
        Feedback mark;
        mark.message = message.id;
        mark.assigned = Priority::VeryLow;
        EXPECT_TRUE(giveFeedback(**other, desk, clock, mark));
        clock.advance(std::chrono::minutes{1});
        return sayValue(0.95);
    });
    settings.requestsPerDay = 1;
    settings.inFlight = 1;
    ASSERT_TRUE(run(slow));
    ASSERT_EQ(slow.asked.size(), 1u);
    EXPECT_EQ(standing(*slow.asked.begin()).decidedBy, DecidedBy::User);
    EXPECT_EQ(standing(*slow.asked.begin()).priority, Priority::VeryLow);
}

TEST_F(ModelScoringStory, TheUsersMarksScaleTheModelsWordAndADecisionTellsHow) {
    std::vector<MessageId> heard;
    const auto newest = cellar->messages.newest({}, 1000);
    ASSERT_TRUE(good(newest));
    for (const MessageId id : *newest) {
        const auto stands = cellar->triage.latest(id);
        if (stands && *stands && heard.size() < size_t(triage::kMarksBeforeCalibrating) + 4) {
            storage::ModelWord word;
            word.message = id;
            word.textHash = QByteArray::number(id.value);
            word.answer = triage::toJson(*sayValue(0.9));
            ASSERT_TRUE(cellar->models.save({settings.model, triage::classifyVersion()}, word, clock.now()));
            heard.push_back(id);
        }
    }
    ASSERT_TRUE(triage->loadMarks());
    int marks = 0;
    for (const MessageId id : heard) {
        Feedback mark;
        mark.message = id;
        mark.assigned = ++marks % 3 == 0 ? Priority::Medium : Priority::Low;
        ASSERT_TRUE(giveFeedback(*cellar, *triage, clock, mark));
        if (marks == triage::kMarksBeforeCalibrating - 1) {
            ASSERT_TRUE(triage->loadMarks());
            const triage::ModelCalibration few = *triage->judge().fusion.calibrations.cbegin();
            EXPECT_FALSE(few.fitted);
            EXPECT_EQ(few.marks, marks);
        }
    }
    ASSERT_TRUE(triage->loadMarks());
    const triage::ModelCalibration fitted = *triage->judge().fusion.calibrations.cbegin();
    EXPECT_TRUE(fitted.fitted);
    EXPECT_LT(fitted.platt(triage::boundedLogit(0.9)), 0.6);
    const auto message = cellar->messages.message(heard.front());
    const Decision fresh = triage->wouldDecide(**message, *sayValue(0.9))->machine;
    EXPECT_TRUE(fresh.modelRecord.contains(R"("calibration":{"fitted":true,"marks":24)")) << fresh.modelRecord.data();
    EXPECT_TRUE(triage::sameDecision(fresh, triage::replayed(fresh)));
    const Decision stored = standing(heard.front().value);
    EXPECT_TRUE(triage::sameDecision(stored, triage::replayed(stored))) << "replay stays exact, whatever was learned";
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
