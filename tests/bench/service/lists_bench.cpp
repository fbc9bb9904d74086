// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Lists and search over a big workspace: each program line shows p50 and p95 in ms and p95 as a share of its limit.
#include "core/service/inbox_reader.h"
#include "tests/bench/service/big_workspace.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <random>

namespace {

using namespace kith;

/// Collects single times; a mean hides the slow ones.
class Spread {
public:
    template <class Work>
    void time(Work work) {
        const double cpuBegan = cpuMs();
        const auto began = std::chrono::steady_clock::now();
        work();
        m_cpuMs.push_back(cpuMs() - cpuBegan);
        m_ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
    void report(benchmark::State& state, double limitMs) {
        state.counters["p50_ms"] = at(m_ms, 0.5);
        state.counters["p95_ms"] = at(m_ms, 0.95);
        state.counters["p95_of_limit"] = at(m_ms, 0.95) / limitMs;
        state.counters["p95_cpu_ms"] = at(m_cpuMs, 0.95);
    }

private:
    /// What this thread worked, whatever else the machine had to do.
    static double cpuMs() {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
    }
    static double at(std::vector<double>& times, double share) {
        std::sort(times.begin(), times.end());
        return times[std::min(times.size() - 1, static_cast<size_t>(share * static_cast<double>(times.size())))];
    }

    std::vector<double> m_ms;
    std::vector<double> m_cpuMs;
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

/// Draws words by rank for one kind of query.
class Draw {
public:
    explicit Draw(quint32 seed)
        : m_random(seed) {}
    int below(int n) { return static_cast<int>(m_random() % static_cast<quint32>(n)); }
    QString word(int fromRank, int toRank) { return bench::word(fromRank + below(toRank - fromRank)); }
    QString phrase(int fromRank, int toRank, int words = 2) {
        QStringList all;
        for (int i = 0; i < words; ++i) {
            all << word(fromRank, toRank);
        }
        return QLatin1Char('"') + all.join(QLatin1Char(' ')) + QLatin1Char('"');
    }
    /// Words that follow each other in some letter.
    QString neighbours(int words) {
        const QStringList text = bench::wordsOfSomeLetter(below(1'000'000));
        const int at = below(static_cast<int>(text.size()) - words);
        return QLatin1Char('"') + text.mid(at, words).join(QLatin1Char(' ')) + QLatin1Char('"');
    }

private:
    std::mt19937 m_random;
};

void search(benchmark::State& state, QString (*made)(Draw&)) {
    service::Cellar& cellar = bench::bigWorkspace();
    Draw draw(17);
    Spread spread;
    for (auto _ : state) {
        const QString text = made(draw);
        spread.time([&] { benchmark::DoNotOptimize(cellar.search.find(text, 50)); });
    }
    spread.report(state, 10.0);
}

QString fromAndWord(Draw& draw) {
    return QStringLiteral("from:p%1 %2").arg(draw.below(3000)).arg(draw.word(0, 50));
}
QString fromAndRarerWord(Draw& draw) {
    return QStringLiteral("from:p%1 %2").arg(draw.below(3000)).arg(draw.word(50, 1000));
}
QString phraseOfNeighbours(Draw& draw) {
    return draw.neighbours(2);
}
QString phraseOfThreeNeighbours(Draw& draw) {
    return draw.neighbours(3);
}
QString phraseOfCommonWords(Draw& draw) {
    return draw.phrase(0, 50);
}
QString phraseOfMiddlingWords(Draw& draw) {
    return draw.phrase(50, 500);
}
QString commonWithoutCommon(Draw& draw) {
    return draw.word(0, 20) + QStringLiteral(" -") + draw.word(0, 20);
}
QString commonWithoutMiddling(Draw& draw) {
    return draw.word(0, 20) + QStringLiteral(" -") + draw.word(50, 500);
}
QString commonWithoutTwo(Draw& draw) {
    return draw.word(0, 20) + QStringLiteral(" -") + draw.word(0, 5) + QStringLiteral(" -") + draw.word(0, 20);
}
QString middlingWithoutCommon(Draw& draw) {
    return draw.word(50, 500) + QStringLiteral(" -") + draw.word(0, 20);
}
QString wordAndPhraseWithoutWord(Draw& draw) {
    return draw.word(0, 20) + QLatin1Char(' ') + draw.neighbours(2) + QStringLiteral(" -") + draw.word(0, 500);
}
QString twoThatSeldomMeet(Draw& draw) {
    return draw.word(200, 2000) + QLatin1Char(' ') + draw.word(200, 2000);
}
QString eitherOfTwo(Draw& draw) {
    return draw.word(0, 500) + QStringLiteral(" OR ") + draw.word(0, 500);
}
QString prefixOfThree(Draw& draw) {
    return draw.word(0, 40'000).left(3) + QLatin1Char('*');
}
QString wordAndPrefix(Draw& draw) {
    return draw.word(0, 500) + QLatin1Char(' ') + draw.word(0, 40'000).left(4) + QLatin1Char('*');
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
BENCHMARK_CAPTURE(search, fromAndWord, fromAndWord)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, fromAndRarerWord, fromAndRarerWord)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, phraseOfNeighbours, phraseOfNeighbours)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, phraseOfThreeNeighbours, phraseOfThreeNeighbours)
    ->Iterations(300)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, phraseOfCommonWords, phraseOfCommonWords)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, phraseOfMiddlingWords, phraseOfMiddlingWords)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, commonWithoutCommon, commonWithoutCommon)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, commonWithoutMiddling, commonWithoutMiddling)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, commonWithoutTwo, commonWithoutTwo)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, middlingWithoutCommon, middlingWithoutCommon)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, wordAndPhraseWithoutWord, wordAndPhraseWithoutWord)
    ->Iterations(300)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, twoThatSeldomMeet, twoThatSeldomMeet)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, eitherOfTwo, eitherOfTwo)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, prefixOfThree, prefixOfThree)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, wordAndPrefix, wordAndPrefix)->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK(wholeOrder)->Iterations(20)->Unit(benchmark::kMillisecond);
BENCHMARK(rowsOfAScreen)->Iterations(300)->Unit(benchmark::kMillisecond);
