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
};

}  // namespace kith
