// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Draft and thread as texts whose facts carry the same numbers on both sides.
#pragma once

#include "core/service/draft_view.h"

#include <QTextDocument>

namespace kith::ui {

class Theme;

/// The number of each mark of the draft: equal places in the thread share one; 0 for what has no place there.
std::vector<int> draftNumbers(const service::DraftView& view);

/// Facts underlined and numbered, gaps amber, promises dotted, what nobody told waved.
void writeDraft(QTextDocument& document, const Theme& theme, const service::DraftView& view);
/// Earlier letters in a line each, the last one whole; the words that facts rest on are lit and numbered.
void writeThread(QTextDocument& document, const Theme& theme, const service::DraftView& view);

}  // namespace kith::ui
