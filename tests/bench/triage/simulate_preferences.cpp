// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Prints how prior, ranker, model and both together order an invented user's mail after so many marks: [SHUFFLES
// [FIRST-SEED [MEASURED-ON]]]
#include "tests/bench/triage/preference_world.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv) {
    const auto number = [&](int at, int otherwise) { return argc > at ? std::max(1, std::atoi(argv[at])) : otherwise; };
    const int shuffles = number(1, 20), first = number(2, 1), measuredOn = number(3, 300);
    std::printf("pairs in the right order, mean of %d invented users from seed %d on, each measured on %d messages; "
                "distance from the meant importance; calibration; users whose order got worse by the model\n",
                shuffles, first, measuredOn);
    std::printf("%6s %7s %7s %7s %7s   %7s %7s   %7s %7s\n", "marks", "prior", "ranker", "model", "fused", "prior",
                "fused", "ECE", "behind");
    for (const auto& one : kith::bench::simulateMany(shuffles, {0, 1, 2, 5, 10, 20, 40, 80, 160, 320, 640}, measuredOn,
                                                     static_cast<unsigned>(first))) {
        std::printf("%6d %7.4f %7.4f %7.4f %7.4f   %7.3f %7.3f   %7.3f %7.2f\n", one.marks, one.prior, one.ranker,
                    one.model, one.fused, one.priorLoss, one.fusedLoss, one.calibration, one.behind);
    }
    return 0;
}
