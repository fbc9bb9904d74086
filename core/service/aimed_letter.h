// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Where in a letter somebody speaks to an assistant: text, what nobody sees, subject, names, files, calendar.
#pragma once

#include "core/domain/message.h"
#include "core/triage/assistant_guard.h"

#include <QStringList>

#include <optional>

namespace kith::service {

struct AimedAt {
    QStringList places;                         ///< text, hidden, subject, sender, file-name, calendar; in this order
    std::optional<triage::AssistantSpan> span;  ///< in the letter's text, UTF-16
};

/// hidden: what was taken out of it, as the sanitiser tells. source: the letter's bytes, for its calendar parts.
AimedAt aimedAt(const Letter& letter, const QString& hidden, const QByteArray& source);

/// What nobody sees of the letter, as far as it can matter for aimedAt(); cheaper than sanitising every page.
QString suspectHiddenText(const Letter& letter);

}  // namespace kith::service
