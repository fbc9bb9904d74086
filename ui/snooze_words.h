// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// "tue 9", "tomorrow", "in 3 hours", "next week": a moment in the future from a few typed words.
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace kith::ui {

/// English and German words. Nothing when a word means nothing here or the moment has passed.
/// Without an hour: 9 o'clock. Hours 1 to 6 without am or pm are taken as afternoon.
std::optional<QDateTime> snoozeTime(const QString& words, const QDateTime& now);

}  // namespace kith::ui
