// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Reads what recorders write: WebVTT, SubRip, plain text and Markdown with speakers, Word files, and the JSON of the
// usual services. What the file says counts before what its name says.
#pragma once

#include "core/base/result.h"
#include "core/domain/transcript.h"

#include <QByteArray>

namespace kith::intake {

/// The endings of files that may be transcripts, without the dot.
QStringList transcriptEndings();

/// Malformed: nothing was said in it, or it is none of these files; the detail names the place.
Result<Transcript> readTranscript(const QString& fileName, const QByteArray& bytes);

}  // namespace kith::intake
