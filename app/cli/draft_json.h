// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A draft as the JSON of the contract, and its checks in sentences.
#pragma once

#include "core/service/draft_view.h"

#include <QJsonArray>
#include <QJsonObject>

namespace kith::cli {

/// {id, message_id, thread_id, to, subject, body, checks, state, gmail_draft_id} and what else is known.
QJsonObject draftJson(const service::DraftView& view);
/// [{name, ok, detail}]
QJsonArray draftChecksJson(const triage::DraftReport& report);

}  // namespace kith::cli
