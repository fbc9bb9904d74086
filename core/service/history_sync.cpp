// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/history_sync.h"

#include "core/service/sync_labels.h"
#include "core/storage/transaction.h"

#include <algorithm>

namespace kith::service {

namespace {

constexpr size_t kHistorySlice = 200;
/// More changed messages than this are taken over before the last page, with the cursor where it was.
constexpr size_t kMostCollected = 20'000;
constexpr int kMostRepeats = 3;
constexpr Millis kExpiredAgain{3'600'000};
constexpr Millis kFirstPause{30'000};
constexpr Millis kLongestPause{900'000};
constexpr int kMostListingsAtOnce = 2;

}  // namespace

void MessageHistory::take(const mail::HistoryStep& step) {
    m_ref.id = step.ref.id;
    if (!step.ref.threadId.isEmpty()) {
        m_ref.threadId = step.ref.threadId;
    }
    m_deleted = m_deleted || step.kind == mail::HistoryKind::MessageDeleted;
    if (step.kind == mail::HistoryKind::LabelsAdded || step.kind == mail::HistoryKind::LabelsRemoved) {
        for (const QString& label : step.labelIds) {
            Word& word = m_words[label];
            if (step.recordId >= word.record) {
                word = {step.recordId, step.kind == mail::HistoryKind::LabelsAdded};
            }
        }
    }
    if (step.toldAfter && step.recordId >= m_toldAt) {
        m_toldAt = step.recordId;
        m_told = true;
        m_after = step.after;
    }
}

QStringList MessageHistory::labels(const QStringList& before) const {
    QStringList now = m_told ? m_after : before;
    for (auto word = m_words.begin(); word != m_words.end(); ++word) {
        if (m_told && word->record < m_toldAt) {
            continue;
        }
        now.removeAll(word.key());
        if (word->on) {
            now << word.key();
        }
    }
    now.sort();
    return now;
}

QStringList MessageHistory::mentioned() const {
    return m_words.keys() + m_after;
}

Result<bool> HistorySync::run(std::stop_token stop) {
    m_context.tell(SyncPhase::Updating);
    const auto collected = collect(stop);
    if (!collected) {
        return collected.error().kind == ErrorKind::NotFound ? expired(stop) : collected;
    }
    const auto applied = apply(m_whole, stop);
    return applied ? Result<bool>(true) : Result<bool>(applied.error());
}

Result<bool> HistorySync::collect(std::stop_token stop) {
    QString page;
    int repeats = 0;
    while (true) {
        const auto answer = m_context.mailbox.history(m_context.state.cursor, page, stop);
        if (!answer) {
            return answer.error();
        }
        for (const mail::HistoryStep& step : answer->steps) {
            const auto known = m_places.constFind(step.ref.id);
            const size_t place = known != m_places.constEnd() ? *known : m_messages.size();
            if (place == m_messages.size()) {
                m_messages.emplace_back();
                m_places.insert(step.ref.id, place);
            }
            m_messages[place].take(step);
        }
        m_next = std::max(m_next, answer->historyId);
        if (answer->nextPage.isEmpty()) {
            return true;
        }
        if (answer->nextPage == page && ++repeats > kMostRepeats) {
            m_whole = false;  // what came is true; the rest comes with the next cycle
            return true;
        }
        page = answer->nextPage;
        if (m_messages.size() >= kMostCollected) {
            if (const auto applied = apply(false, stop); !applied) {
                return applied.error();
            }
        }
    }
}

Result<void> HistorySync::apply(bool last, std::stop_token stop) {
    for (const MessageHistory& message : m_messages) {
        if (const auto known = SyncLabels(m_context).learn(message.mentioned(), stop); !known) {
            return known;
        }
    }
    const size_t slices = std::max<size_t>(1, (m_messages.size() + kHistorySlice - 1) / kHistorySlice);
    for (size_t slice = 0; slice < slices; ++slice) {
        if (stop.stop_requested()) {
            return Error{ErrorKind::Cancelled, {}, {}};
        }
        const size_t from = slice * kHistorySlice;
        const bool end = last && slice + 1 == slices;
        if (m_messages.empty() && m_next == m_context.state.cursor) {
            return {};  // nothing happened: nothing is written
        }
        if (const auto done = applySlice(from, std::min(m_messages.size(), from + kHistorySlice), end); !done) {
            return done;
        }
    }
    m_messages.clear();
    m_places.clear();
    return {};
}

Result<void> HistorySync::applySlice(size_t from, size_t upTo, bool last) {
    storage::Transaction transaction(*m_context.cellar.database);
    for (size_t i = from; i < upTo; ++i) {
        if (const auto done = applyOne(m_messages[i]); !done) {
            return done;
        }
    }
    if (last) {
        m_context.state.cursor = std::max(m_context.state.cursor, m_next);
        m_context.state.expiredTimes = 0;
    }
    const auto threads = m_context.merge->settle();
    const auto saved = threads ? m_context.saveState() : Result<void>(threads.error());
    const auto done = saved ? transaction.commit() : saved;
    if (done) {
        m_context.changed(*threads);
    }
    return done;
}

Result<void> HistorySync::applyOne(const MessageHistory& history) {
    const auto row = m_context.remote.row(history.ref().id);
    if (!row) {
        return row.error();
    }
    if (history.deleted()) {
        if (!*row) {
            return {};
        }
        const auto gone = m_context.merge->gone(**row);
        m_context.report.deleted += gone && (*row)->message ? 1 : 0;
        m_context.state.serverTotal = std::max(qint64(0), m_context.state.serverTotal - 1);
        return gone ? Result<void>() : Result<void>(gone.error());
    }
    if (!*row) {
        const storage::RemoteTodo fresh[] = {{history.ref().id, history.ref().threadId, ++m_context.state.topRank}};
        const auto added = m_context.remote.remember(fresh, m_context.state.generation);
        ++m_context.state.serverTotal;
        return added ? Result<void>() : Result<void>(added.error());
    }
    if (!(*row)->message) {
        return {};  // it is fetched whole
    }
    const auto changed = m_context.merge->labels(**row, history.labels((*row)->labels));
    m_context.report.updated += changed && *changed ? 1 : 0;
    return changed ? Result<void>() : Result<void>(changed.error());
}

/// Once is a matter of course: the mailbox is listed anew. An idle mailbox may hand out the same old id again; then its
/// profile tells whether it moved at all. A server that forgets all the time is asked ever more seldom.
Result<bool> HistorySync::expired(std::stop_token stop) {
    storage::SyncState& state = m_context.state;
    const Millis now = m_context.clock.now();
    const bool lately = state.expired != 0 && now >= state.expiredAt && now - state.expiredAt < kExpiredAgain;
    const bool same = lately && state.expired == state.cursor;
    state.expiredTimes = lately ? state.expiredTimes + 1 : 0;
    state.expired = state.cursor;
    state.expiredAt = now;
    bool listAnew = !same && state.expiredTimes <= kMostListingsAtOnce;
    if (same) {
        const auto profile = m_context.mailbox.profile(stop);
        if (!profile) {
            return profile.error();
        }
        listAnew = profile->historyId != state.cursor;
    }
    if (listAnew) {
        return false;
    }
    const Millis doubled = kFirstPause * (qint64(1) << std::min(state.expiredTimes, 10));
    state.resumeAt = now + (doubled < kLongestPause ? doubled : kLongestPause);
    if (const auto saved = m_context.saveState(); !saved) {
        return saved.error();
    }
    return true;
}

}  // namespace kith::service
