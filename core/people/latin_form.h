// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Names of any script in plain small Latin letters, so that they can be compared; and how a word sounds.
#pragma once

#include <QString>

namespace kith::people {

/// "Юлия Östberg" → "yuliya ostberg". Words stay apart; what has no Latin form is left out.
QString latinForm(const QString& text);
/// Coarse: words that sound alike mostly have the same. Of a latinForm.
QString soundOf(const QString& latinWord);

}  // namespace kith::people
