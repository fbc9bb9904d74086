// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The sample workspace and a model that says what the test wants.
#pragma once

#include "core/service/model_scoring.h"
#include "core/service/sample.h"
#include "core/triage/model_prompt.h"
#include "tests/support/fake_clock.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <mutex>
#include <set>

namespace kith::testing {

/// Says what it is told to; counts who was asked about.
class ScriptedClassifier final : public triage::Classifier {
public:
    using Says = std::function<Result<triage::ModelAnswer>(const Message&)>;
    explicit ScriptedClassifier(Says says)
        : m_says(std::move(says)) {}
    Result<triage::ModelAnswer> classify(const triage::AskedLetter& letter, const Preferences&, std::stop_token stop,
                                         double& spentUsd) override {
        const std::lock_guard lock(m_mutex);
        const Message& message = letter.message;
        asked.insert(message.id.value);
        letters.push_back(letter);
        ++questions;
        spentUsd += 0.001;
        return stop.stop_requested() ? Result<triage::ModelAnswer>(Error{ErrorKind::Cancelled, {}, {}})
                                     : m_says(message);
    }
    std::set<qint64> asked;
    int questions{0};
    std::vector<triage::AskedLetter> letters;

private:
    std::mutex m_mutex;
    Says m_says;
};

inline Result<triage::ModelAnswer> sayValue(double value) {
    triage::ModelAnswer answer;
    answer.automation.value = 1 - value;
    answer.contentValue = answer.humanInteraction = answer.timeValue =
        answer.businessImpact = {value, QStringLiteral("r")};
    answer.emailType = QStringLiteral("other");
    answer.model = service::ModelSettings().model;
    answer.promptVersion = triage::classifyVersion();
    return answer;
}

class ModelHouse : public ::testing::Test {
protected:
    ModelHouse() {
        cellar = *service::Cellar::open({folder.filePath(QStringLiteral("w")), {}, service::CellarMode::Write, nullptr},
                                        clock);
        const auto sample = service::Sample::unpack(clock.now());
        service::ImportJob job(*cellar, clock, {});
        EXPECT_TRUE(job.run(sample->request(), {}));
        triage = std::make_unique<service::TriageService>(*cellar, clock);
        EXPECT_TRUE(triage->learn({}));
    }
    Result<service::ModelReport> run(triage::Classifier& classifier, std::stop_token stop = {}) {
        return service::ModelScoring(*cellar, clock, *triage, classifier, settings).run(10'000, stop);
    }
    Decision standing(qint64 message) { return **cellar->triage.latest(MessageId{message}); }

    QTemporaryDir folder;
    FakeClock clock;
    std::unique_ptr<service::Cellar> cellar;
    std::unique_ptr<service::TriageService> triage;
    service::ModelSettings settings;
};
}  // namespace kith::testing
