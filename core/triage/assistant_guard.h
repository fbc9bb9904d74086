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

/// The first sentence that speaks to a machine: to an assistant by name and with an errand, against its instructions,
/// in the marks of chat templates and tool calls, or in the shape of the answer that Kith asks for. Look-alike and
/// invisible letters, digits for letters, base64, hexadecimal, rot13, reversed and spaced-out words are read as well.
std::optional<AssistantSpan> addressesAssistant(const QString& text);

}  // namespace kith::triage
