// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/sync_context.h"

#include "core/base/text.h"
#include "core/storage/account_store.h"

#include <algorithm>

namespace kith::service {

namespace {

constexpr Millis kRateWindow{60'000};
constexpr Millis kShortestRateWindow{5'000};
constexpr Millis kLongestBackoff{3'600'000};

}  // namespace

bool isServerTrouble(const Error& error) {
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::RateLimited:
    case ErrorKind::SignInNeeded:
    case ErrorKind::Cancelled:
    case ErrorKind::Busy:
        return true;
    default:
        return false;
    }
}

std::chrono::milliseconds syncBackoff(int attempts, const QString& salt) {
    const Millis doubled{2000 * (qint64(1) << std::clamp(attempts, 0, 12))};
    const Millis most = std::min(kLongestBackoff, doubled);
    const QByteArray salted = salt.toUtf8() + QByteArray::number(attempts);
    const qint64 jitter = text::stableHash(salted) % (most.count() / 2);
    return most / 2 + Millis{jitter};
}

SyncContext::SyncContext(Cellar& inCellar, Clock& inClock, mail::RemoteMailbox& inMailbox, AccountId inAccount,
                         SyncHooks inHooks, SyncTuning inTuning)
    : cellar(inCellar)
    , clock(inClock)
    , mailbox(inMailbox)
    , account(inAccount)
    , hooks(std::move(inHooks))
    , tuning(std::move(inTuning))
    , remote(*inCellar.database, inAccount)
    , outbox(*inCellar.database) {
    status.account = account;
}

Result<void> SyncContext::load() {
    report = {};
    labelsFresh = false;
    arrived = 0;
    report.account = account;
    const auto stored = storage::AccountStore(*cellar.database).account(account);
    if (!stored) {
        return stored.error();
    }
    if (!*stored) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no account %1").arg(account.value), {}};
    }
    report.address = status.address = (*stored)->address;
    auto loaded = storage::SyncStateStore(*cellar.database).load(account);
    if (!loaded) {
        return loaded.error();
    }
    state = std::move(*loaded);
    merge = std::make_unique<storage::RemoteMerge>(*cellar.database, account);
    if (const auto recovered = outbox.recover(account); !recovered) {
        return recovered;
    }
    return recount();
}

Result<void> SyncContext::recount() {
    const auto counts = remote.counts();
    const auto waiting = outbox.counts(account);
    if (!counts || !waiting) {
        return counts ? waiting.error() : counts.error();
    }
    Completeness& whole = status.completeness;
    whole.localTotal = counts->here;
    whole.gaps = counts->todo;
    whole.serverTotal = std::max(state.serverTotal, qint64(0));
    whole.checkedAt = state.checkedAt;
    whole.complete = state.stage == storage::SyncStage::Following && counts->todo == 0;
    status.todo = counts->todo;
    status.outgoing = waiting->pending;
    report.completeness = whole;
    report.historyId = state.cursor;
    return {};
}

void SyncContext::tell(SyncPhase phase) {
    status.phase = phase;
    status.retryAt = phase == SyncPhase::Waiting ? status.retryAt : Millis{0};
    status.unitsPerMinute = state.unitsPerMinute;
    status.completeness.serverTotal = std::max(state.serverTotal, qint64(0));
    status.remaining.reset();
    const bool allListed = state.stage != storage::SyncStage::Listing;  // before that, what is left is not known
    if (allListed && status.messagesPerMinute > 0 && status.todo > 0) {
        status.remaining = Millis{qint64(double(status.todo) / status.messagesPerMinute * 60'000)};
    }
    if (hooks.status) {
        hooks.status(status);
    }
}

void SyncContext::tellWaiting(std::chrono::milliseconds until) {
    status.retryAt = until;
    tell(SyncPhase::Waiting);
}

void SyncContext::countFetched(qint64 messages) {
    const Millis now = clock.now();
    m_fetched.push_back({now, messages});
    while (m_fetched.size() > 1 && now - m_fetched.front().at > kRateWindow) {
        m_fetched.pop_front();
    }
    qint64 sum = 0;
    for (const Fetched& one : m_fetched) {
        sum += one.messages;
    }
    // What came with the first sample was fetched before it.
    const Millis span = now - m_fetched.front().at;
    const qint64 within = sum - m_fetched.front().messages;
    status.messagesPerMinute = span < kShortestRateWindow ? 0 : double(within) * 60'000 / double(span.count());
}

void SyncContext::changed(const std::vector<ThreadId>& threads, bool journal) const {
    if (hooks.changed && (journal || !threads.empty())) {
        hooks.changed({.order = !threads.empty(),
                       .counts = !threads.empty(),
                       .journal = journal,
                       .threads = {threads.begin(), threads.end()}});
    }
}

void SyncContext::takeUsage() {
    const mail::RemoteUsage usage = mailbox.takeUsage();
    report.requests += usage.requests;
    report.quotaUnits += usage.quotaUnits;
    report.throttled += usage.throttled;
    report.retries += usage.retries;
    state.unitsPerMinute = usage.unitsPerMinute;
    if (usage.unitsPerMessage > 0) {
        status.messagesLimit = usage.unitsPerMinute / usage.unitsPerMessage;
    }
}

}  // namespace kith::service
