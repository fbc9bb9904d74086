// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A thread with something of its own on it (a cellar, the triage room) that answers questions in the order asked.
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QPromise>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace kith::service {

/// Subject: what the thread opens and owns, e.g. Cellar; a database connection belongs to the thread that made it.
template <class Subject>
class Desk {
public:
    using Opener = std::function<Result<std::unique_ptr<Subject>>()>;

    explicit Desk(Opener opener)
        : m_thread([this, open = std::move(opener)] { run(open); }) {}
    /// Answers what was asked already, then closes.
    ~Desk() {
        {
            const std::lock_guard lock(m_mutex);
            m_closing = true;
        }
        m_wake.notify_one();
        m_thread.join();
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    /// Work: Result<T>(Subject&). Callable from any thread.
    template <class Work>
    auto ask(Work work) -> QFuture<std::invoke_result_t<Work, Subject&>> {
        using Answer = std::invoke_result_t<Work, Subject&>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        post([promise, asked = std::move(work)](Opened& subject) mutable {
            if (subject) {
                promise->addResult(asked(**subject));
            } else {
                promise->addResult(Answer(subject.error()));
            }
            promise->finish();
        });
        return future;
    }

private:
    using Opened = Result<std::unique_ptr<Subject>>;
    using Job = std::function<void(Opened&)>;

    void post(Job job) {
        {
            const std::lock_guard lock(m_mutex);
            m_jobs.push_back(std::move(job));
        }
        m_wake.notify_one();
    }
    void run(const Opener& open) {
        std::optional<Opened> subject;
        for (;;) {
            Job job;
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(lock, [this] { return m_closing || !m_jobs.empty(); });
                if (m_jobs.empty()) {
                    return;
                }
                job = std::move(m_jobs.front());
                m_jobs.pop_front();
            }
            if (!subject || !*subject) {
                subject.emplace(open());  // with the first question; again where it failed before
            }
            job(*subject);
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_closing{false};
    std::thread m_thread;  // last: starts when all else stands
};

}  // namespace kith::service
