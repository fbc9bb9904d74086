// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/outbox_store.h"

#include "core/storage/message_marks.h"
#include "core/storage/rows.h"
#include "core/storage/transaction.h"

namespace kith::storage {

namespace {

constexpr auto kOutboxColumns = "SELECT o.id, o.account_id, o.message_id, o.remote_id, o.add_labels, o.remove_labels, "
                                "o.state, o.attempts, o.at, o.next_attempt, o.change_id, o.reason, m.subject "
                                "FROM outbox o LEFT JOIN messages m ON m.id = o.message_id ";

QStringList outboxLabels(const QString& text) {
    return text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

OutboxEntry readOutboxEntry(const Statement& row) {
    OutboxEntry entry;
    entry.id = row.integer(0);
    entry.account = row.id<AccountId>(1);
    entry.message = row.id<MessageId>(2);
    entry.remoteId = row.text(3);
    entry.add = outboxLabels(row.text(4));
    entry.remove = outboxLabels(row.text(5));
    entry.state = static_cast<OutboxState>(row.number(6));
    entry.attempts = row.number(7);
    entry.at = row.millis(8);
    entry.nextAttempt = row.millis(9);
    entry.change = row.id<ChangeId>(10);
    entry.reason = row.text(11);
    entry.subject = row.text(12);
    return entry;
}

}  // namespace

QString outboxStateWord(OutboxState state) {
    switch (state) {
    case OutboxState::Pending:
        return QStringLiteral("pending");
    case OutboxState::Sending:
        return QStringLiteral("sending");
    case OutboxState::Done:
        return QStringLiteral("done");
    case OutboxState::Refused:
        return QStringLiteral("refused");
    case OutboxState::Withdrawn:
        return QStringLiteral("withdrawn");
    }
    return {};
}

Result<std::vector<OutboxEntry>> OutboxStore::list(const OutboxFilter& filter) {
    const auto some = [&](const char* states, const char* order, int limit) {
        return allRows(m_database.query(QByteArray(kOutboxColumns) +
                                            "WHERE (CAST(? AS BIGINT) = 0 OR o.account_id = ?) AND " + states +
                                            " ORDER BY " + order + " LIMIT ?",
                                        filter.account, filter.account, limit),
                       readOutboxEntry);
    };
    std::vector<OutboxEntry> all;
    if (!filter.refusedOnly) {
        auto open = some("o.state < 2", "o.at, o.id", filter.limit);
        if (!open) {
            return open;
        }
        all = std::move(*open);
    }
    if (!filter.openOnly && int(all.size()) < filter.limit) {
        const auto ended = some(filter.refusedOnly ? "o.state = 3" : "o.state >= 2", "o.ended_at DESC, o.id DESC",
                                filter.limit - int(all.size()));
        if (!ended) {
            return ended;
        }
        all.insert(all.end(), ended->begin(), ended->end());
    }
    return all;
}

Result<OutboxCounts> OutboxStore::counts(AccountId account) {
    OutboxCounts counts;
    Statement rows = m_database.query("SELECT state, count(*) FROM outbox WHERE (CAST(? AS BIGINT) = 0 OR account_id = "
                                      "?) GROUP BY state",
                                      account, account);
    while (rows.next()) {
        const auto state = static_cast<OutboxState>(rows.number(0));
        qint64& count = state == OutboxState::Refused ? counts.refused
                        : state == OutboxState::Done  ? counts.done
                                                      : counts.pending;
        count += state == OutboxState::Withdrawn ? 0 : rows.integer(1);
    }
    return rows.failed() ? Result<OutboxCounts>(rows.error()) : counts;
}

Result<std::optional<OutboxEntry>> OutboxStore::entry(qint64 id) {
    return firstRow(m_database.query(QByteArray(kOutboxColumns) + "WHERE o.id = ?", id), readOutboxEntry);
}

Result<void> OutboxStore::retry(qint64 id) {
    const auto found = entry(id);
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return Error{ErrorKind::NotFound, QStringLiteral("there is no outbox entry %1").arg(id), {}};
    }
    const OutboxEntry& wanted = **found;
    if (wanted.state == OutboxState::Pending || wanted.state == OutboxState::Sending) {
        return done(m_database.run("UPDATE outbox SET next_attempt = 0 WHERE id = ?", id));
    }
    if (wanted.state != OutboxState::Refused) {
        return Error{ErrorKind::Conflict, QStringLiteral("outbox entry %1 is over").arg(id), {}};
    }
    ChangeWriter change(m_database, {QStringLiteral("outbox.retried"),
                                     QStringLiteral("user"),
                                     QStringLiteral("message:%1").arg(wanted.message.value),
                                     {},
                                     QStringLiteral("Try a refused change again"),
                                     {},
                                     true});
    MessageMarks marks(change);
    const MessageId messages[] = {wanted.message};
    for (const QString& label : wanted.remove) {
        marks.setLabel(messages, label, false);
    }
    for (const QString& label : wanted.add) {
        marks.setLabel(messages, label, true);
    }
    if (const auto ended = end(wanted, OutboxState::Withdrawn, wanted.reason); !ended) {
        return ended;
    }
    const auto committed = change.commit();
    return committed ? Result<void>() : Result<void>(committed.error());
}

Result<std::vector<OutboxEntry>> OutboxStore::due(AccountId account, std::chrono::milliseconds now, int limit) {
    return allRows(m_database.query(QByteArray(kOutboxColumns) + "WHERE o.account_id = ? AND o.state = 0 AND "
                                                                 "o.next_attempt <= ? ORDER BY o.at, o.id LIMIT ?",
                                    account, now, limit),
                   readOutboxEntry);
}

Result<qint64> OutboxStore::dueCount(AccountId account, std::chrono::milliseconds now) {
    const auto count = m_database.number(
        "SELECT count(*) FROM outbox WHERE account_id = ? AND state = 0 AND next_attempt <= ?", account, now);
    return count ? Result<qint64>(count->value_or(0)) : Result<qint64>(count.error());
}

Result<std::vector<OutboxEntry>> OutboxStore::markSending(std::span<const OutboxEntry> entries) {
    Transaction transaction(m_database);
    std::vector<OutboxEntry> going;
    for (const OutboxEntry& entry : entries) {
        const QString add = entry.add.join(QLatin1Char('\n'));
        const QString remove = entry.remove.join(QLatin1Char('\n'));
        const QString tried = (entry.add + entry.remove).join(QLatin1Char('\n'));
        const auto marked = m_database.run("UPDATE outbox SET state = 1, tried = ? WHERE id = ? AND state = 0 AND "
                                           "add_labels = ? AND remove_labels = ?",
                                           tried, entry.id, add, remove);
        if (!marked) {
            return marked.error();
        }
        if (*marked == 1) {
            going.push_back(entry);
        }
    }
    const auto committed = transaction.commit();
    return committed ? Result<std::vector<OutboxEntry>>(std::move(going)) : committed.error();
}

Result<void> OutboxStore::postpone(std::span<const OutboxEntry> entries, std::chrono::milliseconds nextAttempt,
                                   const QString& reason) {
    Transaction transaction(m_database);
    for (const OutboxEntry& entry : entries) {
        const auto put = m_database.run("UPDATE outbox SET state = 0, attempts = attempts + 1, next_attempt = ?, "
                                        "reason = ? WHERE id = ? AND state < 2",
                                        nextAttempt, reason, entry.id);
        if (!put) {
            return put.error();
        }
    }
    return transaction.commit();
}

Result<void> OutboxStore::recover(AccountId account) {
    return done(m_database.run("UPDATE outbox SET state = 0 WHERE account_id = ? AND state = 1", account));
}

Result<void> OutboxStore::end(const OutboxEntry& entry, OutboxState state, const QString& reason) {
    return done(m_database.run("UPDATE outbox SET state = ?, reason = ?, ended_at = ?, tried = '' WHERE id = ?",
                               int(state), reason, m_database.now(), entry.id));
}

Result<void> OutboxStore::dropOpen(AccountId account) {
    return done(m_database.run("DELETE FROM outbox WHERE account_id = ? AND state < 2", account));
}

Result<void> OutboxStore::prune(AccountId account, int keep) {
    return done(m_database.run(
        "DELETE FROM outbox WHERE account_id = ? AND state >= 2 AND state <> 3 AND id NOT IN (SELECT id FROM outbox "
        "WHERE account_id = ? AND state >= 2 ORDER BY ended_at DESC, id DESC LIMIT ?)",
        account, account, keep));
}

}  // namespace kith::storage
