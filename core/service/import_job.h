// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Takes mail files in: reads, parses, stores, then learns from the mailbox and scores it. Straight-line; a worker or
// kithctl runs it. What was stored before a kill stays, and the next run goes on from there.
#pragma once

#include "core/base/clock.h"
#include "core/service/cellar.h"
#include "core/service/changes.h"
#include "core/service/import_desk.h"

#include <functional>
#include <stop_token>

namespace kith::service {

struct ImportRequest {
    QStringList paths;
    QStringList owners;
    bool sample{false};                           ///< marks what comes in, so that it can be taken out again
    std::chrono::milliseconds shiftDates{0};      ///< added to every date (sample workspace)
};

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

private:
    class Intake;
    Result<void> takeIn(const QString& path, const ImportRequest& request, std::stop_token stop);
    void report(ImportProgress::Phase phase);
    void noteProblem(const Error& error);

    Cellar& m_cellar;
    Clock& m_clock;
    ImportHooks m_hooks;
    ImportProgress m_progress;
    std::chrono::milliseconds m_started{0};
};

}  // namespace kith::service
