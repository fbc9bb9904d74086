// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/mailbox_comparing.h"

#include "core/service/outbox_sender.h"
#include "core/service/sync_labels.h"
#include "core/storage/transaction.h"

#include <algorithm>

namespace kith::service {

namespace {

using storage::RemoteRow;

constexpr int kUnseenSlice = 100;
constexpr size_t kCorrectSlice = 200;
constexpr int kMostPages = 100'000;

}  // namespace

Result<void> MailboxComparing::run(std::stop_token stop) {
    m_context.tell(SyncPhase::Reconciling);
    if (const auto dropped = dropUnseen(stop); !dropped) {
        return dropped;
    }
    const auto book = m_context.merge->book();
    if (!book) {
        return book.error();
    }
    QStringList labels = (*book)->labels().keys();
    labels.sort();
    for (const QString& id : labels) {
        // A message keeps what it was born with: nobody can add or remove these.
        if (m_context.state.scanned.contains(id) || storage::isServerLabel(id)) {
            continue;
        }
        if (const auto sent = OutboxSender(m_context).run(stop); !sent) {
            return sent;
        }
        if (stop.stop_requested()) {
            return Error{ErrorKind::Cancelled, {}, {}};
        }
        if (const auto compared = compareLabel(id, stop); !compared) {
            return compared;
        }
        m_context.state.scanned << id;
        if (const auto saved = m_context.saveState(); !saved) {
            return saved;
        }
    }
    return finish();
}

Result<void> MailboxComparing::finish() {
    storage::SyncState& state = m_context.state;
    state.cursor = state.pinned;
    state.stage = storage::SyncStage::Following;
    state.scanned.clear();
    return m_context.saveState();
}

/// Ids move between pages while others come and go: only a listing that counts what the server counts proves absence.
Result<bool> MailboxComparing::listingIsWhole() {
    const auto seen = m_context.remote.seenCount(m_context.state.generation);
    return seen ? Result<bool>(*seen == m_context.state.serverTotal) : Result<bool>(seen.error());
}

Result<void> MailboxComparing::dropUnseen(std::stop_token stop) {
    const auto whole = listingIsWhole();
    if (!whole) {
        return whole.error();
    }
    while (true) {
        if (stop.stop_requested()) {
            return Error{ErrorKind::Cancelled, {}, {}};
        }
        const int slice = *whole ? kUnseenSlice : std::clamp(m_context.mailbox.fetchSize(), 1, kUnseenSlice);
        const auto rows = m_context.remote.unseen(m_context.state.generation, slice);
        if (!rows || rows->empty()) {
            return rows ? Result<void>() : Result<void>(rows.error());
        }
        const auto dropped = *whole ? dropTrusted(*rows) : dropVerified(*rows, stop);
        if (!dropped) {
            return dropped;
        }
    }
}

Result<void> MailboxComparing::dropTrusted(const std::vector<RemoteRow>& rows) {
    storage::Transaction transaction(*m_context.cellar.database);
    for (const RemoteRow& row : rows) {
        const auto gone = m_context.merge->gone(row);
        if (!gone) {
            return gone.error();
        }
        m_context.report.deleted += row.message ? 1 : 0;
    }
    const auto threads = m_context.merge->settle();
    const auto done = threads ? transaction.commit() : Result<void>(threads.error());
    if (done) {
        m_context.changed(*threads);
    }
    return done;
}

Result<void> MailboxComparing::dropVerified(const std::vector<RemoteRow>& rows, std::stop_token stop) {
    std::vector<mail::RemoteRef> refs;
    for (const RemoteRow& row : rows) {
        refs.push_back({row.remoteId, row.threadId});
    }
    const auto fetched = m_context.mailbox.fetch(refs, stop);
    if (!fetched) {
        return fetched.error();
    }
    std::vector<RemoteRow> gone;
    storage::Transaction transaction(*m_context.cellar.database);
    for (const RemoteRow& row : rows) {
        if (fetched->gone.contains(row.remoteId)) {
            gone.push_back(row);
            continue;
        }
        // It is there, or nobody can say: it stays, and its labels follow with the others.
        if (const auto seen = m_context.remote.markSeen(row.remoteId, m_context.state.generation); !seen) {
            return seen;
        }
    }
    const auto dropped = dropTrusted(gone);
    return dropped ? transaction.commit() : dropped;
}

/// A label that went away meanwhile, which servers say in several ways: the list of labels tells. Nobody carries it.
Result<bool> MailboxComparing::isGone(const QString& labelId, const Error& why, std::stop_token stop) {
    if (why.kind != ErrorKind::Failed) {
        return why.kind == ErrorKind::NotFound;
    }
    if (const auto fresh = SyncLabels(m_context).refresh(stop, true); !fresh) {
        return fresh.error();
    }
    const auto book = m_context.merge->book();
    return book ? Result<bool>(!(*book)->labels().contains(labelId)) : Result<bool>(book.error());
}

Result<QSet<QString>> MailboxComparing::carriers(const QString& labelId, bool* severalPages, std::stop_token stop) {
    QSet<QString> ids;
    QString page;
    for (int pages = 0; pages < kMostPages; ++pages) {
        const auto listed = m_context.mailbox.listLabelled(labelId, page, stop);
        if (!listed) {
            const auto gone = isGone(labelId, listed.error(), stop);
            const bool nobody = gone && *gone;
            return nobody ? Result<QSet<QString>>(QSet<QString>{})
                          : Result<QSet<QString>>(gone ? listed.error() : gone.error());
        }
        for (const mail::RemoteRef& ref : listed->refs) {
            ids.insert(ref.id);
        }
        if (listed->nextPage.isEmpty()) {
            return ids;
        }
        *severalPages = true;
        page = listed->nextPage;
    }
    return Error{ErrorKind::Malformed, QStringLiteral("the list of a label's messages does not end"), {}};
}

Result<void> MailboxComparing::compareLabel(const QString& labelId, std::stop_token stop) {
    bool severalPages = false;
    const auto there = carriers(labelId, &severalPages, stop);
    if (!there) {
        return there.error();
    }
    std::vector<QString> came;
    std::vector<QString> went;
    const auto walked = m_context.remote.walk([&](const QString& remoteId, const QStringList& labels) {
        const bool here = labels.contains(labelId);
        if (here != there->contains(remoteId)) {
            (here ? went : came).push_back(remoteId);
        }
    });
    if (!walked) {
        return walked;
    }
    if (severalPages && !went.empty()) {  // it may have slipped from one page to the other unseen
        const auto again = carriers(labelId, &severalPages, stop);
        if (!again) {
            return again.error();
        }
        std::erase_if(went, [&](const QString& id) { return again->contains(id); });
    }
    const auto removed = correct(labelId, went, false);
    return removed ? correct(labelId, came, true) : removed;
}

Result<void> MailboxComparing::correct(const QString& labelId, const std::vector<QString>& ids, bool on) {
    for (size_t from = 0; from < ids.size(); from += kCorrectSlice) {
        storage::Transaction transaction(*m_context.cellar.database);
        for (size_t i = from; i < std::min(ids.size(), from + kCorrectSlice); ++i) {
            const auto row = m_context.remote.row(ids[i]);
            if (!row) {
                return row.error();
            }
            if (!*row || !(*row)->message) {
                continue;
            }
            QStringList labels = (*row)->labels;
            labels.removeAll(labelId);
            if (on) {
                labels << labelId;
            }
            const auto changed = m_context.merge->labels(**row, labels);
            if (!changed) {
                return changed.error();
            }
            m_context.report.updated += *changed ? 1 : 0;
        }
        const auto threads = m_context.merge->settle();
        const auto done = threads ? transaction.commit() : Result<void>(threads.error());
        if (!done) {
            return done;
        }
        m_context.changed(*threads);
    }
    return {};
}

}  // namespace kith::service
