// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// HTML becomes plain text that keeps its shape: paragraphs, lists, cells, links, quotes.
#pragma once

#include <QString>

namespace kith::mail {

/// Bullets and numbers for lists, " | " between the cells of data tables, "> " before quoted lines,
/// a link's address in angle brackets where the text does not say it. What a reader would not see
/// (head, script, style, display:none) is left out. Bounded in time and depth whatever the nesting.
QString textFromHtml(const QString& html);

}  // namespace kith::mail
