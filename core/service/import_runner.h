// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The worker that takes mail files in, one request after the other; pause and cancel from the window.
#pragma once

#include "core/service/import_job.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace kith::service {

class ImportRunner {
public:
    using Opener = std::function<Result<std::unique_ptr<Cellar>>()>;
    using Told = std::function<void(const ImportProgress&)>;
    using Changed = std::function<void(const Changes&)>;

    ImportRunner(Opener opener, Clock& clock, Told told, Changed changed);
    ~ImportRunner();
    ImportRunner(const ImportRunner&) = delete;
    ImportRunner& operator=(const ImportRunner&) = delete;

    void enqueue(ImportRequest request);
    void setPaused(bool paused);
    void cancel();

private:
    void run(std::stop_token stop);
    void take(Cellar& cellar, const ImportRequest& request, std::stop_token stop);
    bool waitWhilePaused(std::stop_token stop);
    void tellFailure(const Error& error);

    Opener m_opener;
    Clock& m_clock;
    Told m_told;
    Changed m_changed;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<ImportRequest> m_requests;
    std::stop_source m_current;
    bool m_paused{false};
    std::jthread m_thread;
};

}  // namespace kith::service
