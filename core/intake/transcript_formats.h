// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The shapes of transcript files, each read into turns and the lines of its head.
#pragma once

#include "core/base/result.h"
#include "core/domain/transcript.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace kith::intake {

struct TranscriptBody {
    QStringList head;  ///< lines before the first words: Meeting: …, Date: …, Participants: …
    std::vector<TranscriptTurn> turns;
};

/// WebVTT and SubRip: cues with times.
TranscriptBody readCues(const QString& text);
/// Plain text and Markdown: "Name: words", "[00:01:02] Name: words", a line with name and time above the words.
TranscriptBody readSpokenLines(const QString& text);
/// The paragraphs of a Word file (Office Open XML).
Result<QString> docxText(const QByteArray& bytes);
/// Zoom, Otter, Fireflies, Whisper and their like: a list of objects with words in them, wherever it stands.
Result<TranscriptBody> readTranscriptJson(const QByteArray& bytes);

/// 1:02:03.250, 02:03, 00:00:01,000 → milliseconds; −1 where it is none.
std::chrono::milliseconds readClock(const QString& text);
/// "Ana Ruiz: good morning" → name and words; an empty name where the line does not begin with one.
std::pair<QString, QString> splitSpeaker(const QString& line);

}  // namespace kith::intake
