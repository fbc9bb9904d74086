// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A thousand messages scored by a model that takes 200 ms for each answer, sixteen in flight, all the way: read up,
// asked over a real line, ledger written, answers stored, decisions made again. And how fast a stop is answered.
// KITH_EMULATOR names the program where it is not beside.
#include "app/composition.h"
#include "core/service/import_job.h"
#include "core/service/model_scoring.h"
#include "tests/support/mail_forge.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <thread>

namespace {

using namespace kith;

constexpr int benchLatency = 200;  ///< milliseconds
constexpr int benchQuestions = 1000;
constexpr int benchInFlight = 16;
constexpr double possibleRate = benchInFlight * 1000.0 / benchLatency;

QByteArray strangersMail(int number) {
    const QByteArray n = QByteArray::number(number);
    const QByteArray from = "Robin Ode <robin@firm" + n + ".example>";
    return testing::LetterForge()
        .from(from.constData())
        .subject("Question " + n + " about your probes")
        .id("q" + n + "@firm" + n + ".example")
        .day(1 + number % 28)
        .body("Hello,\n\ncould you send me the price of " + n + " probes by Friday?\n\nBest\nRobin\n")
        .mbox();
}

/// A workspace full of strangers' mail, a model at a distance, and the way to it.
class ModelBench {
public:
    ModelBench() {
        static int count = 1;
        static char name[] = "bench_model";
        static char* arguments[] = {name, nullptr};
        static const QCoreApplication application(count, arguments);
        startEmulator();
        m_cellar = std::move(*service::Cellar::open(options(service::CellarMode::Write), m_clock));
        QFile mbox(m_folder.filePath(QStringLiteral("mail.mbox")));
        if (!mbox.open(QIODevice::WriteOnly)) {
            return;
        }
        for (int i = 0; i < benchQuestions + 100; ++i) {
            mbox.write(strangersMail(i));
        }
        mbox.close();
        service::ImportRequest request;
        request.paths << mbox.fileName();
        const auto imported = service::ImportJob(*m_cellar, m_clock, {}).run(request, {});
        m_triage = std::make_unique<service::TriageService>(*m_cellar, m_clock);
        m_stands = imported && m_triage->learn({});
        m_ports =
            std::make_unique<app::Composition>(options(service::CellarMode::Share), m_clock, app::CompositionOptions{});
        m_classifier = std::move(*m_ports->classifier(m_settings.model));
        m_settings.requestsPerDay = 1'000'000;
        m_settings.usdPerDay = 1'000'000;
        m_settings.inFlight = benchInFlight;
    }
    ~ModelBench() {
        m_process.closeWriteChannel();
        m_process.waitForFinished(3'000);
    }
    Q_DISABLE_COPY_MOVE(ModelBench)

    bool stands() const { return m_stands && m_classifier; }
    Result<service::ModelReport> run(int most, std::stop_token stop = {}) {
        return service::ModelScoring(*m_cellar, m_clock, *m_triage, *m_classifier, m_settings).run(most, stop);
    }

private:
    service::CellarOptions options(service::CellarMode mode) {
        return {m_folder.filePath(QStringLiteral("workspace")), {}, mode, &m_ids};
    }
    void startEmulator() {
        const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/kith-emulator");
        m_process.start(qEnvironmentVariable("KITH_EMULATOR", beside),
                        {QStringLiteral("--deepinfra"), QStringLiteral("--stdin"), QStringLiteral("--latency"),
                         QString::number(benchLatency)});
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30'000)) {
        }
        const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
        qputenv("KITH_ENDPOINT_DEEPINFRA", ready.value(u"deepinfra").toString().toUtf8());
        qputenv("KITH_DEEPINFRA_KEY", ready.value(u"keys").toObject().value(u"deepinfra").toString().toUtf8());
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    SystemClock m_clock;
    storage::TimeIdSource m_ids{m_clock};
    service::ModelSettings m_settings;
    std::unique_ptr<service::Cellar> m_cellar;
    std::unique_ptr<service::TriageService> m_triage;
    std::unique_ptr<app::Composition> m_ports;
    std::unique_ptr<triage::Classifier> m_classifier;
    bool m_stands{false};
};

void aThousandQuestions(benchmark::State& state) {
    ModelBench bench;
    if (!bench.stands()) {
        state.SkipWithError("no emulator");
        return;
    }
    for ([[maybe_unused]] auto round : state) {
        QElapsedTimer time;
        time.start();
        const auto report = bench.run(benchQuestions);
        const double rate = 1000.0 * benchQuestions / double(time.elapsed());
        if (!report || report->answered != benchQuestions) {
            state.SkipWithError("not all were answered");
            return;
        }
        state.counters["a_second"] = rate;
        state.counters["of_possible"] = rate / possibleRate;
    }
}

void aStopInTheMiddle(benchmark::State& state) {
    ModelBench bench;
    if (!bench.stands()) {
        state.SkipWithError("no emulator");
        return;
    }
    double worst = 0;
    for ([[maybe_unused]] auto round : state) {
        std::stop_source stop;
        QElapsedTimer sinceStop;
        std::jthread presser([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(700));
            sinceStop.start();
            stop.request_stop();
        });
        const auto report = bench.run(benchQuestions, stop.get_token());
        const double took = double(sinceStop.nsecsElapsed()) / 1e9;
        if (!report) {
            state.SkipWithError("a stop is no error");
            return;
        }
        state.SetIterationTime(took);
        worst = std::max(worst, took * 1000);
    }
    state.counters["worst_ms"] = worst;
}

BENCHMARK(aThousandQuestions)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();
BENCHMARK(aStopInTheMiddle)->Unit(benchmark::kMillisecond)->Iterations(10)->UseManualTime();

}  // namespace
