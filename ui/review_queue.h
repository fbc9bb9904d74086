// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The review queue as a plain state machine: what is asked now, what was answered, and the way back.
#pragma once

#include "core/domain/inbox.h"

#include <QByteArray>

#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

namespace kith::ui {

class ReviewQueue {
public:
    static constexpr size_t stepsKept = 100;

    /// Most valuable first. What is asked now stays in front; what was skipped stays last; what waits for its answer
    /// to be stored stays out; an answered one that is back was taken back elsewhere.
    void setOrder(const std::vector<ThreadId>& order);
    void setRows(const std::vector<InboxRow>& rows);
    /// The conversation is gone.
    void drop(ThreadId thread);

    std::optional<ThreadId> current() const;
    /// The ones to be asked after the current one, at most count.
    std::vector<ThreadId> following(size_t count) const;
    const std::vector<ThreadId>& waiting() const { return m_waiting; }
    int left() const { return static_cast<int>(m_waiting.size()); }
    int done() const { return m_done; }
    /// The current one and those from the same organisation with the same suggestion; from a mail provider: the same
    /// address. Only of what has its row.
    std::vector<InboxRow> alike() const;

    /// The next one is asked at once; the number is for stored() and refused().
    int answer(const std::vector<ThreadId>& threads);
    void skip();
    /// Gives the changes to take back now: those of a step that was taken back before all of it was stored.
    std::vector<ChangeId> stored(int step, ChangeId change);
    /// Could not be stored: it is asked again. The same gift as stored().
    std::vector<ChangeId> refused(int step, ThreadId thread);
    /// An undone answer is still on its way to the workspace: nothing may be asked before it is taken back.
    bool settling() const { return !m_takenBack.empty(); }
    bool canUndo() const { return !m_steps.empty(); }
    /// Back to the question before; gives the changes to take back, the newest first.
    std::vector<ChangeId> undo();

    /// Progress and the way back, to go on with after a restart.
    QByteArray remembered() const;
    void recall(const QByteArray& remembered);

private:
    struct Step {
        int number{0};
        std::vector<ThreadId> threads;
        std::vector<ChangeId> changes;
        int awaited{0};
        bool skipped{false};
    };

    Step* step(int number);
    std::vector<ChangeId> settle(int number);
    void putInFront(const std::vector<ThreadId>& threads);
    bool isPending(ThreadId thread) const;
    void forgetAnswered(ThreadId thread);

    std::vector<ThreadId> m_waiting;
    std::vector<ThreadId> m_skipped;
    std::unordered_map<qint64, InboxRow> m_rows;
    std::deque<Step> m_steps;       ///< newest last
    std::vector<Step> m_takenBack;  ///< undone while their answers were still on the way
    int m_done{0};
    bool m_roundOver{false};  ///< all was answered: what comes next begins a new round
    int m_lastNumber{0};
};

/// How long the rest takes, in minutes; at least 1.
int reviewMinutes(int left);
/// What makes mails alike: the domain; of a public mail provider the whole address.
QString alikeKey(const Address& sender);

}  // namespace kith::ui
