// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Paging by limit and offset as the contract has it: numbers within their bounds, or a refusal.
#pragma once

#include "tests/emulators/attio/attio_values.h"
#include "tests/emulators/exchange.h"

namespace kith::emulator {

struct AttioPage {
    qsizetype limit{0};
    qsizetype offset{0};
};

/// From a query string.
std::variant<AttioPage, AttioTrouble> attioPage(const QUrlQuery& query, qsizetype normal, qsizetype most);
/// From a body.
std::variant<AttioPage, AttioTrouble> attioPage(const QJsonObject& body, qsizetype normal, qsizetype most);

}  // namespace kith::emulator
