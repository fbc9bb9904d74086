// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Lists and search over a big workspace: each program line shows p50 and p95 in ms and p95 as a share of its limit.
#include "core/service/inbox_reader.h"
#include "tests/bench/service/big_workspace.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <random>

namespace {

using namespace kith;

/// Collects single times; a mean hides the slow ones.
class Spread {
public:
    template <class Work>
    void time(Work work) {
        const auto began = std::chrono::steady_clock::now();
        work();
        m_ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
    void report(benchmark::State& state, double limitMs) {
        std::sort(m_ms.begin(), m_ms.end());
        const auto at = [this](double share) {
            return m_ms[std::min(m_ms.size() - 1, static_cast<size_t>(share * static_cast<double>(m_ms.size())))];
        };
        state.counters["p50_ms"] = at(0.5);
        state.counters["p95_ms"] = at(0.95);
        state.counters["p95_of_limit"] = at(0.95) / limitMs;
    }

private:
    std::vector<double> m_ms;
};

void pageAnywhere(benchmark::State& state) {
    service::Cellar& cellar = bench::bigWorkspace();
    std::mt19937 random(11);
    Spread spread;
    for (auto _ : state) {
        const storage::InboxKey key{
            static_cast<int>(random() % 5),
            std::chrono::milliseconds(1'500'000'000'000 + qint64(random() % bench::bigWorkspaceMessages()) * 600'000),
            {}};
        spread.time([&] { benchmark::DoNotOptimize(cellar.inbox.page({}, key, 50)); });
    }
    spread.report(state, 5.0);
}

void searchWords(benchmark::State& state, int fromRank, int toRank, int words) {
    service::Cellar& cellar = bench::bigWorkspace();
    std::mt19937 random(13);
    Spread spread;
    for (auto _ : state) {
        QStringList query;
        for (int i = 0; i < words; ++i) {
            query << bench::word(fromRank + static_cast<int>(random() % static_cast<quint32>(toRank - fromRank)));
        }
        const QString text = query.join(QLatin1Char(' '));
        spread.time([&] { benchmark::DoNotOptimize(cellar.search.find(text, 50)); });
    }
    spread.report(state, 10.0);
}

void searchFiltered(benchmark::State& state) {
    service::Cellar& cellar = bench::bigWorkspace();
    std::mt19937 random(17);
    Spread spread;
    for (auto _ : state) {
        const QString text =
            QStringLiteral("from:p%1 %2").arg(random() % 3000).arg(bench::word(static_cast<int>(random() % 50)));
        spread.time([&] { benchmark::DoNotOptimize(cellar.search.find(text, 50)); });
    }
    spread.report(state, 10.0);
}

void wholeOrder(benchmark::State& state) {
    service::Cellar& cellar = bench::bigWorkspace();
    Spread spread;
    for (auto _ : state) {
        spread.time([&] { benchmark::DoNotOptimize(service::readOrder(cellar, MailList::Priority)); });
    }
    spread.report(state, 100.0);
}

void rowsOfAScreen(benchmark::State& state) {
    service::Cellar& cellar = bench::bigWorkspace();
    const auto order = service::readOrder(cellar, MailList::Priority);
    std::mt19937 random(19);
    Spread spread;
    for (auto _ : state) {
        const size_t at = random() % (order->threads.size() - 100);
        const std::vector<ThreadId> page(order->threads.begin() + static_cast<qsizetype>(at),
                                         order->threads.begin() + static_cast<qsizetype>(at) + 100);
        spread.time([&] { benchmark::DoNotOptimize(service::readRows(cellar, page)); });
    }
    spread.report(state, 5.0);
}

}  // namespace

BENCHMARK(pageAnywhere)->Iterations(500)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searchWords, common, 0, 20, 1)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searchWords, middling, 50, 500, 1)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searchWords, rare, 5000, 30000, 1)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(searchWords, twoOfThem, 0, 500, 2)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK(searchFiltered)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK(wholeOrder)->Iterations(20)->Unit(benchmark::kMillisecond);
BENCHMARK(rowsOfAScreen)->Iterations(300)->Unit(benchmark::kMillisecond);
