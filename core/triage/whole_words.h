// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Text as folded words, and whether some words stand in it one after the other.
#pragma once

#include <QString>
#include <QStringList>

namespace kith::triage {

/// Folded words, everything else between them dropped: "Re: Crème-Brûlée!" is re, creme, brulee.
QStringList wholeWords(QStringView text);
bool holdsInOrder(const QStringList& words, const QStringList& wanted);

}  // namespace kith::triage
