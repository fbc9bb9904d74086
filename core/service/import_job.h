// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Takes mail files in: reads, parses, stores, then learns from the mailbox and scores it. Straight-line; a worker or
// kithctl runs it. What was stored before a kill stays, and the next run goes on from there.
#pragma once

#include "core/base/clock.h"
#include "core/service/cellar.h"
#include "core/service/changes.h"
#include "core/service/import_desk.h"
#include "core/service/prepared_letter.h"
#include "core/service/triage_service.h"

#include <functional>
#include <stop_token>

namespace kith::service {

struct ImportRequest {
    QStringList paths;
    QStringList owners;
    bool sample{false};                                            ///< marked, so that it can be taken out again
    std::chrono::milliseconds shiftDates{0};                       ///< added to every date (sample workspace)
    storage::ImportState onStop{storage::ImportState::Cancelled};  ///< Paused: the next run goes on from there
};

/// The setting that names the import which brought the sample.
QString sampleImportKey();

struct ImportHooks {
    std::function<void(const ImportProgress&)> progress;
    std::function<void(const Changes&)> changed;
    std::function<bool(std::stop_token)> waitWhilePaused;  ///< false: stopped
};

class ImportJob {
public:
    ImportJob(Cellar& cellar, Clock& clock, ImportHooks hooks);

    /// The counts of all paths together; problem names the first path that could not be read to its end, the others
    /// are done all the same. An error only where nothing can go on (disk full, database damaged).
    Result<ImportProgress> run(const ImportRequest& request, std::stop_token stop);
    const TriageReport& triage() const { return m_triage; }

private:
    struct Intake;  ///< one path on its way in

    Result<void> takeIn(const QString& path, const ImportRequest& request, std::stop_token stop);
    Result<bool> begin(Intake& intake, const ImportRequest& request);
    Result<void> drive(Intake& intake, std::stop_token stop);
    Result<bool> takeBatch(Intake& intake, std::stop_token stop);
    Result<void> store(Intake& intake, PreparedLetter&& letter);
    Result<void> scoreFirst(Intake& intake);
    Result<void> settleOwners(const ImportRequest& request);
    Result<void> learnAndScore(std::stop_token stop);
    Result<void> finish(Intake& intake, const ImportRequest& request, std::stop_token stop);
    void tell(ImportProgress::Phase phase);
    void noteProblem(const Error& error);

    Cellar& m_cellar;
    Clock& m_clock;
    ImportHooks m_hooks;
    TriageService m_service;
    TriageReport m_triage;
    OwnerFinder m_finder;
    ImportProgress m_progress;
    std::chrono::milliseconds m_started{0};
    std::chrono::milliseconds m_pausedFor{0};
};

}  // namespace kith::service
