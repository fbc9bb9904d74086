// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One question of the review as the page shows it, and how far the review has come.
#pragma once

#include "core/service/conversation.h"

#include <QDate>

#include <optional>

namespace kith::ui {

struct ReviewItem {
    service::Conversation conversation;
    std::optional<service::SenderCard> sender;  ///< nothing while it is not known
    int alike{1};                               ///< asked at once by "Accept all", this one among them
    QDate today;
};

/// The error budget and what was measured of it.
struct ReviewMeasure {
    double budget{0.05};
    double error{0};  ///< of what is filed silently
    int answers{0};   ///< it was measured on
    bool measured{false};
};

struct ReviewProgress {
    int left{0};
    int done{0};
    int minutes{1};
    double errorBudget{0.05};
    bool canUndo{false};
    ReviewMeasure measure{};
};

/// The letter that the question is about: the one that the row decides by; nothing in an empty conversation.
inline const service::LetterView* askedLetter(const service::Conversation& conversation) {
    for (const service::LetterView& letter : conversation.letters) {
        if (letter.message.id == conversation.row.message) {
            return &letter;
        }
    }
    return conversation.letters.empty() ? nullptr : &conversation.letters.back();
}

}  // namespace kith::ui
