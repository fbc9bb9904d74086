// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/contact_list.h"

#include "core/base/text.h"
#include "core/storage/rows.h"

namespace kith::storage {

namespace {

// The kind is compared so that no index begins with it: else all addresses are walked for a contact that has none.
constexpr auto kSummaryColumns =
    "SELECT i.contact_id, n.value, coalesce(e.value, (SELECT d.value FROM identities d WHERE d.contact_id = "
    "i.contact_id AND d.kind || '' = 'email' ORDER BY d.position LIMIT 1)), p.value, t.value, c.value, i.last_seen, "
    "i.disputed, i.sort_key FROM contact_index i "
    "LEFT JOIN contact_values n ON n.contact_id = i.contact_id AND n.field = 'name' AND n.position = 0 "
    "LEFT JOIN contact_values e ON e.contact_id = i.contact_id AND e.field = 'email' AND e.position = 0 "
    "LEFT JOIN contact_values p ON p.contact_id = i.contact_id AND p.field = 'phone' AND p.position = 0 "
    "LEFT JOIN contact_values t ON t.contact_id = i.contact_id AND t.field = 'job_title' AND t.position = 0 "
    "LEFT JOIN contact_values c ON c.contact_id = i.contact_id AND c.field = 'company' AND c.position = 0 ";

ContactSummary readSummary(const Statement& row) {
    return {row.id<ContactId>(0), row.text(1),   row.text(2), row.text(3), row.text(4),
            row.text(5),          row.millis(6), row.flag(7), row.text(8)};
}

QString likePattern(QString word) {
    word.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    word.replace(QLatin1Char('%'), QStringLiteral("\\%")).replace(QLatin1Char('_'), QStringLiteral("\\_"));
    return QLatin1Char('%') + word + QLatin1Char('%');
}

/// Conditions with the values for their places.
struct Conditions {
    QByteArray sql{"WHERE 1 = 1"};
    QStringList texts;

