// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/search_store.h"

#include "core/storage/rows.h"
#include "core/storage/search_match.h"
#include "core/storage/search_text.h"
#include "core/storage/transaction.h"

#include <algorithm>

namespace kith::storage {

namespace {

constexpr int kIdBits = 20;  // ids are seconds · 2^20 + hash
constexpr int kRebuildBatch = 1000;
constexpr qsizetype kMostIndexed = 400'000;  // UTF-16 units of one body; PostgreSQL's limit for one document is 1 MB

struct Filter {
    QByteArray words;
    std::vector<qint64> values;

    void add(const QByteArray& condition, std::initializer_list<qint64> more = {}) {
        words += " AND " + condition;
        values.insert(values.end(), more);
    }
};

bool plainAscii(const QString& text) {
    for (const QChar c : text) {
        if (c.unicode() >= 0x80) {
            return false;
        }
    }
    return true;
}

/// SQLite's own tokenizer cuts plain ASCII as we do; everything else is cut by us first.
Statement::Utf8 sqliteText(const QString& whole) {
    const QString text = whole.left(kMostIndexed);
    return {plainAscii(text) ? text.toLatin1() : searchWords(text).join(QLatin1Char(' ')).toUtf8()};
}

Statement::Utf8 postgresText(const QString& whole) {
    return {searchWords(QStringView(whole).left(kMostIndexed)).join(QLatin1Char(' ')).toUtf8()};
}

Result<QByteArray> labelIds(Database& database, const QString& name) {
    QByteArray ids;
    Statement rows = database.query("SELECT id, name FROM labels");
    while (rows.next()) {
        if (rows.text(1).compare(name, Qt::CaseInsensitive) == 0) {
            ids += QByteArray(ids.isEmpty() ? "" : ",") + QByteArray::number(rows.integer(0));
        }
    }
    return rows.failed() ? Result<QByteArray>(rows.error()) : ids.isEmpty() ? QByteArray("0") : ids;
}

Result<void> addLabels(Database& database, const SearchQuery& query, Filter& filter) {
    for (const auto& [names, there] : {std::pair(query.labels, true), std::pair(query.notLabels, false)}) {
        for (const QString& name : names) {
            if (name.compare(QLatin1String("unread"), Qt::CaseInsensitive) == 0) {
                filter.add("m.unread = ?", {there});
                continue;
            }
            if (name.compare(QLatin1String("starred"), Qt::CaseInsensitive) == 0) {
                filter.add("m.starred = ?", {there});
                continue;
            }
            const auto ids = labelIds(database, name);
            if (!ids) {
                return ids.error();
            }
            filter.add(QByteArray(there ? "" : "NOT ") +
                       "EXISTS (SELECT 1 FROM message_labels ml WHERE ml.message_id = m.id "
                       "AND ml.label_id IN (" +
                       *ids + "))");
        }
    }
    return {};
}

Result<Filter> filterOf(Database& database, const SearchQuery& query) {
    Filter filter;
    if (query.hasAttachment) {
        filter.add(*query.hasAttachment ? "m.attachment_count > 0" : "m.attachment_count = 0");
    }
    if (query.unread) {
        filter.add("m.unread = ?", {*query.unread});
    }
    if (query.starred) {
        filter.add("m.starred = ?", {*query.starred});
    }
    if (query.priority) {
        filter.add("m.priority = ?", {*query.priority});
    }
    const auto labelled = addLabels(database, query, filter);
    return labelled ? Result<Filter>(filter) : Result<Filter>(labelled.error());
}

/// A word that must be there and must not: no letter has to be looked at.
bool contradictsItself(const SearchQuery& query) {
    const auto wantedAlone = [&](const SearchTerm& unwanted) {
        return std::ranges::any_of(query.groups, [&](const std::vector<SearchTerm>& group) {
            SearchTerm wanted = unwanted;
            wanted.negated = false;
            return group.size() == 1 && group.front() == wanted;
        });
    };
    return std::ranges::any_of(query.groups, [&](const std::vector<SearchTerm>& group) {
        return std::ranges::any_of(group, [&](const SearchTerm& term) { return term.negated && wantedAlone(term); });
    });
}

/// The first id of a day: ids follow dates.
qint64 firstId(std::chrono::milliseconds day) {
    return std::max<qint64>(0, day.count() / 1000) << kIdBits;
}

QByteArray findSql(Database& database, const MatchWords& match, const Filter& filter) {
    const bool sqlite = database.isSqlite();
    const QByteArray id = sqlite ? "s.rowid" : "s.message_id";
    const QByteArray matches = sqlite ? "s.message_search MATCH ?" : "s.document @@ to_tsquery('simple', ?)";
    QByteArray sql;
    QByteArray listed = "m.id";
    if (!match.wanted.isEmpty()) {
        listed = id;
        sql = "SELECT " + id + " FROM message_search s";
        // CROSS JOIN keeps SQLite walking the index from the newest.
        sql += filter.words.isEmpty() ? ""
               : sqlite               ? " CROSS JOIN messages m ON m.id = s.rowid"
                                      : " JOIN messages m ON m.id = s.message_id";
        sql += " WHERE " + matches;
    } else {
        sql = "SELECT m.id FROM messages m WHERE 1 = 1";
        if (!match.unwanted.isEmpty()) {
            sql += " AND m.id NOT IN (SELECT " + id + " FROM message_search s WHERE " + matches + ")";
        }
    }
    return sql + " AND " + listed + " < ? AND " + listed + " >= ?" + filter.words + " ORDER BY " + listed +
           " DESC LIMIT ?";
}

}  // namespace

Result<std::vector<MessageId>> SearchStore::find(const QString& text, int limit, MessageId before) {
    return find(parseSearch(text), limit, before);
}

Result<std::vector<MessageId>> SearchStore::find(const SearchQuery& query, int limit, MessageId before) {
    if (query.isEmpty() || limit <= 0 || contradictsItself(query)) {
        return std::vector<MessageId>{};
    }
    const auto filter = filterOf(m_database, query);
    if (!filter) {
        return filter.error();
    }
    const MatchWords match = m_database.isSqlite() ? sqliteMatch(query) : postgresMatch(query);
    const qint64 top = std::min(below(before), query.before ? firstId(*query.before) : below(MessageId{}));
    Statement rows = m_database.query(findSql(m_database, match, *filter));
    if (!rows.failed()) {
        int index = 0;
        if (!match.wanted.isEmpty() || !match.unwanted.isEmpty()) {
            rows.bindTo(++index, Statement::Utf8{match.wanted.isEmpty() ? match.unwanted : match.wanted});
        }
        rows.bindTo(++index, top);
        rows.bindTo(++index, query.after ? firstId(*query.after) : qint64(0));
        for (const qint64 value : filter->values) {
            rows.bindTo(++index, value);
        }
        rows.bindTo(++index, limit);
    }
    return idRows<MessageId>(std::move(rows));
}

Result<void> SearchStore::index(const SearchDocument& d) {
    if (m_database.isSqlite()) {
        return done(m_database.run(
            "INSERT INTO message_search (rowid, subject, sender, recipients, body) VALUES (?, ?, ?, ?, ?)", d.message,
            sqliteText(d.subject), sqliteText(d.sender), sqliteText(d.recipients), sqliteText(d.body)));
    }
    return done(m_database.run(
        "INSERT INTO message_search (message_id, document) VALUES (?, setweight(to_tsvector('simple', ?), 'A') || "
        "setweight(to_tsvector('simple', ?), 'B') || setweight(to_tsvector('simple', ?), 'C') || "
        "setweight(to_tsvector('simple', ?), 'D')) ON CONFLICT (message_id) DO UPDATE SET document = excluded.document",
        d.message, postgresText(d.subject), postgresText(d.sender), postgresText(d.recipients), postgresText(d.body)));
}

Result<void> SearchStore::forget(const SearchDocument& d) {
    if (m_database.isSqlite()) {
        return done(m_database.run(
            "INSERT INTO message_search (message_search, rowid, subject, sender, recipients, body) "
            "VALUES ('delete', ?, ?, ?, ?, ?)",
            d.message, sqliteText(d.subject), sqliteText(d.sender), sqliteText(d.recipients), sqliteText(d.body)));
    }
    return done(m_database.run("DELETE FROM message_search WHERE message_id = ?", d.message));
}

Result<void> SearchStore::compact() {
    // (PostgreSQL's own vacuum does it there.)
    return m_database.isSqlite() ? m_database.script("INSERT INTO message_search (message_search) VALUES ('optimize')")
                                 : Result<void>();
}

Result<qint64> SearchStore::rebuild() {
    Transaction transaction(m_database);
    const auto emptied =
        m_database.script(m_database.isSqlite() ? "INSERT INTO message_search (message_search) VALUES ('delete-all')"
                                                : "DELETE FROM message_search");
    if (!emptied) {
        return emptied.error();
    }
    qint64 count = 0;
    MessageId last;
    while (true) {
        const auto ids = idRows<MessageId>(
            m_database.query("SELECT id FROM messages WHERE id > ? ORDER BY id LIMIT ?", last, kRebuildBatch));
        if (!ids) {
            return ids.error();
        }
        if (ids->empty()) {
            break;
        }
        for (const MessageId id : *ids) {
            const auto document = searchDocument(m_database, id);
            if (!document) {
                return document.error();
            }
            if (const auto known = index(*document); !known) {
                return known.error();
            }
        }
        count += qint64(ids->size());
        last = ids->back();
    }
    const auto committed = transaction.commit();
    return committed ? Result<qint64>(count) : Result<qint64>(committed.error());
}

}  // namespace kith::storage
