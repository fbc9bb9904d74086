// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Takes transcripts in and finds the meeting of each: among invitations in the mail, else the conversation about it.
// What is sure is noted at once, what is not waits for the user, and what the user decided stands.
#pragma once

#include "core/service/cellar.h"
#include "core/storage/transcript_store.h"

#include <functional>
#include <stop_token>

namespace kith::service {

struct TranscriptReject {
    QString file;
    QString reason;
};

struct TranscriptReport {
    int seen{0};                                       ///< files; seen = matched + unmatched + rejected
    std::vector<storage::StoredTranscript> matched;    ///< automatic or confirmed
    std::vector<storage::StoredTranscript> unmatched;  ///< in review, rejected by the user, or without any meeting
    std::vector<TranscriptReject> rejected;            ///< unreadable
    ChangeId change;
};

struct TranscriptRequest {
    QStringList files;
    double threshold{-1};                     ///< −1: transcripts.threshold of the settings, .7 where there is none
    std::chrono::milliseconds shiftDates{0};  ///< of the sample: its dates are moved with its mail
    bool namesOnly{false};                    ///< the files lie in a folder that goes away
    bool write{true};                         ///< false: nothing is stored
};

/// Every transcript in a folder, by its endings; not below it. NotFound, Denied.
Result<QStringList> transcriptFiles(const QString& folder);
/// Nothing is written before all files were read. Cancelled: nothing was written.
Result<TranscriptReport> matchTranscriptFiles(Cellar& cellar, const TranscriptRequest& request, std::stop_token stop,
                                              const std::function<void(int read)>& progress = {});
/// The user's word: right (confirmed) or wrong (rejected); journalled. NotFound; Conflict where there is no meeting.
Result<ChangeId> judgeTranscript(Cellar& cellar, qint64 id, bool right);

}  // namespace kith::service
