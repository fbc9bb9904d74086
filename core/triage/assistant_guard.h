// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Notices text that gives orders to an AI instead of telling the reader something; data, never obeyed.
#pragma once

#include <QString>

#include <optional>

namespace kith::triage {

/// UTF-16 positions in the text that was looked at, end exclusive.
struct AssistantSpan {
    qsizetype start{0};
    qsizetype end{0};
};

/// The first sentence that addresses an assistant: both an addressee (AI, assistant, model, prompt) and an order.
std::optional<AssistantSpan> addressesAssistant(const QString& text);

}  // namespace kith::triage
