// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Ten thousand people of Attio over a real line at the service's rate limit: the share of the possible rate that Kith
// reaches, and what was refused once it was warm. KITH_EMULATOR names the program where it is not beside.
#include "core/base/clock.h"
#include "core/net/qt_transport.h"
#include "core/sources/attio_source.h"
#include "tests/emulators/attio/attio_people.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

#include <benchmark/benchmark.h>

#include <thread>

namespace {

using namespace kith;

constexpr int kAttioPeople = 10'000;
constexpr int kAtOnce = 16;
constexpr double kReadsPerSecond = 100;
constexpr Millis kWarm{5'000};

class AttioHouse {
public:
    AttioHouse() {
        static int count = 1;
        static char name[] = "bench_attio";
        static char* arguments[] = {name, nullptr};
        static const QCoreApplication application(count, arguments);
        const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/kith-emulator");
        m_process.start(qEnvironmentVariable("KITH_EMULATOR", beside),
                        {QStringLiteral("--attio"), QStringLiteral("--stdin"), QStringLiteral("--people"),
                         QString::number(kAttioPeople), QStringLiteral("--latency"), QStringLiteral("60")});
        while (!m_process.canReadLine() && m_process.waitForReadyRead(120'000)) {
        }
        ready = QJsonDocument::fromJson(m_process.readLine()).object();
        const QByteArray key = ready[u"keys"][u"attio"].toString().toUtf8();
        source = std::make_unique<sources::AttioSource>(line, clock, ready[u"attio"].toString(),
                                                        [key] { return Result<QByteArray>(key); });
    }
    ~AttioHouse() {
        m_process.closeWriteChannel();
        m_process.waitForFinished(3'000);
    }
    Q_DISABLE_COPY_MOVE(AttioHouse)

    QJsonObject ready;
    SystemClock clock;
    net::QtTransport line;
    std::unique_ptr<sources::AttioSource> source;

private:
    QProcess m_process;
};

void lookUpEverybody(AttioHouse& house, std::atomic<int>& next, std::atomic<int>& found) {
    for (int number = next++; number < kAttioPeople; number = next++) {
        const auto answer = house.source->client().query(
            QStringLiteral("people"),
            {.filter = {{QStringLiteral("email_addresses"), emulator::inventedPerson(number).email}}, .limit = 2}, {});
        found += answer && answer->size() == 1 ? 1 : 0;
    }
}

void attioAtItsLimit(benchmark::State& state) {
    AttioHouse house;
    for (auto _ : state) {
        std::atomic<int> next{0};
        std::atomic<int> found{0};
        const Millis began = house.clock.now();
        std::vector<std::jthread> workers;
        for (int worker = 0; worker < kAtOnce; ++worker) {
            workers.emplace_back([&] { lookUpEverybody(house, next, found); });
        }
        qint64 refusedCold = 0;
        house.clock.wait(kWarm, {});
        refusedCold = house.source->client().use().throttled;
        workers.clear();
        const double seconds = double((house.clock.now() - began).count()) / 1000;
        state.SetIterationTime(seconds);
        state.counters["found"] = found.load();
        state.counters["requests_per_second"] = kAttioPeople / seconds;
        state.counters["share_of_limit"] = kAttioPeople / seconds / kReadsPerSecond;
        state.counters["refused_cold"] = double(refusedCold);
        state.counters["refused_warm"] = double(house.source->client().use().throttled - refusedCold);
    }
}
BENCHMARK(attioAtItsLimit)->UseManualTime()->Iterations(1)->Unit(benchmark::kSecond);

void everybodyByPages(benchmark::State& state) {
    AttioHouse house;
    for (auto _ : state) {
        qint64 people = 0;
        const Millis began = house.clock.now();
        const auto all = house.source->everyPerson(
            [&](std::vector<people::ListedPerson>&& page) {
                people += qint64(page.size());
                return true;
            },
            {});
        state.SetIterationTime(double((house.clock.now() - began).count()) / 1000);
        state.counters["people"] = all ? double(people) : -1;
        state.counters["requests"] = double(house.source->client().use().requests);
    }
}
BENCHMARK(everybodyByPages)->UseManualTime()->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace
