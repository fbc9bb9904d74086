// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// From a correction to the list in its new order, at 200,000 messages: storing, teaching the ranker, deciding again
// what is seen, the order of the list (limit 50 ms); and deciding again the rest, which nobody waits for.
#include "core/service/order_shelf.h"
#include "core/service/triage_room.h"
#include "tests/bench/service/big_workspace.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <random>

namespace {

using namespace kith;

constexpr double kLimitMs = 50;

struct Times {
    std::vector<double> clock, work;

    template <class Work>
    void time(Work work_) {
        timespec before{}, after{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
        const auto began = std::chrono::steady_clock::now();
        work_();
        clock.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
        work.push_back(double(after.tv_sec - before.tv_sec) * 1e3 + double(after.tv_nsec - before.tv_nsec) / 1e6);
    }
    static double at(std::vector<double> times, double share) {
        std::sort(times.begin(), times.end());
        return times[std::min(times.size() - 1, static_cast<size_t>(share * static_cast<double>(times.size())))];
    }
};

/// On the workspace of the other benches, through a connection of its own.
service::TriageRoom& room() {
    static SystemClock clock;
    static const std::unique_ptr<service::TriageRoom> made = [] {
        service::Cellar& cellar = bench::bigWorkspace();
        auto opened = service::TriageRoom::open({cellar.folder, {}, service::CellarMode::Share, nullptr}, clock);
        if (!opened) {
            std::fprintf(stderr, "the room does not open: %s\n", qPrintable(opened.error().detail));
            std::exit(1);
        }
        return std::move(*opened);
    }();
    return *made;
}

void report(benchmark::State& state, const char* name, const Times& times) {
    const std::string base(name);
    state.counters[base + "_p50_ms"] = Times::at(times.clock, 0.5);
    state.counters[base + "_p95_ms"] = Times::at(times.clock, 0.95);
    state.counters[base + "_p95_cpu_ms"] = Times::at(times.work, 0.95);
}

void correction(benchmark::State& state) {
    service::Cellar& reading = bench::bigWorkspace();
    service::OrderShelf shelf;
    const auto order = shelf.priorityOrder(reading);
    std::mt19937 random(23);
    (void)room().review();  // learns once: what a start does in the background
    Times stored, listed, whole, around;
    for (auto _ : state) {
        const ThreadId thread = order->threads[random() % 500];
        const auto rows = reading.inbox.rows(std::vector<qint64>{thread.value});
        Feedback feedback;
        feedback.message = rows->front().message;
        feedback.assigned = static_cast<Priority>(random() % 5);
        whole.time([&] {
            stored.time([&] {
                const auto outcome = room().giveFeedback(feedback);
                if (!outcome) {
                    state.SkipWithError("not stored");
                    return;
                }
                shelf.note({.order = true,
                            .counts = true,
                            .journal = true,
                            .threads = {outcome->threads.begin(), outcome->threads.end()}});
            });
            listed.time([&] { benchmark::DoNotOptimize(shelf.priorityOrder(reading)); });
        });
        around.time([&] { benchmark::DoNotOptimize(room().scoreAround()); });
        shelf.note({.order = true, .counts = true, .journal = false, .threads = {}});
        (void)shelf.priorityOrder(reading);
    }
    report(state, "stored", stored);
    report(state, "listed", listed);
    report(state, "whole", whole);
    report(state, "around", around);
    state.counters["p95_of_limit"] = Times::at(whole.clock, 0.95) / kLimitMs;
}

}  // namespace

BENCHMARK(correction)->Iterations(60)->Unit(benchmark::kMillisecond);
