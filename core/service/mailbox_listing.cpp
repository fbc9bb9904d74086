// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/mailbox_listing.h"

#include "core/service/sync_labels.h"
#include "core/storage/transaction.h"

namespace kith::service {

namespace {

using storage::SyncStage;

constexpr int kMostRestarts = 3;

bool pageMayBeStale(const Error& error) {
    return error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Failed || error.kind == ErrorKind::Unsupported;
}

}  // namespace

Result<void> MailboxListing::begin(std::stop_token stop) {
    const auto profile = m_context.mailbox.profile(stop);
    if (!profile) {
        return profile.error();
    }
    if (const auto labels = SyncLabels(m_context).refresh(stop, true); !labels) {
        return labels;
    }
    storage::SyncState& state = m_context.state;
    state.pinned = profile->historyId;
    state.serverTotal = profile->messagesTotal;
    state.stage = SyncStage::Listing;
    state.page.clear();
    state.scanned.clear();
    ++state.generation;
    return m_context.saveState();
}

Result<bool> MailboxListing::page(std::stop_token stop) {
    storage::SyncState& state = m_context.state;
    const auto listed = m_context.mailbox.list(state.page, stop);
    if (listed) {
        return take(*listed);
    }
    if (state.page.isEmpty() || !pageMayBeStale(listed.error()) || ++m_restarts > kMostRestarts) {
        return listed.error();
    }
    // A token of yesterday: from the top again; rows that are known already cost nothing.
    state.page.clear();
    ++state.generation;
    const auto saved = m_context.saveState();
    return saved ? Result<bool>(true) : Result<bool>(saved.error());
}

Result<bool> MailboxListing::take(const mail::RemotePage& page) {
    storage::SyncState& state = m_context.state;
    storage::Transaction transaction(*m_context.cellar.database);
    std::vector<storage::RemoteTodo> rows;
    rows.reserve(page.refs.size());
    for (const mail::RemoteRef& ref : page.refs) {
        rows.push_back({ref.id, ref.threadId, --state.bottomRank});
    }
    const auto fresh = m_context.remote.remember(rows, state.generation);
    if (!fresh) {
        return fresh.error();
    }
    const bool last = page.nextPage.isEmpty();
    if (!last && page.nextPage == state.page && ++m_repeats > kMostRestarts) {
        return Error{ErrorKind::Malformed, QStringLiteral("the list of messages does not end"), {}};
    }
    state.page = page.nextPage;
    if (last) {
        state.page.clear();
        state.stage = state.generation > 1 ? SyncStage::Comparing : SyncStage::Following;
        if (state.stage == SyncStage::Following) {
            state.cursor = state.pinned;
        }
    }
    const auto saved = m_context.saveState();
    const auto done = saved ? transaction.commit() : saved;
    if (!done) {
        return done.error();
    }
    m_context.status.todo += *fresh;
    m_context.status.completeness.gaps += *fresh;
    return !last;
}

}  // namespace kith::service
