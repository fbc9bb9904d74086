// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The phrases themselves, language by language.
#pragma once

#include "core/mail/zone_words.h"

#include <functional>

namespace kith::mail {

void addPhrases(const std::function<void(WordClass, const char16_t*)>& add);

}  // namespace kith::mail
