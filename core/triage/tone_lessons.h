// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What an edited draft tells about how the user writes. Pure; nothing of whom it was written to is kept.
#pragma once

#include "core/domain/writing.h"

#include <vector>

namespace kith::triage {

/// Each kind at most once, but for omit; empty where nothing was learned.
std::vector<ToneNote> toneLessons(const QString& proposed, const QString& approved);

/// For the question to a model: Greet with "Hi".
QString toneLine(const ToneNote& note);

}  // namespace kith::triage
