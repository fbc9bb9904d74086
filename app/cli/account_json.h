// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Accounts, sync reports and the outbox as the JSON of the contract, and as lines for people.
#pragma once

#include "core/domain/account.h"

#include <QJsonObject>

namespace kith::cli {

/// {id, address, kind, scopes, token_expires_at, state, …}
QJsonObject accountJson(const Account& account);
QString accountText(const Account& account);
/// {account, mode, messages, requests, quota_units, throttled, retries, history_id, complete, server_total, …}
QJsonObject reportJson(const SyncReport& report);
QString reportText(const SyncReport& report);
/// One line while a sync runs; empty where there is nothing to say.
QString statusText(const SyncStatus& status);
QJsonObject outboxJson(const OutboxEntry& entry);
QString outboxText(const OutboxEntry& entry);
/// RFC 3339, or null for never.
QJsonValue timeJson(std::chrono::milliseconds at);

}  // namespace kith::cli
