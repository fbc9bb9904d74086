// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What of a mail tells which conversation it belongs to, as hashes: many are kept.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace kith::emulator {

struct ThreadMarks {
    quint64 messageId{0};             ///< 0: it has none
    std::vector<quint64> references;  ///< References, then In-Reply-To
    quint64 subject{0};               ///< without its reply marks, case-folded
};

ThreadMarks threadMarksOf(QByteArrayView mail);
/// Without brackets.
QByteArray messageIdOf(QByteArrayView mail);
/// The same on every machine and run; never 0.
quint64 hashOf(QByteArrayView text);

}  // namespace kith::emulator
