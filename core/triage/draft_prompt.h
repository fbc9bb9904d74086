// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a model is told to write an answer, and what is taken of what it says. Pure.
#pragma once

#include "core/triage/draft_writer.h"

namespace kith::triage {

struct DraftQuestion {
    QString system;
    QString user;
    QString version;  ///< first line of resources/prompts/draft.txt
};

/// marker: fresh for each call, at least 16 characters; taken out of the thread where it stands in it.
DraftQuestion draftQuestion(const DraftBrief& brief, const QString& marker);

/// The body alone: without "Here is the draft", code fences, a Subject line, quotes and invisible characters. Malformed
/// where nothing is left.
Result<QString> draftBody(const QString& said);

}  // namespace kith::triage
