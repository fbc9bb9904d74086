// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the user's rules look at in one message, and which of it costs a read to know.
#pragma once

#include "core/domain/priority.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace kith::triage {

struct RuleFacts {
    QString senderAddress;
    QString senderName;
    QStringList recipients;  ///< address and name of each
    QString subject;
    QString body;  ///< the author's own text; only where RuleNeeds asks for it
    QStringList labels;
    std::optional<Priority> priority;  ///< nothing: not decided yet
    QStringList kinds;                 ///< of opportunity
    bool list{false};
    int attachmentCount{0};
    QStringList attachments;  ///< file names; only where RuleNeeds asks for them
    std::chrono::hours age{0};
    QString account;
};

struct RuleNeeds {
    bool body{false};
    bool attachmentNames{false};
};

}  // namespace kith::triage
