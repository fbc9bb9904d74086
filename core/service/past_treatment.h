// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the owner did with a message in the past, as a judge over what a rule would have said.
#pragma once

#include "core/service/cellar.h"

namespace kith::service {

/// The owner answered it or starred it: it mattered. It lies there read and unanswered: it did not.
bool treatedAsImportant(Cellar& cellar, const Message& message);
/// Whether that fits this priority; Medium fits everything.
bool treatmentFits(Cellar& cellar, const Message& message, Priority priority);

}  // namespace kith::service
