// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The labelled sentences that the heads learn from: our own file and, where it is at hand, the Parakweet set.
#pragma once

#include "app/train/sentence_fit.h"

#include "core/base/result.h"

namespace kith::train {

/// Lines of labels<TAB>language<TAB>sentence; labels are head words parted by commas, or none; "request?" leaves open
/// whether it asks for something. Malformed names the line.
Result<std::vector<Example>> ownSentences(const QString& path);

/// Yes|No<TAB>sentence: whether it asks for something. A quarter, chosen by a hash of the words, is kept out of
/// training. Empty where the folder is not there.
std::vector<Example> parakweetSentences(const QString& corpora);

/// One example's parts and fold, no label yet.
Example exampleOf(const QString& text);

}  // namespace kith::train
