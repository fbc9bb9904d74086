// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the user said about a decision.
#pragma once

#include "core/domain/ids.h"
#include "core/domain/priority.h"

#include <QString>

#include <chrono>

namespace kith {

enum class FeedbackScope { Message, Sender, Domain, Similar };

/// How a mark came about: by the user's own choice, or because Kith asked. The numbers are stored.
enum class FeedbackOrigin {
    Correction = 0,  ///< the user chose the message
    Review = 1,      ///< Kith was unsure and asked
    SpotCheck = 2,   ///< drawn by lot among what Kith had filed silently
    Imported = 3,    ///< came in a file
};

struct Feedback {
    FeedbackId id;
    MessageId message;
    Priority assigned{Priority::Medium};
    Priority suggested{Priority::Medium};  ///< what the machine had said
    FeedbackScope scope{FeedbackScope::Message};
    QString comment;
    QString addToTopics;
    QString addToSource;
    std::chrono::milliseconds at{0};
    FeedbackOrigin origin{FeedbackOrigin::Correction};
    double uncertainty{-1};  ///< of the decision that was marked; −1: there was none, or the user's own
    double confidence{-1};
};

}  // namespace kith
