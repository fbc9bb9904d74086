// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Asks the model in the background, once the user allowed it: a thread with a cellar of its own that wakes, asks what
// is worth asking within the budget, and sleeps. Ends at once; what was answered stays.
#pragma once

#include "core/service/changes.h"
#include "core/service/model_desk.h"
#include "core/service/model_scoring.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace kith::service {

class ModelWorker {
public:
    struct Ground {
        std::function<Result<std::unique_ptr<Cellar>>()> open;  ///< on the worker's thread
        Clock& clock;
        ModelPort& port;
        bool offline{false};
        std::function<void(const Changes&)> changed;
        std::function<void(const ModelStatus&)> told;  ///< from the worker's thread
    };

    explicit ModelWorker(Ground ground);
    ~ModelWorker();
    ModelWorker(const ModelWorker&) = delete;
    ModelWorker& operator=(const ModelWorker&) = delete;

    /// mailbox: mail came, so that history is learned again; else settings, key or rules changed.
    void wake(bool mailbox);
    /// A run that goes on ends at once.
    void setPaused(bool paused);
    ModelStatus status() const;

private:
    struct Room;
    enum class Next { Sleep, SoonAgain, Later };
    void work(const std::stop_token& stop);
    Next turn(Room& room, std::stop_token stop);
    std::optional<ModelPhase> hindrance(const ModelSettings& settings);
    Next ask(Room& room, const ModelSettings& settings, std::stop_token stop);
    /// The user's remarks; false: there was trouble, and it was told.
    bool readRemarks(Room& room, const std::stop_token& stop);
    void tell(const ModelStatus& status);

    Ground m_ground;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    bool m_woken{true};  ///< the first look
    bool m_mailbox{true};
    bool m_paused{false};
    std::stop_source m_run;  ///< of the run that goes on
    ModelStatus m_status;
    std::jthread m_thread;  // last: starts when all else stands
};

}  // namespace kith::service
