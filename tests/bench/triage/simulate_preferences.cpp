// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Prints how prior, ranker, model and both together order an invented user's mail after so many marks: [SHUFFLES]
#include "tests/bench/triage/preference_world.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv) {
    const int shuffles = argc > 1 ? std::max(1, std::atoi(argv[1])) : 20;
    std::printf(
        "pairs in the right order, mean of %d invented users; distance from the meant importance; calibration\n",
        shuffles);
    std::printf("%6s %7s %7s %7s %7s   %7s %7s   %7s\n", "marks", "prior", "ranker", "model", "fused", "prior", "fused",
                "ECE");
    for (const auto& one : kith::bench::simulateMany(shuffles, {0, 1, 2, 5, 10, 20, 40, 80, 160, 320})) {
        std::printf("%6d %7.3f %7.3f %7.3f %7.3f   %7.3f %7.3f   %7.3f\n", one.marks, one.prior, one.ranker, one.model,
                    one.fused, one.priorLoss, one.fusedLoss, one.calibration);
    }
    return 0;
}
