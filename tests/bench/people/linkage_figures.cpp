// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Prints how well and how fast people are told apart: FEBRL 3 and 4, invented books of 20,000 and 100,000 records.
#include "tests/support/febrl.h"
#include "tests/support/people_forge.h"

#include <QElapsedTimer>

#include <cstdio>
#include <ctime>

using namespace kith;

namespace {

void febrl(const char* title, const QStringList& files, bool few) {
    const auto f = testing::linkFebrl(files, few);
    if (f.records == 0) {
        std::printf("%s: not at hand (KITH_CORPORA)\n", title);
        return;
    }
    std::printf("%s: %d records; pairs P %.4f R %.4f F1 %.4f; closed P %.4f R %.4f F1 %.4f; %.2f s\n", title, f.records,
                f.precision, f.recall, f.f1, f.closedPrecision, f.closedRecall, f.closedF1, f.seconds);
}

void invented(int records, unsigned seed) {
    const auto book = testing::forgePeople(records, seed);
    QElapsedTimer timer;
    timer.start();
    const std::clock_t began = std::clock();
    const auto report = people::findDuplicates(book.records);
    const double seconds = double(timer.elapsed()) / 1000;
    const double processor = double(std::clock() - began) / CLOCKS_PER_SEC;
    const auto f = testing::figuresOf(book, report);
    std::printf("invented, seed %u: %zu records; B3 P %.4f R %.4f F1 %.4f; review P %.4f R %.4f; automatic %lld, wrong "
                "%lld; %lld pairs compared, %lld blocks capped; %.2f s (%.2f s of the processor)\n",
                seed, book.records.size(), f.precision, f.recall, f.f1, f.pairPrecision, f.pairRecall,
                static_cast<long long>(f.automatic), static_cast<long long>(f.wrongAutomatic),
                static_cast<long long>(report.compared), static_cast<long long>(report.cappedBlocks), seconds,
                processor);
}

}  // namespace

int main() {
    febrl("FEBRL 4, all fields", {QStringLiteral("d4a.csv.xz"), QStringLiteral("d4b.csv.xz")}, false);
    febrl("FEBRL 3, all fields", {QStringLiteral("d3.csv.xz")}, false);
    febrl("FEBRL 4, name and address", {QStringLiteral("d4a.csv.xz"), QStringLiteral("d4b.csv.xz")}, true);
    febrl("FEBRL 3, name and address", {QStringLiteral("d3.csv.xz")}, true);
    for (const unsigned seed : {3U, 4U, 5U}) {
        invented(20'000, seed);
    }
    for (const unsigned seed : {41U, 42U, 43U}) {  // nothing was chosen by these
        invented(100'000, seed);
    }
    return 0;
}
