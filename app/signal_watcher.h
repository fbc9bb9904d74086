// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// SIGINT and SIGTERM as a stop request: waited for on a thread of its own, so that nothing runs inside a handler.
#pragma once

#include <csignal>
#include <functional>
#include <thread>

namespace kith {

class SignalWatcher {
public:
    /// Make it first thing in main, before any other thread. The call comes on the watcher's thread, at most once a
    /// signal.
    explicit SignalWatcher(std::function<void()> onStop) {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGINT);
        sigaddset(&m_signals, SIGTERM);
        sigaddset(&m_signals, SIGUSR2);  // wakes the thread for closing
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
        m_thread = std::jthread([this, onStop = std::move(onStop)](std::stop_token stop) {
            while (!stop.stop_requested()) {
                int received = 0;
                sigwait(&m_signals, &received);
                if (received != SIGUSR2 && !stop.stop_requested()) {
                    onStop();
                }
            }
        });
    }
    ~SignalWatcher() {
        m_thread.request_stop();
        pthread_kill(m_thread.native_handle(), SIGUSR2);
    }
    SignalWatcher(const SignalWatcher&) = delete;
    SignalWatcher& operator=(const SignalWatcher&) = delete;

private:
    sigset_t m_signals{};
    std::jthread m_thread;
};

}  // namespace kith
