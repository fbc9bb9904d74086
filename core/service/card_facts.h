// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The values of a card: the best of each field, as the contact book believes them, disagreement shown.
#pragma once

#include "core/service/contact_book.h"
#include "core/service/conversation.h"

#include <vector>

namespace kith::service {

/// In the order in which a card shows them: e-mail, phone, title, company, address, profiles.
std::vector<FactView> cardFacts(const QString& address, const ContactCard& card);

}  // namespace kith::service
