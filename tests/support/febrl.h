// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The FEBRL sets of invented Australians, where KITH_CORPORA has them, as a problem for core/people/linkage.
#pragma once

#include "core/people/linkage.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace kith::testing {

struct FebrlFigures {
    int records{0};
    double truePairs{0};
    double precision{0};  ///< of pairs from .95 on
    double recall{0};
    double f1{0};
    double closedPrecision{0};  ///< of the groups that they make; for linking two sets: each record once
    double closedRecall{0};
    double closedF1{0};
    double seconds{0};
};

/// files: one (duplicates within) or two (links between), without folder. Empty figures where they are not there.
FebrlFigures linkFebrl(const QStringList& files, bool nameAndAddressOnly);

}  // namespace kith::testing
