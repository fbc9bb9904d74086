// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A mail file of 50,000 messages (KITH_BENCH_MBOX names another): how soon the first rows stand, how soon the newest 50
// are decided, how fast the rest comes.
#include "core/service/import_job.h"
#include "tests/bench/service/big_workspace.h"

#include <QFile>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <chrono>
#include <random>

namespace {

using namespace kith;
using Clocked = std::chrono::steady_clock;

double secondsSince(Clocked::time_point began) {
    return std::chrono::duration<double>(Clocked::now() - began).count();
}

void writeMailbox(const QString& path, int messages) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return;
    }
    std::mt19937 random(5);
    for (int i = 0; i < messages; ++i) {
        QByteArray body;
        for (int w = 0; w < 220; ++w) {
            body +=
                bench::word(static_cast<int>(random() % (random() % 4000 + 1))).toUtf8() + (w % 12 == 11 ? "\n" : " ");
        }
        const QByteArray n = QByteArray::number(i);
        const QByteArray sender = QByteArray::number(random() % 900);
        const QByteArray day = QByteArray::number(1 + i / 1900);
        file.write("From MAILER-DAEMON Fri May 15 00:00:00 2026\nMessage-ID: <b" + n + "@bench.example>\nDate: " + day +
                   " May 2026 " + QByteArray::number(i % 24).rightJustified(2, '0') + ":00:00 +0000\nFrom: Person " +
                   sender + " <p" + sender +
                   "@firm.example>\nTo: Mara Lindqvist <mara@fjordlight.example>\nSubject: Note " + n +
                   "\nContent-Type: text/plain; charset=utf-8\n\n" + body + "\n\n");
    }
}

void takeInMailbox(benchmark::State& state) {
    QTemporaryDir folder;
    QString path = qEnvironmentVariable("KITH_BENCH_MBOX");
    if (path.isEmpty()) {
        path = folder.filePath(QStringLiteral("box.mbox"));
        writeMailbox(path, 50'000);
    }
    SystemClock clock;
    int round = 0;
    for (auto _ : state) {
        auto cellar = service::Cellar::open(
            {folder.filePath(QStringLiteral("w%1").arg(round++)), {}, service::CellarMode::Write, nullptr}, clock);
        const auto began = Clocked::now();
        double firstRow = 0;
        double fiftyDecided = 0;
        service::ImportHooks hooks;
        hooks.progress = [&](const service::ImportProgress& progress) {
            if (firstRow == 0 && progress.added > 0) {
                firstRow = secondsSince(began);
            }
            if (fiftyDecided == 0 && progress.added >= 50) {  // told after the batch was scored
                fiftyDecided = secondsSince(began);
            }
        };
        service::ImportJob job(**cellar, clock, std::move(hooks));
        service::ImportRequest request;
        request.paths = {path};
        request.owners = {QStringLiteral("mara@fjordlight.example")};
        const auto done = job.run(request, {});
        state.counters["first_row_s"] = firstRow;
        state.counters["first_row_of_limit"] = firstRow / 2.0;
        state.counters["newest50_s"] = fiftyDecided;
        state.counters["newest50_of_limit"] = fiftyDecided / 60.0;
        state.counters["messages_per_s"] = static_cast<double>(done ? done->seen : 0) / secondsSince(began);
    }
}

}  // namespace

BENCHMARK(takeInMailbox)->Iterations(1)->Unit(benchmark::kSecond);
