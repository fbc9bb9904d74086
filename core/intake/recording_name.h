// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the name of a recording's file, or a line of its head, says: title, date and time.
#pragma once

#include "core/domain/transcript.h"

namespace kith::intake {

struct RecordingName {
    QString title;  ///< without date, time and the recorder's own words
    TranscriptTime when;
};

/// name: without folder; its endings are taken off. Knows ISO dates, 20260429, GMT20260429-100000, 29.04.2026,
/// 04/29/2026, month names in six languages, and times beside them.
RecordingName readRecordingName(const QString& name);
/// The first date and time in a line of text; what is left of the line stands in rest where that is asked for.
TranscriptTime readMeetingTime(const QString& text, QString* rest = nullptr);

}  // namespace kith::intake
