// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/import_runner.h"

#include "core/service/sample.h"

namespace kith::service {

ImportRunner::ImportRunner(Opener opener, Clock& clock, Told told, Changed changed)
    : m_opener(std::move(opener))
    , m_clock(clock)
    , m_told(std::move(told))
    , m_changed(std::move(changed))
    , m_thread([this](std::stop_token stop) { run(stop); }) {
}

ImportRunner::~ImportRunner() {
    m_thread.request_stop();
    cancel();
    m_thread.join();
}

void ImportRunner::enqueue(ImportRequest request) {
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(std::move(request));
    }
    m_wake.notify_all();
}

void ImportRunner::setPaused(bool paused) {
    {
        const std::lock_guard lock(m_mutex);
        m_paused = paused;
    }
    m_wake.notify_all();
}

void ImportRunner::cancel() {
    {
        const std::lock_guard lock(m_mutex);
        m_current.request_stop();
        m_paused = false;
    }
    m_wake.notify_all();
}

bool ImportRunner::waitWhilePaused(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, stop, [this] { return !m_paused; });
    return !stop.stop_requested();
}

void ImportRunner::run(std::stop_token stop) {
    for (;;) {
        ImportRequest request;
        std::stop_token current;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_requests.empty(); })) {
                return;
            }
            request = std::move(m_requests.front());
            m_requests.pop_front();
            m_current = std::stop_source();
            current = m_current.get_token();
        }
        auto cellar = m_opener();
        if (cellar) {
            take(**cellar, request, current);
        } else {
            tellFailure(cellar.error());
        }
    }
}

void ImportRunner::take(Cellar& cellar, const ImportRequest& request, std::stop_token stop) {
    std::optional<Sample> sample;
    ImportRequest actual = request;
    if (request.sample && request.paths.isEmpty()) {
        auto unpacked = Sample::unpack(m_clock.now());
        if (!unpacked) {
            return tellFailure(unpacked.error());
        }
        sample.emplace(std::move(*unpacked));
        actual = sample->request();
    }
    // The sample is there once all of it is: its end is told after the transcripts came in.
    std::optional<ImportProgress> end;
    const auto told = [&](const ImportProgress& progress) {
        if (sample && progress.phase == ImportProgress::Phase::Done) {
            end = progress;
        } else {
            m_told(progress);
        }
    };
    ImportHooks hooks{told, m_changed, [this](std::stop_token token) { return waitWhilePaused(token); }};
    ImportJob job(cellar, m_clock, std::move(hooks));
    const auto done = job.run(actual, stop);
    if (!done) {
        return tellFailure(done.error());
    }
    if (sample && !stop.stop_requested()) {
        if (const auto said = takeSampleTranscripts(cellar, *sample, stop); !said) {
            return tellFailure(said.error());
        }
    }
    if (end) {
        m_told(*end);
    }
}

void ImportRunner::tellFailure(const Error& error) {
    ImportProgress failed;
    failed.phase = ImportProgress::Phase::Failed;
    failed.problem = error.detail;
    failed.hint = error.hint;
    m_told(failed);
}

}  // namespace kith::service
