// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kith-train sentences: our own labelled sentences and, where they are at hand, public sets in,
// resources/models/sentences.bin out.
#pragma once

#include <QStringList>

namespace kith::train {

/// Prints the cross-validated figures of every head and those of the part kept out; exit code 0, 2 (usage) or 3 (bad
/// input).
int trainSentences(const QStringList& arguments);

}  // namespace kith::train
