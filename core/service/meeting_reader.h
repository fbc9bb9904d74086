// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The meetings that the workspace knows of: invitations in its mail, newest state each, and conversations about them.
#pragma once

#include "core/domain/transcript.h"
#include "core/service/cellar.h"

#include <stop_token>

namespace kith::service {

/// Cancelled ones are left out. Conversations: those that share a word of the title or a speaker with a transcript.
Result<std::vector<Meeting>> readMeetings(Cellar& cellar, const std::vector<Transcript>& transcripts,
                                          std::stop_token stop);

}  // namespace kith::service
