// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A whole triage run against the model's emulator, with everything that can go wrong on the way: the ledger holds what
// the emulator saw, to the byte, and no trouble ever becomes a score.
#include "core/net/ledger_transport.h"
#include "core/service/import_job.h"
#include "core/service/model_scoring.h"
#include "core/sources/model_classifier.h"
#include "core/triage/model_prompt.h"
#include "tests/emulators/model_emulator.h"
#include "tests/support/emulator_transport.h"
#include "tests/support/mail_forge.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace kith::emulator {
namespace {

class MemoryLedger final : public net::EgressLedger {
public:
    void record(const net::EgressRecord& record) override {
        const std::lock_guard lock(m_mutex);
        m_records.push_back(record);
    }
    std::vector<net::EgressRecord> records() const {
        const std::lock_guard lock(m_mutex);
        return m_records;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<net::EgressRecord> m_records;
};

QByteArray strangersLetter(int number) {
    const QByteArray n = QByteArray::number(number);
    const QByteArray from = "Robin Ode <robin@firm" + n + ".example>";
    return kith::testing::LetterForge()
        .from(from.constData())
        .subject("Question " + n + " about your probes")
        .id("q" + n + "@firm" + n + ".example")
        .day(1 + number % 28)
        .body("Hello,\n\ncould you send me the price of " + n + " probes by Friday?\n\nBest\nRobin\n")
        .mbox();
}

class ModelFaults : public ::testing::Test {
protected:
    ModelFaults() {
        QFile mbox(folder.filePath(QStringLiteral("mail.mbox")));
        EXPECT_TRUE(mbox.open(QIODevice::WriteOnly));
        for (int i = 0; i < 24; ++i) {
            mbox.write(strangersLetter(i));
        }
        mbox.close();
        cellar = *service::Cellar::open({folder.filePath(QStringLiteral("w")), {}, service::CellarMode::Write, nullptr},
                                        time);
        service::ImportRequest request;
        request.paths << mbox.fileName();
        EXPECT_TRUE(service::ImportJob(*cellar, time, {}).run(request, {}));
        triage = std::make_unique<service::TriageService>(*cellar, time);
        EXPECT_TRUE(triage->learn({}));
    }
    Result<service::ModelReport> run() {
        service::ModelScoring scoring(*cellar, time, *triage, classifier, settings);
        auto report = scoring.run(1000, {});
        last = scoring.report();
        return report;
    }
    void strike(FaultKind kind, int times, int after = 0) {
        Fault fault;
        fault.kind = kind;
        fault.times = times;
        fault.after = after;
        faults.add(fault);
    }
    std::vector<std::pair<MessageId, Decision>> standing() {
        std::vector<std::pair<MessageId, Decision>> all;
        const auto newest = cellar->messages.newest({}, 100);
        for (const MessageId id : *newest) {
            if (const auto decision = cellar->triage.latest(id); decision && *decision) {
                all.emplace_back(id, **decision);
            }
        }
        return all;
    }

