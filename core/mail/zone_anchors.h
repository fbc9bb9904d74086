// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Finds the lines that surely introduce a quotation: "On … wrote:", header blocks, forwarding rules, Lotus layouts.
#pragma once

#include "core/mail/zone_features.h"

#include <vector>

namespace kith::mail {

/// For every line with content: does it belong to a quote header, beyond doubt?
std::vector<bool> headerLines(const ZoneLines& text, const std::vector<Signals>& signals);

}  // namespace kith::mail
