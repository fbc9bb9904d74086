// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Cuts the text of a mail into what its author wrote, the closing, the signature, and what is quoted from others.
#pragma once

#include "core/domain/message.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace kith::mail {

/// What the HTML structure says about stretches of the text (blockquote, gmail_quote, moz-signature …).
struct ZoneHints {
    std::vector<Zone> marked;  ///< kind Quote, QuoteHeader or Signature; code points; the others are not looked at
};

/// The role of one line inside its own message, whether that message is the outer one or a quoted one.
enum class LineLabel { Header, Body, Intro, Outro, Signature, Blank };

/// The zones of text in order: contiguous, without overlap, covering every line that is not blank.
/// Works on any text (empty, no newline at the end, CRLF, one endless line) in linear time.
std::vector<Zone> zonesOf(const QString& text, const ZoneHints& hints = {});

/// What the author wrote: the author zones, one after the other; where there is none, greeting and closing.
QString authorText(const QString& text, const std::vector<Zone>& zones);

/// One label a line (lines end at \n), quoted lines included.
std::vector<LineLabel> labelLines(QStringView text);

}  // namespace kith::mail
