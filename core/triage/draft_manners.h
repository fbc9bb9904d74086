// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The manners of a draft: form, language, length, tone, and whether its subject keeps the thread.
#pragma once

#include "core/triage/draft_checks.h"

namespace kith::triage {

std::vector<DraftCheck> draftManners(const DraftText& draft, const DraftGround& ground);

}  // namespace kith::triage
