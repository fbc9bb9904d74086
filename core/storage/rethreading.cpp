// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/rethreading.h"

#include "core/domain/address.h"
#include "core/storage/rows.h"
#include "core/storage/threading.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace kith::storage {

namespace {

struct LeftLetter {
    MessageId id;
    bool synced{false};  ///< an account's letter: its mailbox says where it belongs
    std::vector<qint64> keys;
    qint64 subjectKey{0};
    bool seeksParent{false};
    std::chrono::milliseconds date{0};
    QSet<QString> people;
};

LeftLetter readLeftLetter(const Statement& row) {
    LeftLetter letter;
    letter.id = row.id<MessageId>(0);
    letter.subjectKey = row.integer(1);
    letter.seeksParent = row.flag(2);
    letter.date = row.millis(3);
    letter.people.insert(row.text(4));
    letter.synced = row.integer(8) != 0;
    const QStringList references = row.text(7).split(QLatin1Char('\n'));
    letter.keys.push_back(row.integer(5));
    for (const QString& id : row.text(6).split(QLatin1Char('\n')) +
                                 references.mid(std::max<qsizetype>(0, references.size() - kMostReferences))) {
        letter.keys.push_back(messageIdKey(id));
    }
    std::erase(letter.keys, 0);
    return letter;
}

/// Letters and which of them belong together.
class LeftThread {
public:
    explicit LeftThread(std::vector<LeftLetter> letters)
        : m_letters(std::move(letters))
        , m_leader(m_letters.size()) {
        std::iota(m_leader.begin(), m_leader.end(), size_t{0});
        joinByKeys();
        joinBySubject();
    }
    /// Groups of letters, oldest first; the first holds the oldest.
    std::vector<std::vector<LeftLetter>> groups() {
        std::vector<std::vector<LeftLetter>> all;
        QHash<qsizetype, size_t> places;
        for (size_t i = 0; i < m_letters.size(); ++i) {
            const auto leader = static_cast<qsizetype>(leaderOf(i));
            if (!places.contains(leader)) {
                places.insert(leader, all.size());
                all.emplace_back();
            }
            all[places.value(leader)].push_back(m_letters[i]);
        }
        return all;
    }

private:
    size_t leaderOf(size_t i) {
        while (m_leader[i] != i) {
            i = m_leader[i] = m_leader[m_leader[i]];
        }
        return i;
    }
    void join(size_t a, size_t b) {
        a = leaderOf(a);
        b = leaderOf(b);
        m_leader[std::max(a, b)] = std::min(a, b);
    }
    void joinByKeys() {
        QHash<qint64, size_t> known;
        for (size_t i = 0; i < m_letters.size(); ++i) {
            for (const qint64 key : m_letters[i].keys) {
                const auto found = known.constFind(key);
                if (found == known.constEnd()) {
                    known.insert(key, i);
                } else {
                    join(*found, i);
                }
            }
        }
    }
    /// A reply that mentions nobody belongs to letters of its subject before it that share people with it.
    void joinBySubject() {
        for (size_t reply = 0; reply < m_letters.size(); ++reply) {
            const LeftLetter& seeker = m_letters[reply];
            for (size_t i = 0; seeker.seeksParent && i < m_letters.size(); ++i) {
                const LeftLetter& parent = m_letters[i];
                if (i != reply && parent.subjectKey == seeker.subjectKey && parent.date <= seeker.date &&
                    seeker.date - parent.date <= kSubjectReach && parent.people.intersects(seeker.people)) {
                    join(i, reply);
                }
            }
        }
    }

    std::vector<LeftLetter> m_letters;
    std::vector<size_t> m_leader;
};

Result<std::vector<LeftLetter>> leftLetters(Database& database, ThreadId thread, const QSet<QString>& owners) {
    auto letters =
        allRows(database.query(
                    "SELECT m.id, m.subject_key, m.seeks_parent, m.date_ms, m.from_key, m.rfc822_key, t.in_reply_to, "
                    "t.references_list, m.account_id FROM messages m JOIN message_text t ON t.message_id = m.id "
                    "WHERE m.thread_id = ? ORDER BY m.id",
                    thread),
                readLeftLetter);
    if (!letters) {
        return letters;
    }
    for (LeftLetter& letter : *letters) {
        Statement people =
            database.query("SELECT address_key FROM message_recipients WHERE message_id = ? AND kind < 2", letter.id);
        while (people.next()) {
            letter.people.insert(people.text(0));
        }
        if (people.failed()) {
            return people.error();
        }
        letter.people.subtract(owners);
        letter.people.remove(QString());
    }
    return letters;
}

Result<void> settleGroup(Database& database, ThreadId thread, const std::vector<LeftLetter>& group) {
    for (const LeftLetter& letter : group) {
        const auto moved = database.run("UPDATE messages SET thread_id = ? WHERE id = ?", thread, letter.id);
        if (!moved) {
            return moved.error();
        }
        for (const qint64 key : letter.keys) {
            const auto kept = database.run(
                "INSERT INTO thread_keys (key, thread_id) VALUES (?, ?) ON CONFLICT (key) DO NOTHING", key, thread);
            if (!kept) {
                return kept.error();
            }
        }
    }
    return {};
}

Result<void> rethreadOne(Database& database, ThreadId thread, const QSet<QString>& owners,
                         std::vector<ThreadId>& made) {
    const auto letters = leftLetters(database, thread, owners);
    if (!letters) {
        return letters.error();
    }
    if (letters->empty() || std::ranges::any_of(*letters, &LeftLetter::synced)) {
        return {};
    }
    // Keys that only the letters mentioned that are gone must not join anything any more.
    if (const auto cleared = database.run("DELETE FROM thread_keys WHERE thread_id = ?", thread); !cleared) {
        return cleared.error();
    }
    ThreadId target = thread;
    for (const std::vector<LeftLetter>& group : LeftThread(*letters).groups()) {
        if (target.value == 0) {
            const auto fresh = freshThread(database, group.front().id);
            if (!fresh) {
                return fresh.error();
            }
            target = *fresh;
            made.push_back(target);
        }
        if (const auto settled = settleGroup(database, target, group); !settled) {
            return settled;
        }
        target = {};
    }
    return {};
}

}  // namespace

Result<std::vector<ThreadId>> rethread(Database& database, std::span<const ThreadId> threads) {
    QSet<QString> owners;
    {
        Statement rows = database.query("SELECT address FROM owner_addresses");
        while (rows.next()) {
            owners.insert(addressKey(rows.text(0)));
        }
        if (rows.failed()) {
            return rows.error();
        }
    }
    std::vector<ThreadId> made;
    for (const ThreadId thread : threads) {
        if (const auto done = rethreadOne(database, thread, owners, made); !done) {
            return done.error();
        }
    }
    return made;
}

}  // namespace kith::storage
