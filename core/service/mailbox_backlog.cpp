// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/mailbox_backlog.h"

#include "core/base/text.h"
#include "core/service/letter_intake.h"
#include "core/service/sync_labels.h"
#include "core/storage/transaction.h"

#include <algorithm>

namespace kith::service {

namespace {

/// Asked for at once at most; the next look at the rows puts newer ones before.
constexpr int kBacklogSlice = 400;
/// In between, history is listened to and the outbox emptied.
constexpr Millis kLongestDrain{30'000};

qint64 remoteThreadKey(AccountId account, const QString& threadId) {
    const QByteArray words = "remote-thread " + QByteArray::number(account.value) + ' ' + threadId.toUtf8();
    return std::max<qint64>(1, text::stableHash(words));
}

}  // namespace

Result<LetterStream::Parts> MailboxBacklog::parts(const std::vector<storage::RemoteTodo>& todo) {
    const auto owners = m_context.cellar.owners.addresses();
    const auto book = m_context.merge->book();
    if (!owners || !book) {
        return owners ? book.error() : owners.error();
    }
    m_owners = OwnerBook(*owners);
    LetterStream::Parts parts{m_context.mailbox, m_context.tuning.prepare, {}, {}, m_context.tuning.workers};
    for (const storage::RemoteTodo& one : todo) {
        parts.refs.push_back({one.remoteId, one.threadId});
    }
    for (const QString& id : (*book)->labels().keys()) {
        parts.knownLabels.insert(id);
    }
    return parts;
}

Result<MailboxBacklog::Rest> MailboxBacklog::drain(int most, std::stop_token stop) {
    const Millis began = m_context.clock.now();
    const auto todo = m_context.remote.todo(began, std::min(most, kBacklogSlice));
    if (!todo || todo->empty()) {
        return todo ? Result<Rest>(Rest::Nothing) : Result<Rest>(todo.error());
    }
    auto ready = parts(*todo);
    if (!ready) {
        return ready.error();
    }
    m_context.tell(SyncPhase::Filling);
    LetterStream stream(std::move(*ready), stop);
    std::vector<LetterItem> batch;
    while (std::optional<LetterItem> item = stream.next()) {
        const bool ends = item->endsBatch;
        if (const auto* error = std::get_if<Error>(&item->what)) {
            return *error;
        }
        batch.push_back(std::move(*item));
        if (!ends) {
            continue;
        }
        if (const auto taken = takeBatch(batch); !taken) {
            return taken.error();
        }
        batch.clear();
        const auto waits = otherWorkWaits(began);
        if (!waits) {
            return waits.error();
        }
        if (*waits || stop.stop_requested()) {
            stream.endSoon();
        }
    }
    return Rest::More;
}

Result<bool> MailboxBacklog::otherWorkWaits(std::chrono::milliseconds began) {
    const Millis now = m_context.clock.now();
    const auto due = m_context.outbox.dueCount(m_context.account, now);
    return due ? Result<bool>(*due > 0 || now - began > kLongestDrain) : Result<bool>(due.error());
}

Result<void> MailboxBacklog::takeBatch(std::vector<LetterItem>& batch) {
    m_fresh.clear();
    m_stored = 0;
    std::vector<ThreadId> threads;
    {
        storage::Transaction transaction(*m_context.cellar.database);
        for (LetterItem& item : batch) {
            if (const auto taken = takeItem(item); !taken) {
                return taken;
            }
        }
        const auto stored = m_context.cellar.messages.settle();
        auto settled = m_context.merge->settle();
        if (!stored || !settled) {
            return stored ? settled.error() : stored.error();
        }
        threads = std::move(*settled);
        threads.insert(threads.end(), stored->begin(), stored->end());
        const auto saved = m_context.saveState();
        if (const auto done = saved ? transaction.commit() : saved; !done) {
            return done;
        }
    }
    m_context.report.added += m_stored;
    m_context.arrived += m_stored;
    m_context.status.completeness.localTotal += m_stored;
    m_context.status.todo = std::max(qint64(0), m_context.status.todo - m_stored);
    m_context.status.completeness.gaps = m_context.status.todo;
    m_context.countFetched(m_stored);
    if (!m_fresh.empty() && m_context.triage.arrived) {
        if (const auto decided = m_context.triage.arrived(m_fresh); !decided) {
            return decided;
        }
    }
    m_context.changed(threads);
    m_context.tell(SyncPhase::Filling);
    return {};
}

Result<void> MailboxBacklog::takeItem(LetterItem& item) {
    if (auto* arrived = std::get_if<ArrivedLetter>(&item.what)) {
        return takeArrived(*arrived);
    }
    if (const auto* failed = std::get_if<FailedLetter>(&item.what)) {
        return takeFailed(*failed);
    }
    if (const auto* listed = std::get_if<ListedLabels>(&item.what)) {
        m_context.labelsFresh = true;
        return SyncLabels(m_context).take(listed->labels);
    }
    const auto row = m_context.remote.row(std::get<GoneLetter>(item.what).id);
    if (!row || !*row) {
        return row ? Result<void>() : Result<void>(row.error());
    }
    const auto gone = m_context.merge->gone(**row);
    return gone ? Result<void>() : Result<void>(gone.error());
}

Result<void> MailboxBacklog::takeFailed(const FailedLetter& failed) {
    const auto row = m_context.remote.row(failed.id);
    if (!row || !*row) {
        return row ? Result<void>() : Result<void>(row.error());
    }
    const Millis wait = failed.error.retryAfter.value_or(syncBackoff((*row)->attempts, failed.id));
    return m_context.remote.postpone(failed.id, m_context.clock.now() + wait, failed.error.detail);
}

/// Two equal letters of one mailbox stay two here; one letter of two mailboxes is one.
Result<bool> MailboxBacklog::heldByTwin(const storage::RemoteRow& row, MessageId message) {
    const auto links = storage::RemoteStore::linksOf(*m_context.cellar.database, message);
    if (!links) {
        return links.error();
    }
    return std::ranges::any_of(*links, [&](const storage::RemoteRow& link) {
        return link.account == row.account && link.remoteId != row.remoteId;
    });
}

Result<storage::AddOutcome> MailboxBacklog::store(const ArrivedLetter& letter, const storage::RemoteRow& row) {
    const auto book = m_context.merge->book();
    if (!book) {
        return book.error();
    }
    const storage::LabelSet names = (*book)->names(letter.remote.labelIds);
    const Letter& words = letter.prepared.letter;
    LetterOrigin origin;
    origin.account = m_context.account;
    origin.labels = names.values();
    origin.unread = origin.labels.contains(QStringLiteral("UNREAD"));
    origin.starred = origin.labels.contains(QStringLiteral("STARRED"));
    origin.fromOwner = origin.labels.contains(QStringLiteral("SENT")) ||
                       (!words.from.empty() && m_owners.owns(words.from.front().address));
    origin.threadKeys = {remoteThreadKey(m_context.account, row.threadId)};
    auto outcome = storeLetter(m_context.cellar, m_context.clock, letter.prepared, origin);
    if (!outcome || outcome->added) {
        return outcome && !origin.fromOwner ? fresh(*outcome, letter) : outcome;
    }
    const auto twin = heldByTwin(row, outcome->message);
    if (!twin || !*twin) {
        return twin ? outcome : Result<storage::AddOutcome>(twin.error());
    }
    origin.identity = QByteArray::number(m_context.account.value) + ' ' + row.remoteId.toUtf8();
    outcome = storeLetter(m_context.cellar, m_context.clock, letter.prepared, origin);
    return outcome && outcome->added && !origin.fromOwner ? fresh(*outcome, letter) : outcome;
}

/// To be decided about, and looked at by the rules.
Result<storage::AddOutcome> MailboxBacklog::fresh(const storage::AddOutcome& outcome, const ArrivedLetter& letter) {
    m_fresh.push_back(outcome.message);
    const auto noted = m_context.cellar.rules.addBacklog(outcome.message, letter.remote.internalDate);
    return noted ? Result<storage::AddOutcome>(outcome) : Result<storage::AddOutcome>(noted.error());
}

Result<void> MailboxBacklog::takeArrived(ArrivedLetter& letter) {
    const auto known = m_context.remote.row(letter.remote.ref.id);
    if (!known) {
        return known.error();
    }
    if (!*known || (*known)->message) {
        return {};
    }
    storage::RemoteRow row = **known;
    const auto outcome = store(letter, row);
    if (!outcome) {
        return outcome.error();
    }
    row.message = outcome->message;
    row.labels = letter.remote.labelIds;
    ++m_stored;
    m_context.merge->touch(outcome->thread);
    return m_context.merge->linked(row, letter.remote.historyId, letter.remote.internalDate, outcome->added);
}

}  // namespace kith::service
