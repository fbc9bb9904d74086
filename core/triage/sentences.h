// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Cuts text into sentences: Unicode marks, abbreviations, bullets, wrapped lines; offsets in code points.
#pragma once

#include "core/domain/message.h"

#include <QStringView>

#include <vector>

namespace kith::triage {

struct Sentence {
    QStringView text;  ///< a slice of the given text, trimmed, may hold line breaks
    int start{0};      ///< code points of the whole text
    int end{0};
};

/// The views point into text, which must outlive them.
std::vector<Sentence> splitSentences(QStringView text);
/// Only what stands in Author zones; no zones means that all of the text is the author's.
std::vector<Sentence> splitSentences(QStringView text, const std::vector<Zone>& zones);

}  // namespace kith::triage
