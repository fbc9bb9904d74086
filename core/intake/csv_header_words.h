// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Words that stand over columns: whether a cell is one, and what it says about the values below.
#pragma once

#include <QString>

namespace kith::intake {

enum class HeaderSense { Phone, Date, Code };

/// "Tel. (Büro)" says Phone, "Erstkontakt am" Date, "Postal code" Code.
bool headerSays(const QString& header, HeaderSense sense);
/// A word that tables of people, firms and sales are headed with, in the languages that exports come in.
bool isHeaderWord(const QString& cell);

}  // namespace kith::intake
