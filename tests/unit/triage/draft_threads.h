// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Threads with clean answers, written for the checks of drafts, and the faults that are planted in them.
#pragma once

#include "core/triage/draft_checks.h"

#include <vector>

namespace kith::testing {

struct WrittenThread {
    triage::DraftGround ground;
    Addresses to;
    std::vector<QString> clean;  ///< bodies that rest on the thread alone
};

std::vector<WrittenThread> writtenThreads();

triage::DraftText draftOf(const WrittenThread& thread, const QString& body);

}  // namespace kith::testing
