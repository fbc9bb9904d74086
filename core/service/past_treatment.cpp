// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/past_treatment.h"

#include <algorithm>

namespace kith::service {

bool treatedAsImportant(Cellar& cellar, const Message& message) {
    if (message.starred) {
        return true;
    }
    const auto letters = cellar.messages.thread(message.thread);
    return letters && std::any_of(letters->begin(), letters->end(),
                                  [&](const Message& other) { return other.fromOwner && other.date >= message.date; });
}

bool treatmentFits(Cellar& cellar, const Message& message, Priority priority) {
    if (priority == Priority::Medium) {
        return true;
    }
    return treatedAsImportant(cellar, message) == (priority >= Priority::High);
}

}  // namespace kith::service
