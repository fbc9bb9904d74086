// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A thread with a database connection of its own that answers questions in the order in which they are asked.
#pragma once

#include "core/base/result.h"
#include "core/service/cellar.h"

#include <QFuture>
#include <QPromise>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace kith::service {

class Desk {
public:
    using Opener = std::function<Result<std::unique_ptr<Cellar>>()>;

    /// The opener runs on the desk's thread: a connection belongs to the thread that made it.
    explicit Desk(Opener opener);
    /// Answers what was asked already, then closes.
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    /// Work: Result<T>(Cellar&). Callable from any thread.
    template <class Work>
    auto ask(Work work) -> QFuture<std::invoke_result_t<Work, Cellar&>> {
        using Answer = std::invoke_result_t<Work, Cellar&>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        post([promise, work = std::move(work)](Result<std::unique_ptr<Cellar>>& cellar) mutable {
            if (cellar) {
                promise->addResult(work(**cellar));
            } else {
                promise->addResult(Answer(cellar.error()));
            }
            promise->finish();
        });
        return future;
    }

private:
    using Job = std::function<void(Result<std::unique_ptr<Cellar>>&)>;

    void post(Job job);
    void run(const Opener& opener);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_closing{false};
    std::thread m_thread;  // last: starts when all else stands
};

}  // namespace kith::service
