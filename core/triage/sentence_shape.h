// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How a sentence is built, whatever it is about: who does what to whom, in which mood; hashed like n-grams.
#pragma once

#include <QStringView>

#include <vector>

namespace kith::triage {

/// Adds the hashes of what the sentence's build shows: its first words by class, what follows its marks, who speaks.
void appendShapeGrams(QStringView sentence, std::vector<quint32>& grams);

}  // namespace kith::triage
