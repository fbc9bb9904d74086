// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Invented people as an address book gets them: several records of one person, with nicknames, other jobs, shared
// telephones, other scripts and slips; and the truth about who is who.
#pragma once

#include "core/people/duplicates.h"

#include <vector>

namespace kith::testing {

struct ForgedPeople {
    std::vector<people::PersonRecord> records;  ///< id: place in records + 1
    std::vector<int> truth;                     ///< of each record
};

ForgedPeople forgePeople(int records, unsigned seed);

struct LinkageFigures {
    double precision{0};  ///< B³
    double recall{0};
    double f1{0};
    qint64 automatic{0};
    qint64 wrongAutomatic{0};
    double pairPrecision{0};  ///< of the pairs to be reviewed
    double pairRecall{0};
};

LinkageFigures figuresOf(const ForgedPeople& people, const people::DuplicateReport& report);

}  // namespace kith::testing
