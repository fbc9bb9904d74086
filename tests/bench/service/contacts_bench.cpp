// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A table of people (KITH_BENCH_TABLE names one, as make_contacts.py writes it; else 200,000 rows of our own): how fast
// it is understood, and how long its import takes against sqlite3 .import into a bare table.
#include "core/intake/csv_schema.h"
#include "core/service/contact_import_job.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <chrono>
#include <random>

namespace {

using namespace kith;
using Clocked = std::chrono::steady_clock;

void writePeople(const QString& path, int rows) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return;
    }
    file.write("First name,Last name,E-mail,Phone,Company,Job title,City,Country,First contact\r\n");
    std::mt19937 random(6);
    const auto word = [&](const char* stem, unsigned kinds) -> QByteArray {
        return stem + QByteArray::number(random() % kinds, 36);
    };
    for (int i = 0; i < rows; ++i) {
        const QByteArray first = word("Ada", 3000);
        const QByteArray last = word("Moor", 20'000);
        const QByteArray firm = word("North", 30'000);
        file.write(first + ',' + last + ',' + first.toLower() + '.' + last.toLower() + '.' + QByteArray::number(i) +
                   '@' + firm.toLower() + ".example,+4722 " + QByteArray::number(2'000'000 + random() % 7'000'000) +
                   ",\"" + firm + ", Inc.\",Engineer," + word("Bergen", 2000) + ",Norway,20" +
                   QByteArray::number(15 + random() % 10) + "-0" + QByteArray::number(1 + random() % 9) + "-1" +
                   QByteArray::number(random() % 10) + "\r\n");
    }
}

struct People {
    People() {
        path = qEnvironmentVariable("KITH_BENCH_TABLE");
        if (path.isEmpty()) {
            path = folder.filePath(QStringLiteral("people.csv"));
            writePeople(path, 200'000);
        }
    }
    QTemporaryDir folder;
    QString path;
};

double secondsOf(Clocked::time_point began) {
    return std::chrono::duration<double>(Clocked::now() - began).count();
}

/// Seconds of sqlite3 .import; 0 where there is no sqlite3.
double bareImport(const People& people) {
    const QString database = people.folder.filePath(QStringLiteral("bare.sqlite"));
    QFile::remove(database);
    const auto began = Clocked::now();
    const int code =
        QProcess::execute(QStringLiteral("sqlite3"), {database, QStringLiteral("-cmd"), QStringLiteral(".mode csv"),
                                                      QStringLiteral(".import '%1' people").arg(people.path)});
    return code == 0 ? secondsOf(began) : 0;
}

void understandTableOfPeople(benchmark::State& state) {
    const People people;
    qint64 bytes = 0;
    for (auto _ : state) {
        const auto text = intake::CsvText::open(people.path);
        const auto schema = intake::understandCsv(**text);
        benchmark::DoNotOptimize(schema->rows);
        bytes += (*text)->fileSize();
    }
    state.SetBytesProcessed(bytes);
}

void importTableOfPeople(benchmark::State& state) {
    const People people;
    SystemClock clock;
    const double bare = bareImport(people);
    for (auto _ : state) {
        QTemporaryDir folder;
        auto cellar = service::Cellar::open(
            {folder.filePath(QStringLiteral("w")), {}, service::CellarMode::Write, nullptr}, clock);
        service::ContactImportRequest request;
        request.path = people.path;
        const auto began = Clocked::now();
        const auto report = service::ContactImportJob(**cellar).run(request);
        const double took = secondsOf(began);
        state.counters["rows_per_s"] = static_cast<double>(report ? report->seen : 0) / took;
        state.counters["times_bare"] = bare > 0 ? took / bare : 0;
        state.counters["of_limit"] = bare > 0 ? took / bare / 3 : 0;
    }
}

}  // namespace

BENCHMARK(understandTableOfPeople)->Unit(benchmark::kMillisecond);
BENCHMARK(importTableOfPeople)->Iterations(1)->Unit(benchmark::kSecond);
