// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Work on a stream by several threads, answers in the order of the stream, memory bounded by weight.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace kith {

/// One thread pulls from read, some run work, the caller takes the answers with next(). Destroying it stops and joins
/// all threads; read and work must come back by themselves (give them a stop token).
template <class In, class Out>
class OrderedPipeline {
public:
    struct Stages {
        std::function<std::optional<In>()> read;  ///< nothing: the end
        std::function<Out(In&&)> work;            ///< called from several threads at once
        std::function<size_t(const In&)> weight;  ///< e.g. bytes
        size_t maxWeight{32u << 20};              ///< of everything read and not yet taken
        int workers{2};
    };

    explicit OrderedPipeline(Stages stages)
        : m_stages(std::move(stages)) {
        m_threads.emplace_back([this] { readAll(); });
        for (int i = 0; i < m_stages.workers; ++i) {
            m_threads.emplace_back([this] { workAll(); });
        }
    }
    ~OrderedPipeline() {
        {
            const std::lock_guard lock(m_mutex);
            m_closing = true;
        }
        m_wake.notify_all();
        for (std::thread& thread : m_threads) {
            thread.join();
        }
    }
    OrderedPipeline(const OrderedPipeline&) = delete;
    OrderedPipeline& operator=(const OrderedPipeline&) = delete;

    /// Blocks for the next answer in order; nothing at the end.
    std::optional<Out> next() {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_done.count(m_taken) != 0 || (m_readAll && m_taken == m_read); });
        const auto found = m_done.find(m_taken);
        if (found == m_done.end()) {
            return std::nullopt;
        }
        Out out = std::move(found->second.first);
        m_weight -= found->second.second;
        m_done.erase(found);
        ++m_taken;
        lock.unlock();
        m_wake.notify_all();
        return out;
    }

private:
    struct Piece {
        size_t number{0};
        size_t weight{0};
        In in;
    };

    void readAll() {
        for (;;) {
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(lock, [this] { return m_closing || m_weight < m_stages.maxWeight; });
                if (m_closing) {
                    break;
                }
            }
            std::optional<In> in = m_stages.read();
            if (!in) {
                break;
            }
            const size_t weight = m_stages.weight(*in);
            const std::lock_guard lock(m_mutex);
            m_weight += weight;
            m_todo.push_back({m_read++, weight, std::move(*in)});
            m_wake.notify_all();
        }
        const std::lock_guard lock(m_mutex);
        m_readAll = true;
        m_wake.notify_all();
    }

    void workAll() {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wake.wait(lock, [this] { return m_closing || !m_todo.empty() || m_readAll; });
            if (m_closing || (m_todo.empty() && m_readAll)) {
                return;
            }
            Piece piece = std::move(m_todo.front());
            m_todo.pop_front();
            lock.unlock();
            Out out = m_stages.work(std::move(piece.in));
            lock.lock();
            m_done.emplace(piece.number, std::make_pair(std::move(out), piece.weight));
            m_wake.notify_all();
        }
    }

    Stages m_stages;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Piece> m_todo;
    std::map<size_t, std::pair<Out, size_t>> m_done;
    size_t m_read{0};
    size_t m_taken{0};
    size_t m_weight{0};
    bool m_readAll{false};
    bool m_closing{false};
    std::vector<std::thread> m_threads;
};

}  // namespace kith
