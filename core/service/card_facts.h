// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The values of a card out of all that was observed: one a field, the newest first believed, disagreement shown.
#pragma once

#include "core/service/conversation.h"
#include "core/storage/observation_store.h"

#include <vector>

namespace kith::service {

/// In the order in which a card shows them: e-mail, phone, title, company, address, profiles. What the user typed or
/// locked outranks what was read; among those the newest; two phone numbers of one kind that differ are a conflict.
std::vector<FactView> cardFacts(const QString& address, const std::vector<storage::Observation>& observed);

}  // namespace kith::service