    void add(const char* condition, const QString& value) {
        sql += QByteArray(" AND ") + condition;
        texts << value;
    }
};

Conditions conditionsOf(const ContactQuery& query) {
    Conditions conditions;
    for (const QString& word : text::folded(query.search).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        conditions.add("i.search LIKE ? ESCAPE '\\'", likePattern(word));
    }
    if (!query.company.isEmpty()) {
        conditions.add("i.contact_id IN (SELECT contact_id FROM contact_values WHERE field = 'company' AND "
                       "normalized = ?)",
                       query.company);
    }
    if (!query.domain.isEmpty()) {
        conditions.add("i.search LIKE ? ESCAPE '\\'", likePattern(QLatin1Char('@') + query.domain));
    }
    if (query.disputed) {
        conditions.sql += " AND i.disputed = 1";
    }
    return conditions;
}

int bindTexts(Statement& statement, const QStringList& texts) {
    int at = 0;
    for (const QString& value : texts) {
        if (!statement.failed()) {
            statement.bindTo(++at, value);
        }
    }
    return at;
}

Result<void> saveOne(Database& database, const ShownContact& contact) {
    bool disputed = false;
    const auto emptied = database.run("DELETE FROM contact_values WHERE contact_id = ?", contact.id);
    if (!emptied) {
        return emptied.error();
    }
    for (const ShownValue& value : contact.values) {
        disputed = disputed || value.disputed;
        const auto written = database.run("INSERT INTO contact_values (contact_id, field, position, value, normalized, "
                                          "confidence, disputed, observation_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                                          contact.id, value.field, value.position, value.value, value.normalized,
                                          value.confidence, value.disputed, value.observation);
        if (!written) {
            return written.error();
        }
    }
    return done(database.run("INSERT INTO contact_index (contact_id, sort_key, search, last_seen, disputed) VALUES "
                             "(?, ?, ?, ?, ?) ON CONFLICT (contact_id) DO UPDATE SET sort_key = excluded.sort_key, "
                             "search = excluded.search, last_seen = excluded.last_seen, disputed = excluded.disputed",
                             contact.id, contact.sortKey, contact.search, contact.lastSeen, disputed));
}

}  // namespace

Result<std::vector<ContactSummary>> ContactList::list(const ContactQuery& query) {
    Conditions conditions = conditionsOf(query);
    const bool byName = query.order == ContactQuery::Order::Name;
    if (query.after) {
        conditions.sql +=
            byName ? " AND (i.sort_key, i.contact_id) > (?, ?)" : " AND (i.last_seen, i.contact_id) < (?, ?)";
    }
    Statement rows = m_database.query(kSummaryColumns + conditions.sql +
                                      (byName ? " ORDER BY i.sort_key, i.contact_id LIMIT ?"
                                              : " ORDER BY i.last_seen DESC, i.contact_id DESC LIMIT ?"));
    int at = bindTexts(rows, conditions.texts);
    if (query.after && !rows.failed()) {
        byName ? rows.bindTo(++at, query.afterName) : rows.bindTo(++at, query.beforeTime);
        rows.bindTo(++at, query.after);
    }
    if (!rows.failed()) {
        rows.bindTo(++at, query.limit);
    }
    return allRows(std::move(rows), readSummary);
}

Result<qint64> ContactList::count(const ContactQuery& query) {
    const Conditions conditions = conditionsOf(query);
    Statement rows = m_database.query("SELECT count(*) FROM contact_index i " + conditions.sql);
    bindTexts(rows, conditions.texts);
    const auto number = firstRow(std::move(rows), [](const Statement& row) { return row.integer(0); });
    return number ? Result<qint64>(number->value_or(0)) : Result<qint64>(number.error());
}

Result<std::optional<ContactSummary>> ContactList::one(ContactId id) {
    return firstRow(m_database.query(QByteArray(kSummaryColumns) + "WHERE i.contact_id = ?", id), readSummary);
}

Result<std::vector<CompanySummary>> ContactList::companies(int limit) {
    return allRows(m_database.query("SELECT normalized, min(value), count(*) AS people FROM contact_values WHERE field "
                                    "= 'company' AND position = 0 GROUP BY normalized ORDER BY people DESC, normalized "
                                    "LIMIT ?",
                                    limit),
                   [](const Statement& row) {
                       return CompanySummary{row.text(0), row.text(1), row.integer(2)};
                   });
}

Result<std::vector<ContactId>> ContactList::having(const QString& field, const QString& normalized, int limit) {
    return idRows<ContactId>(m_database.query("SELECT v.contact_id FROM contact_values v JOIN contacts c ON c.id = "
                                              "v.contact_id WHERE v.field = ? AND v.normalized = ? AND c.merged_into = "
                                              "0 ORDER BY v.contact_id LIMIT ?",
                                              field, normalized, limit));
}

Result<void> ContactList::markDisputed(const QString& field) {
    return done(m_database.run("INSERT INTO contact_stale (contact_id) SELECT contact_id FROM contact_values WHERE "
                               "field = ? AND disputed = 1 AND position = 0 ORDER BY contact_id LIMIT 300 ON CONFLICT "
                               "DO NOTHING",
                               field));
}

Result<std::vector<ContactId>> ContactList::stale(int limit) {
    auto ids =
        idRows<ContactId>(m_database.query("SELECT contact_id FROM contact_stale ORDER BY contact_id LIMIT ?", limit));
    if (!ids || ids->size() == static_cast<size_t>(limit)) {
        return ids;
    }
    const auto waiting = idRows<ContactId>(m_database.query(
        "SELECT contact_id FROM imported_rows WHERE NOT EXISTS (SELECT 1 FROM contact_stale s WHERE s.contact_id = "
        "imported_rows.contact_id) ORDER BY contact_id LIMIT ?",
        limit - static_cast<int>(ids->size())));
    if (!waiting) {
        return waiting;
    }
    ids->insert(ids->end(), waiting->begin(), waiting->end());
    return ids;
}

Result<void> ContactList::save(std::span<const ShownContact> contacts) {
    Transaction transaction(m_database);
    for (const ShownContact& contact : contacts) {
        if (const auto saved = saveOne(m_database, contact); !saved) {
            return saved;
        }
        if (const auto fresh = m_database.run("DELETE FROM contact_stale WHERE contact_id = ?", contact.id); !fresh) {
            return fresh.error();
        }
    }
    return transaction.commit();
}

Result<void> ContactList::drop(std::span<const ContactId> contacts) {
    Transaction transaction(m_database);
    for (const ContactId contact : contacts) {
        for (const char* sql :
             {"DELETE FROM contact_values WHERE contact_id = ?", "DELETE FROM contact_index WHERE contact_id = ?",
              "DELETE FROM contact_stale WHERE contact_id = ?"}) {
            if (const auto gone = m_database.run(sql, contact); !gone) {
                return gone.error();
            }
        }
    }
    return transaction.commit();
}

}  // namespace kith::storage
