// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The model behind the window: nothing is asked before the user says so, then by itself, and it ends at once.
#include "core/service/live_model.h"
#include "core/service/privacy_office.h"
#include "tests/unit/service/model_house.h"

#include <QFile>
#include <QJsonDocument>
#include <QtCore/qtestsupport_core.h>

#include <atomic>

using namespace kith;
using namespace kith::service;
using kith::testing::sayValue;

namespace {

constexpr int kWatchdog = 60'000;  ///< milliseconds: only a hang is longer

/// A service without a network.
class FakeModelPort final : public ModelPort {
public:
    Result<ModelAccess> access() override {
        ModelAccess access;
        access.hasKey = hasKey;
        access.address = QStringLiteral("https://models.example/v1");
        return access;
    }
    Result<void> setKey(const QByteArray& key) override {
        hasKey = !key.isEmpty();
        return {};
    }
    Result<void> setAddress(const QString&) override { return {}; }
    Result<std::vector<triage::ModelOffer>> offers(std::stop_token) override {
        return std::vector<triage::ModelOffer>{{ModelSettings().model, 131'072, 1.0, 1.0},
                                               {QStringLiteral("example/small"), 8'192, 0.05, 0.05}};
    }
    Result<std::unique_ptr<triage::Classifier>> classifier(const QString&) override {
        return std::unique_ptr<triage::Classifier>(std::make_unique<Answering>(*this));
    }
    QByteArray question(const QString& model, const triage::AskedLetter& letter) override {
        return QJsonDocument(QJsonObject{{QStringLiteral("model"), model}, {QStringLiteral("text"), letter.text}})
            .toJson();
    }

    std::atomic<bool> hasKey{true};
    std::atomic<bool> thinksForEver{false};
    std::atomic<int> questions{0};

private:
    class Answering final : public triage::Classifier {
    public:
        explicit Answering(FakeModelPort& port)
            : m_port(port) {}
        Result<triage::ModelAnswer> classify(const triage::AskedLetter&, const Preferences&, std::stop_token stop,
                                             double& spentUsd) override {
            ++m_port.questions;
            while (m_port.thinksForEver && !stop.stop_requested()) {
                std::this_thread::yield();
            }
            if (stop.stop_requested()) {
                return Error{ErrorKind::Cancelled, {}, {}};
            }
            spentUsd += 0.001;
            return sayValue(0.9);
        }

    private:
        FakeModelPort& m_port;
    };
};

class ModelDeskStory : public kith::testing::ModelHouse {
protected:
    void SetUp() override {
        clock.advance(std::chrono::hours{1});  // ids grow with time
        model = std::make_unique<LiveModel>(LiveModel::Ground{
            [this] {
                return Cellar::open({folder.filePath(QStringLiteral("w")), {}, CellarMode::Share, &ids}, clock);
            },
            clock, port, false, [this](const Changes&) { ++changes; }});
    }
    ModelPhase phase() { return model->facts().result()->status.phase; }
    bool becomes(ModelPhase wanted) {
        return QTest::qWaitFor([&] { return phase() == wanted; }, kWatchdog);
    }

    storage::TimeIdSource ids{clock};
    FakeModelPort port;
    std::atomic<int> changes{0};
    std::unique_ptr<LiveModel> model;
};

}  // namespace

TEST_F(ModelDeskStory, WithoutTheUsersWordNothingIsAsked) {
    ASSERT_TRUE(becomes(ModelPhase::Off));
    model->mailCame();
    ASSERT_TRUE(becomes(ModelPhase::Off));
    EXPECT_EQ(port.questions, 0);
}

TEST_F(ModelDeskStory, TheSampleIsWhatWouldLeaveWithItsPrice) {
    ASSERT_TRUE(model->offers().result());
    const auto sample = model->sample().result();
    ASSERT_TRUE(sample) << qPrintable(sample.error().detail);
    EXPECT_TRUE(sample->found);
    EXPECT_FALSE(sample->subject.isEmpty());
    EXPECT_GT(sample->waiting, 5);
    EXPECT_TRUE(sample->body.contains(ModelSettings().model.toUtf8()));
    ASSERT_TRUE(sample->usdEach);
    EXPECT_GT(*sample->usdEach, 0);
    EXPECT_EQ(port.questions, 0) << "nothing left";
}

TEST_F(ModelDeskStory, OnceAllowedItAsksByItselfAndRests) {
    ASSERT_TRUE(model->setAllowed(true).result());
    ASSERT_TRUE(becomes(ModelPhase::Idle));
    EXPECT_GT(port.questions, 5);
    EXPECT_GT(changes, 0);
    const auto facts = model->facts().result();
    EXPECT_EQ(facts->requestsToday, port.questions);
    const int before = port.questions;
    model->mailCame();
    ASSERT_TRUE(becomes(ModelPhase::Idle));
    EXPECT_EQ(port.questions, before) << "nothing new came";
}

TEST_F(ModelDeskStory, APauseEndsWhatGoesOnAndItGoesOnLater) {
    port.thinksForEver = true;
    ASSERT_TRUE(model->setAllowed(true).result());
    ASSERT_TRUE(QTest::qWaitFor([&] { return port.questions > 0; }, kWatchdog));
    model->setPaused(true);
    ASSERT_TRUE(becomes(ModelPhase::Paused));
    EXPECT_EQ(model->facts().result()->requestsToday, 0) << "a question that was stopped is none";
    port.thinksForEver = false;
    model->setPaused(false);
    ASSERT_TRUE(becomes(ModelPhase::Idle));
}

TEST_F(ModelDeskStory, ClosingTheHouseEndsAQuestionThatNobodyAnswers) {
    port.thinksForEver = true;
    ASSERT_TRUE(model->setAllowed(true).result());
    ASSERT_TRUE(QTest::qWaitFor([&] { return port.questions > 0; }, kWatchdog));
    model.reset();
    SUCCEED();
}

TEST_F(ModelDeskStory, WithoutAKeyItSaysSoAndAnUnknownModelIsRefused) {
    port.hasKey = false;
    ASSERT_TRUE(model->setAllowed(true).result());
    ASSERT_TRUE(becomes(ModelPhase::NoKey));
    ASSERT_TRUE(model->setKey(QStringLiteral("key")).result());
    ASSERT_TRUE(becomes(ModelPhase::Idle));
    const auto unknown = model->choose(ModelTask::Draft, QStringLiteral("example/smal")).result();
    ASSERT_FALSE(unknown);
    EXPECT_TRUE(unknown.error().hint.contains(QStringLiteral("example/small")));
    ASSERT_TRUE(model->choose(ModelTask::Draft, QStringLiteral("example/small")).result());
    EXPECT_EQ(model->facts().result()->draftModel, QStringLiteral("example/small"));
}

TEST_F(ModelDeskStory, ATestAndATrialTellWhatTheyFound) {
    EXPECT_TRUE(model->test(QStringLiteral("example/small")).result());
    EXPECT_EQ(model->tryOut(QStringLiteral("example/small"), 5).result().error().kind, ErrorKind::Denied);
    ASSERT_TRUE(model->setAllowed(true).result());
    ASSERT_TRUE(becomes(ModelPhase::Idle));
    const auto trial = model->tryOut(QStringLiteral("example/small"), 5).result();
    ASSERT_TRUE(trial) << qPrintable(trial.error().detail);
    EXPECT_EQ(trial->compared, 5);
    EXPECT_EQ(model->trials().result()->size(), 1u);
}

TEST_F(ModelDeskStory, TheLedgerIsListedByServiceSummedUpAndExported) {
    storage::EgressStore store(*cellar->database);
    for (int i = 0; i < 3; ++i) {
        storage::EgressEntry entry;
        entry.service = i == 0 ? QStringLiteral("gmail") : QStringLiteral("deepinfra");
        entry.bytesOut = 100;
        entry.cost = 0.25;
        entry.body = "exact text " + QByteArray::number(i);
        ASSERT_TRUE(store.add(entry));
    }
    Desk<Cellar> reading([this] {
        return Cellar::open({folder.filePath(QStringLiteral("w")), {}, CellarMode::Share, &ids}, clock);
    });
    LedgerOffice ledger(reading, [this] {
        return Cellar::open({folder.filePath(QStringLiteral("w")), {}, CellarMode::Share, &ids}, clock);
    });
    const auto listed = ledger.list(0, 10, QStringLiteral("deepinfra")).result();
    ASSERT_EQ(listed->size(), 2u);
    EXPECT_EQ(ledger.entry(listed->front().id).result()->body, QByteArray("exact text 2"));
    const auto totals = ledger.totals().result();
    ASSERT_EQ(totals->size(), 2u);
    EXPECT_EQ(totals->front().service, QStringLiteral("deepinfra"));
    EXPECT_DOUBLE_EQ(totals->front().cost, 0.5);
    const QString path = folder.filePath(QStringLiteral("ledger.jsonl"));
    EXPECT_EQ(*ledger.exportTo(path, {}).result(), 3);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().count('\n'), 3);
    EXPECT_FALSE(ledger.exportTo(folder.filePath(QStringLiteral("no/such/place")), {}).result());
}
