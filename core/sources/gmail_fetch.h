// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Fetches messages whole: one by one in batches, or by their thread where that costs fewer quota units.
#pragma once

#include "core/sources/gmail_parts.h"

#include <QHash>

namespace kith::sources {

struct ThreadMessage;

/// Which share of messages could not be rebuilt from their thread: learnt, so that threads are asked where it pays.
class ThreadLuck {
public:
    /// Whether `wanted` messages of one thread cost less by threads.get.
    bool pays(int wanted, double threadUnits, double messageUnits) const;
    void told(int rebuilt, int doubtful);

private:
    mutable std::mutex m_mutex;
    double m_doubtful{0.2};
};

class GmailFetch final : PartTaker {
public:
    GmailFetch(GmailCaller& caller, ThreadLuck& luck);

    /// found + gone + failed hold every id that was asked for, once, in the order in which it was asked.
    Result<mail::RemoteFetch> run(std::span<const mail::RemoteRef> refs, std::stop_token stop);

private:
    struct Wanted {
        mail::RemoteRef ref;
        std::optional<mail::RemoteMessage> found;
        bool gone{false};
        std::optional<Error> failed;
    };

    Result<void> take(int tag, const net::HttpResponse& answer) override;
    std::vector<PartCall> refused(int tag, const Error& why) override;

    std::vector<PartCall> plan(std::span<const mail::RemoteRef> refs);
    PartCall messageCall(int wanted) const;
    PartCall threadCall(int thread) const;
    Result<void> takeThread(const std::vector<int>& members, const net::HttpResponse& answer);
    void rebuild(Wanted& wanted, ThreadMessage& told);
    mail::RemoteFetch collected(const std::optional<Error>& end);

    GmailCaller& m_caller;
    ThreadLuck& m_luck;
    std::vector<Wanted> m_wanted;
    std::vector<std::vector<int>> m_threads;  ///< members; a tag below zero is a thread: -1 - index
};

}  // namespace kith::sources
