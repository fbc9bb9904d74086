// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Amounts of money and days as people write them; what may be read in two ways is not read at all.
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace kith::triage {

struct Amount {
    double value{0};
    QString currency;  ///< EUR, USD, GBP, CHF …

    bool operator==(const Amount&) const = default;
};

/// The first amount with a currency: "€ 38,400", "38.400,00 EUR", "$1.2 million", "25k euros", "CHF 12'500".
std::optional<Amount> namedAmount(const QString& text);

/// The day until which or on which something is wanted, seen from the day of the letter: "by Friday", "until 20 May",
/// "due 2026-05-20", "bis zum 20.5.", "tomorrow", "the end of May". A day without year is the next such day.
std::optional<QDate> namedDay(const QString& text, QDate written);

}  // namespace kith::triage
