// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What happened at the server since the cursor: collected to its end, collapsed to one outcome a message, taken over.
#pragma once

#include "core/service/sync_context.h"

#include <QHash>

namespace kith::service {

/// The outcome of many steps on one message; steps may come twice and out of order.
class MessageHistory {
public:
    void take(const mail::HistoryStep& step);
    bool deleted() const { return m_deleted; }
    const mail::RemoteRef& ref() const { return m_ref; }
    /// The labels after all steps, from those before.
    QStringList labels(const QStringList& before) const;
    QStringList mentioned() const;

private:
    struct Word {
        quint64 record{0};
        bool on{false};
    };
    mail::RemoteRef m_ref;
    bool m_deleted{false};
    QHash<QString, Word> m_words;
    quint64 m_toldAt{0};
    bool m_told{false};
    QStringList m_after;
};

class HistorySync {
public:
    explicit HistorySync(SyncContext& context)
        : m_context(context) {}

    /// False: the cursor is too old, the mailbox has to be listed anew.
    Result<bool> run(std::stop_token stop);

private:
    Result<bool> collect(std::stop_token stop);
    Result<void> apply(bool last, std::stop_token stop);
    Result<void> applySlice(size_t from, size_t upTo, bool last);
    Result<void> applyOne(const MessageHistory& history);
    Result<bool> expired(std::stop_token stop);

    SyncContext& m_context;
    std::vector<MessageHistory> m_messages;
    QHash<QString, size_t> m_places;
    quint64 m_next{0};
    bool m_whole{true};
};

}  // namespace kith::service