    QTemporaryDir folder;
    kith::testing::EmulatorTime time;
    FaultDesk faults;
    RequestLog log;
    ModelEmulator model{{time.clock(), faults, log}};
    kith::testing::EmulatorTransport line{
        time, [this](const QUrl&, const Request& request) { return model.handle(request); }};
    MemoryLedger ledger;
    net::LedgerTransport transport{line, ledger, time, {.cost = sources::toldCost}};
    sources::OpenAiChat chat{transport,
                             time,
                             [this] { return Result<QByteArray>(model.key().toUtf8()); },
                             {.baseUrl = QStringLiteral("http://127.0.0.1:1/v1/openai")}};
    service::ModelSettings settings;
    sources::ModelClassifier classifier{chat, settings.model};
    std::unique_ptr<service::Cellar> cellar;
    std::unique_ptr<service::TriageService> triage;
    service::ModelReport last;
};

}  // namespace

TEST_F(ModelFaults, TheLedgerHoldsWhatTheEmulatorSawToTheByteThroughEveryTrouble) {
    int after = 1;
    for (const FaultKind kind :
         {FaultKind::Rate429, FaultKind::Server500, FaultKind::Server502Html, FaultKind::Server503, FaultKind::Cut,
          FaultKind::Truncate, FaultKind::Stall, FaultKind::NoAnswer}) {
        strike(kind, 1, after);
        after += 2;
    }
    const auto report = run();
    ASSERT_TRUE(report) << qPrintable(report.error().detail);
    EXPECT_TRUE(faults.isEmpty()) << "every trouble came";
    EXPECT_EQ(report->answered, 24);
    const auto records = ledger.records();
    ASSERT_EQ(records.size(), log.entries().size());
    EXPECT_GT(records.size(), 24u + 6u) << "what was asked again stands there again";
    QByteArrayList kept, seen;
    double cost = 0;
    for (const net::EgressRecord& record : records) {
        kept << record.body;
        cost += record.cost;
        EXPECT_EQ(record.service, QStringLiteral("deepinfra"));
        EXPECT_EQ(record.purpose, QStringLiteral("score a message"));
        EXPECT_GE(record.bytesOut, record.body.size());
    }
    for (const LogEntry& entry : log.entries()) {
        seen << entry.body;
    }
    std::sort(kept.begin(), kept.end());
    std::sort(seen.begin(), seen.end());
    EXPECT_EQ(kept, seen);
    EXPECT_NEAR(cost, report->usd, 1e-12);
}

TEST_F(ModelFaults, NoTroubleOfTheServiceEverBecomesAScore) {
    const auto before = standing();
    for (const FaultKind kind : {FaultKind::Rate429, FaultKind::Rate403, FaultKind::Server500, FaultKind::Server502Html,
                                 FaultKind::Server503, FaultKind::Unauthorized401, FaultKind::Payment402,
                                 FaultKind::Cut, FaultKind::Truncate, FaultKind::Stall, FaultKind::NoAnswer}) {
        faults.clear();
        time.advance(std::chrono::hours{2});  // what failed is asked about again by then
        strike(kind, -1);
        const auto report = run();
        EXPECT_EQ(last.answered, 0) << faultName(kind).toStdString();
        EXPECT_TRUE(!report || last.failed > 0) << faultName(kind).toStdString();
        const auto after = standing();
        ASSERT_EQ(after.size(), before.size());
        for (size_t i = 0; i < after.size(); ++i) {
            EXPECT_EQ(after[i].second.id, before[i].second.id) << faultName(kind).toStdString();
        }
        EXPECT_TRUE(cellar->models.all({settings.model, triage::classifyVersion()})->empty());
    }
    faults.clear();
    time.advance(std::chrono::hours{30});
    const auto report = run();
    ASSERT_TRUE(report) << qPrintable(report.error().detail);
    EXPECT_EQ(report->answered, 24) << "and all is asked once the service stands again";
}

TEST_F(ModelFaults, WordsThatAreNoAnswerNeverBecomeAScoreEither) {
    for (const ModelManner manner : {ModelManner::Nonsense, ModelManner::OutOfRange}) {
        model.api().setManner(manner);
        ASSERT_TRUE(run());
        EXPECT_EQ(last.answered, 0);
        EXPECT_EQ(last.failed, 24);
        EXPECT_TRUE(cellar->models.all({settings.model, triage::classifyVersion()})->empty());
        time.advance(std::chrono::hours{30});
    }
}

TEST_F(ModelFaults, WhatTheUserKeepsBackNeverStandsInTheLog) {
    ASSERT_TRUE(service::setPrivacy(*cellar, QStringLiteral("domain:firm3.example"), triage::PrivacyLevel::LocalOnly));
    ASSERT_TRUE(service::setPrivacy(*cellar, QStringLiteral("domain:firm4.example"), triage::PrivacyLevel::Redacted));
    const auto report = run();
    ASSERT_TRUE(report);
    EXPECT_EQ(report->keptBack, 1);
    EXPECT_EQ(report->answered, 23);
    int redacted = 0;
    for (const net::EgressRecord& record : ledger.records()) {
        EXPECT_FALSE(record.body.contains("firm3.example"));
        EXPECT_FALSE(record.body.contains("firm4.example"));
        redacted += record.redactions > 0 ? 1 : 0;
    }
    EXPECT_EQ(redacted, 1);
}

}  // namespace kith::emulator
