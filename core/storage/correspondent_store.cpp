// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/correspondent_store.h"

#include "core/storage/rows.h"
#include "core/storage/transaction.h"

#include <QHash>

#include <algorithm>

namespace kith::storage {

namespace {

constexpr auto kCorrespondentColumns =
    "address_key, name, received, sent_to, replied, first_seen, last_seen, last_sent_to, median_reply, is_bulk";

Correspondent readCorrespondent(const Statement& row) {
    return {row.text(0),   row.text(1),   row.integer(2), row.integer(3), row.integer(4),
            row.millis(5), row.millis(6), row.millis(7),  row.millis(8),  row.flag(9)};
}

struct Tally {
    Correspondent sums;
    std::vector<qint64> latencies;
    bool anyPersonal{false};
};

/// Counts in the order of time: who wrote, whom the owner wrote to, and which letters that answered.
class Tallies {
public:
    void received(const QString& key, const QString& name, qint64 thread, qint64 at, bool bulk) {
        Tally& tally = seen(key, at);
        tally.sums.name = name.isEmpty() ? tally.sums.name : name;
        ++tally.sums.received;
        tally.anyPersonal = tally.anyPersonal || !bulk;
        m_open[thread].push_back({key, at});
    }
    void sentTo(const QString& key, const QString& name, qint64 at) {
        Tally& tally = seen(key, at);
        tally.sums.name = tally.sums.name.isEmpty() ? name : tally.sums.name;
        ++tally.sums.sentTo;
        tally.sums.lastSentTo = std::chrono::milliseconds{at};
    }
    void answered(qint64 thread, qint64 at) {
        for (const auto& [key, since] : m_open.take(thread)) {
            Tally& tally = m_tallies[key];
            ++tally.sums.replied;
            tally.latencies.push_back(at - since);
        }
    }
    std::vector<Correspondent> result() {
        std::vector<Correspondent> all;
        for (Tally& tally : m_tallies) {
            if (!tally.latencies.empty()) {
                const auto middle = tally.latencies.begin() + qsizetype(tally.latencies.size() / 2);
                std::nth_element(tally.latencies.begin(), middle, tally.latencies.end());
                tally.sums.medianReply = std::chrono::milliseconds{*middle};
            }
            tally.sums.bulk = tally.sums.received > 0 && !tally.anyPersonal;
            all.push_back(tally.sums);
        }
        return all;
    }

private:
    Tally& seen(const QString& key, qint64 at) {
        Tally& tally = m_tallies[key];
        const std::chrono::milliseconds when{at};
        tally.sums.firstSeen = tally.sums.key.isEmpty() ? when : std::min(tally.sums.firstSeen, when);
        tally.sums.key = key;
        tally.sums.lastSeen = std::max(tally.sums.lastSeen, when);
        return tally;
    }
    QHash<QString, Tally> m_tallies;
    QHash<qint64, std::vector<std::pair<QString, qint64>>> m_open;  ///< thread → letters not answered yet
};

}  // namespace

Result<std::vector<Correspondent>> CorrespondentStore::all() {
    return allRows(m_database.query(QByteArray("SELECT ") + kCorrespondentColumns + " FROM correspondents"),
                   readCorrespondent);
}

Result<qint64> CorrespondentStore::count() {
    const auto number = m_database.number("SELECT count(*) FROM correspondents");
    return number ? Result<qint64>(number->value_or(0)) : Result<qint64>(number.error());
}

Result<std::optional<Correspondent>> CorrespondentStore::one(const QString& addressKey) {
    return firstRow(
        m_database.query(QByteArray("SELECT ") + kCorrespondentColumns + " FROM correspondents WHERE address_key = ?",
                         addressKey),
        readCorrespondent);
}

Result<Correspondent> CorrespondentStore::counted(const QString& addressKey) {
    Tallies tallies;
    Statement letters = m_database.query(
        "SELECT m.id, m.from_name, m.date_ms, m.is_bulk, (SELECT o.date_ms FROM messages o WHERE o.thread_id = "
        "m.thread_id AND o.id > m.id AND o.from_owner = 1 ORDER BY o.id LIMIT 1) FROM messages m WHERE m.from_key = ? "
        "AND m.from_owner = 0 ORDER BY m.id",
        addressKey);
    while (letters.next()) {
        const qint64 conversation = letters.integer(0);  // each letter alone: its answer was looked up
        tallies.received(addressKey, letters.text(1), conversation, letters.integer(2), letters.flag(3));
        if (!letters.isNull(4)) {
            tallies.answered(conversation, letters.integer(4));
        }
    }
    Statement sent = m_database.query("SELECT r.name, m.date_ms FROM message_recipients r JOIN messages m ON m.id = "
                                      "r.message_id WHERE r.address_key = ? AND r.kind < 3 AND m.from_owner = 1 ORDER "
                                      "BY m.id",
                                      addressKey);
    while (sent.next()) {
        tallies.sentTo(addressKey, sent.text(0), sent.integer(1));
    }
    if (letters.failed() || sent.failed()) {
        return letters.failed() ? letters.error() : sent.error();
    }
    const std::vector<Correspondent> counts = tallies.result();
    if (counts.empty()) {
        Correspondent nobody;
        nobody.key = addressKey;
        return nobody;
    }
    return counts.front();
}

Result<void> CorrespondentStore::save(std::span<const Correspondent> changed) {
    Transaction transaction(m_database);
    for (const Correspondent& c : changed) {
        const auto saved = m_database.run(
            "INSERT INTO correspondents (address_key, name, received, sent_to, replied, first_seen, last_seen, "
            "last_sent_to, "
            "median_reply, is_bulk) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (address_key) DO UPDATE SET "
            "name = excluded.name, received = excluded.received, sent_to = excluded.sent_to, replied = "
            "excluded.replied, "
            "first_seen = excluded.first_seen, last_seen = excluded.last_seen, last_sent_to = excluded.last_sent_to, "
            "median_reply = excluded.median_reply, is_bulk = excluded.is_bulk",
            c.key, c.name, c.received, c.sentTo, c.replied, c.firstSeen, c.lastSeen, c.lastSentTo, c.medianReply,
            c.bulk);
        if (!saved) {
            return saved.error();
        }
    }
    return transaction.commit();
}

Result<qint64> CorrespondentStore::rebuild() {
    Tallies tallies;
    Statement rows = m_database.query("SELECT id, thread_id, from_owner, from_key, from_name, date_ms, is_bulk "
                                      "FROM messages ORDER BY id");
    while (rows.next()) {
        const qint64 thread = rows.integer(1);
        const qint64 at = rows.integer(5);
        if (!rows.flag(2)) {
            tallies.received(rows.text(3), rows.text(4), thread, at, rows.flag(6));
            continue;
        }
        tallies.answered(thread, at);
        Statement people = m_database.query("SELECT address_key, name FROM message_recipients WHERE message_id = ? "
                                            "AND kind < 3",
                                            rows.integer(0));
        while (people.next()) {
            tallies.sentTo(people.text(0), people.text(1), at);
        }
        if (people.failed()) {
            return people.error();
        }
    }
    if (rows.failed()) {
        return rows.error();
    }
    const std::vector<Correspondent> all = tallies.result();
    Transaction transaction(m_database);
    if (const auto emptied = m_database.run("DELETE FROM correspondents"); !emptied) {
        return emptied.error();
    }
    if (const auto saved = save(all); !saved) {
        return saved.error();
    }
    const auto committed = transaction.commit();
    return committed ? Result<qint64>(qint64(all.size())) : Result<qint64>(committed.error());
}

}  // namespace kith::storage
