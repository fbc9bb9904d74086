// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What may be written into an attribute, and what it reads as afterwards: every type of the contract, strictly.
#pragma once

#include "tests/emulators/attio/attio_book.h"

#include <variant>

namespace kith::emulator {

/// The service's own words for a refusal.
struct AttioTrouble {
    QString code;
    QString message;
    int status{400};
};

/// One value, or a list of them where the attribute takes several; null and [] empty it. The payloads as they are read.
std::variant<QJsonArray, AttioTrouble> attioValues(AttioBook& book, const AttioShape& shape,
                                                   const AttioAttribute& attribute, const QJsonValue& input);

}  // namespace kith::emulator
