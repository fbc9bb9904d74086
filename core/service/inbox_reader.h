// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The lists of the window out of the cellar: orders with their sections, rows, counts, search hits as conversations.
#pragma once

#include "core/domain/inbox.h"
#include "core/service/cellar.h"

namespace kith::service {

Result<InboxOrder> readOrder(Cellar& cellar, MailList list);
Result<InboxOrder> readSearch(Cellar& cellar, const QString& query, int limit);
Result<std::vector<InboxRow>> readRows(Cellar& cellar, const std::vector<ThreadId>& threads);
Result<ListCounts> readCounts(Cellar& cellar);
InboxRow rowOf(const storage::InboxRow& stored);

}  // namespace kith::service
