// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The asked letter's text as small HTML of our own: what its author wrote, the signature, and the evidence lit.
#pragma once

#include "core/domain/decision.h"
#include "core/service/conversation.h"

#include <QString>

#include <optional>

namespace kith::ui {

struct ReviewTextColours {
    QString mark;  ///< #rrggbb
    QString markText;
    QString quiet;  ///< of the signature
};

struct ReviewText {
    QString html;  ///< holds no markup of the sender's
    bool shortened{false};
};

ReviewText reviewText(const service::LetterView& letter, const std::optional<Decision>& decision,
                      const ReviewTextColours& colours);

}  // namespace kith::ui
