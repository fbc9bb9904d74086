// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Answers that lie ready before anybody asks. Work is rows: each message is tried until it has a draft or a reason.
#pragma once

#include "core/service/draft_service.h"
#include "core/service/draft_settings.h"
#include "core/storage/task_store.h"

namespace kith::service {

struct AheadReport {
    int made{0};
    int skipped{0};                ///< lists, machines, suspicious mail
    int failed{0};                 ///< left for later
    std::optional<Error> stopped;  ///< why nothing more was asked: key, budget, the user
};

class DraftAhead {
public:
    DraftAhead(Cellar& cellar, Clock& clock)
        : m_cellar(cellar)
        , m_clock(clock)
        , m_tasks(*cellar.database) {}

    /// At most so many drafts. Nothing where the user did not allow it or the day's budget is spent. Errors are of our
    /// own database; after: each draft.
    Result<AheadReport> run(triage::DraftWriter& writer, int most, std::stop_token stop,
                            const std::function<void(const Draft&)>& after = {});
    /// Whether run() would have something to do.
    Result<bool> wanted();

private:
    Result<bool> mayAsk(const DraftSettings& settings);
    Result<void> plan(const DraftSettings& settings);
    Result<void> one(const Task& task, triage::DraftWriter& writer, std::stop_token stop, AheadReport& report,
                     const std::function<void(const Draft&)>& after);
    Result<void> failed(const Task& task, const Error& error, AheadReport& report);

    Cellar& m_cellar;
    Clock& m_clock;
    storage::TaskStore m_tasks;
};

}  // namespace kith::service
