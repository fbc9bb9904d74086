// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/threading.h"

#include "core/base/text.h"

#include <algorithm>

namespace kith::storage {

namespace {

constexpr int kMostCandidates = 200;

/// Length of a reply or forward word with its colon at the start ("re:", "aw:", "fwd:", "re[2]:"), 0 where there is
/// none.
qsizetype prefixLength(QStringView subject, bool* reply) {
    static constexpr QStringView kReply[] = {u"re", u"aw",  u"antw", u"antwort", u"sv", u"vs",
                                             u"rv", u"odp", u"ynt",  u"res",     u"rif"};
    static constexpr QStringView kForward[] = {u"fw", u"fwd", u"wg", u"tr", u"vl", u"doorst"};
    qsizetype word = 0;
    while (word < subject.size() && subject[word].isLetter()) {
        ++word;
    }
    qsizetype end = word;
    if (end < subject.size() && (subject[end] == u'[' || subject[end] == u'(')) {
        while (end < subject.size() && subject[end] != u']' && subject[end] != u')') {
            ++end;
        }
        ++end;
    }
    if (word == 0 || end >= subject.size() || (subject[end] != u':' && subject[end] != u'\uFF1A')) {
        return 0;
    }
    const QStringView found = subject.left(word);
    const bool isReply = std::ranges::find(kReply, found) != std::end(kReply);
    *reply = *reply || isReply;
    return isReply || std::ranges::find(kForward, found) != std::end(kForward) ? end + 1 : 0;
}

}  // namespace

SubjectForm subjectForm(const QString& subject) {
    SubjectForm form;
    const QString folded = text::folded(subject);
    QStringView rest = QStringView(folded).trimmed();
    while (true) {
        qsizetype skip = prefixLength(rest, &form.isReply);
        if (skip == 0 && rest.startsWith(u'[')) {
            const qsizetype end = rest.indexOf(u']');
            skip = end > 0 && end + 1 < rest.size() ? end + 1 : 0;
        }
        if (skip == 0) {
            break;
        }
        rest = rest.sliced(skip).trimmed();
    }
    form.base = rest.toString();
    return form;
}

qint64 messageIdKey(const QString& rfc822MessageId) {
    QStringView id = QStringView(rfc822MessageId).trimmed();
    if (id.startsWith(u'<') && id.endsWith(u'>')) {
        id = id.sliced(1).chopped(1).trimmed();
    }
    return id.isEmpty() ? 0 : std::max<qint64>(1, text::stableHash(id.toUtf8()));
}

Result<ThreadId> freshThread(Database& database, MessageId message) {
    for (qint64 name = message.value;; name = database.ids().next()) {
        const auto made = database.run("INSERT INTO threads (id) VALUES (?) ON CONFLICT (id) DO NOTHING", name);
        if (!made) {
            return made.error();
        }
        if (*made == 1) {
            return ThreadId{name};
        }
    }
}

Result<ThreadId> Threading::place(const ThreadingInput& input) {
    m_found.clear();
    m_newKeys.clear();
    if (const auto done = collectByKeys(input.keys); !done) {
        return done.error();
    }
    if (const auto done = collectBySubject(input); !done) {
        return done.error();
    }
    const auto thread = m_found.empty() ? freshThread(m_database, input.message) : unitedFound();
    if (!thread) {
        return thread;
    }
    const auto kept = keepNewKeys(*thread);
    return kept ? thread : Result<ThreadId>(kept.error());
}

Result<ThreadId> Threading::join(ThreadId thread, const std::vector<qint64>& keys) {
    m_found = {thread.value};
    m_newKeys.clear();
    if (const auto done = collectByKeys(keys); !done) {
        return done.error();
    }
    const auto all = unitedFound();
    const auto kept = all ? keepNewKeys(*all) : Result<void>(all.error());
    return kept ? all : Result<ThreadId>(kept.error());
}

Result<ThreadId> Threading::unitedFound() {
    const ThreadId thread{*std::ranges::min_element(m_found)};
    const auto done = unite(thread.value);
    return done ? Result<ThreadId>(thread) : Result<ThreadId>(done.error());
}

Result<void> Threading::keepNewKeys(ThreadId thread) {
    for (const qint64 key : m_newKeys) {
        const auto kept = m_database.run(
            "INSERT INTO thread_keys (key, thread_id) VALUES (?, ?) ON CONFLICT (key) DO NOTHING", key, thread);
        if (!kept) {
            return kept.error();
        }
    }
    return {};
}

Result<void> Threading::collectByKeys(const std::vector<qint64>& keys) {
    for (const qint64 key : keys) {
        const auto thread = m_database.number("SELECT thread_id FROM thread_keys WHERE key = ?", key);
        if (!thread) {
            return thread.error();
        }
        if (!*thread) {
            m_newKeys.push_back(key);
        } else if (std::ranges::find(m_found, **thread) == m_found.end()) {
            m_found.push_back(**thread);
        }
    }
    return {};
}

Result<void> Threading::collectBySubject(const ThreadingInput& input) {
    if (input.subjectKey == 0 || input.people.isEmpty()) {
        return {};
    }
    {
        // A stored reply without references that this letter may be the parent of.
        Statement seekers =
            m_database.query("SELECT id, thread_id, from_key FROM messages WHERE seeks_parent = 1 AND subject_key = ? "
                             "AND date_ms >= ? AND date_ms <= ? ORDER BY date_ms LIMIT ?",
                             input.subjectKey, input.date, input.date + kSubjectReach, kMostCandidates);
        if (const auto done = collectFrom(seekers, input); !done) {
            return done;
        }
    }
    if (!input.seeksParent) {
        return {};
    }
    Statement parents =
        m_database.query("SELECT id, thread_id, from_key FROM messages WHERE subject_key <> 0 AND subject_key = ? "
                         "AND date_ms >= ? AND date_ms <= ? ORDER BY date_ms DESC LIMIT ?",
                         input.subjectKey, input.date - kSubjectReach, input.date, kMostCandidates);
    return collectFrom(parents, input);
}

Result<void> Threading::collectFrom(Statement& candidates, const ThreadingInput& input) {
    while (candidates.next()) {
        const qint64 thread = candidates.integer(1);
        if (std::ranges::find(m_found, thread) != m_found.end()) {
            continue;
        }
        bool shared = input.people.contains(candidates.text(2));
        if (!shared) {
            Statement people = m_database.query("SELECT address_key FROM message_recipients WHERE message_id = ?",
                                                candidates.integer(0));
            while (!shared && people.next()) {
                shared = input.people.contains(people.text(0));
            }
            if (people.failed()) {
                return people.error();
            }
        }
        if (shared) {
            m_found.push_back(thread);
        }
    }
    return candidates.failed() ? Result<void>(candidates.error()) : Result<void>();
}

Result<void> Threading::unite(qint64 target) {
    for (const qint64 other : m_found) {
        if (other == target) {
            continue;
        }
        for (const char* sql : {"UPDATE messages SET thread_id = ? WHERE thread_id = ?",
                                "UPDATE thread_keys SET thread_id = ? WHERE thread_id = ?"}) {
            if (const auto moved = m_database.run(sql, target, other); !moved) {
                return moved.error();
            }
        }
        if (const auto gone = m_database.run("DELETE FROM threads WHERE id = ?", other); !gone) {
            return gone.error();
        }
    }
    return {};
}

}  // namespace kith::storage
