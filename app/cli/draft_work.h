// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Parts that the commands about drafts share.
#pragma once

#include "app/cli/session.h"
#include "core/service/draft_service.h"

namespace kith::cli {

Result<Exit> printDraft(service::DraftService& drafts, Session& session, qint64 id);
/// kithctl drafts send, hold, settings, tone, snippets.
void addDraftSending(CLI::App& drafts, Session& session);

}  // namespace kith::cli
