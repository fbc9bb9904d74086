// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Forty tables as people and programs really write them, each with what a person reads in it.
#pragma once

#include <QByteArray>

#include <vector>

namespace kith::intake::story {

struct UglyTable {
    const char* name;
    QByteArray bytes;
    const char* names;  ///< of the columns, parted by |
    const char* rows;   ///< the records: cells parted by |, rows by a line end; ⏎ is a line end within a cell
};

std::vector<UglyTable> uglyTables();

}  // namespace kith::intake::story
