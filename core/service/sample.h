// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The sample workspace that ships with Kith: unpacked for the import, its dates moved so that the newest is of today.
#pragma once

#include "core/service/conversation.h"
#include "core/service/import_job.h"
#include "core/service/transcript_book.h"

#include <memory>

class QTemporaryDir;

namespace kith::service {

/// Keeps the unpacked file as long as it lives.
class Sample {
public:
    static Result<Sample> unpack(std::chrono::milliseconds now);
    Sample(Sample&&) noexcept;
    ~Sample();

    ImportRequest request() const;
    /// Unpacked beside the mail, their dates moved with it.
    TranscriptRequest transcripts() const;

private:
    Sample(std::unique_ptr<QTemporaryDir> folder, std::chrono::milliseconds shift);
    std::unique_ptr<QTemporaryDir> m_folder;
    std::chrono::milliseconds m_shift;
};

/// After its mail was taken in. Undone with the sample.
Result<TranscriptReport> takeSampleTranscripts(Cellar& cellar, const Sample& sample, std::stop_token stop);
/// Takes the sample out again; nothing of it stays. NotFound where there is none.
Result<Receipt> removeSample(Cellar& cellar);
Result<bool> holdsSample(Cellar& cellar);

}  // namespace kith::service
