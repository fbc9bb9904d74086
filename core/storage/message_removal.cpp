// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/message_removal.h"

#include "core/storage/rows.h"
#include "core/storage/search_text.h"
#include "core/storage/table_shape.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kith::storage {

Result<void> removeMessages(Database& database, std::span<const MessageId> messages, QSet<qint64>& threads) {
    SearchStore search(database);
    for (const MessageId message : messages) {
        const auto thread = database.number("SELECT thread_id FROM messages WHERE id = ?", message);
        if (!thread) {
            return thread.error();
        }
        if (!*thread) {
            continue;
        }
        threads.insert(**thread);
        const auto document = searchDocument(database, message);
        if (!document) {
            return document.error();
        }
        if (const auto gone = search.forget(*document); !gone) {
            return gone;
        }
        // What a person locked or confirmed stays known, the rest was known from this letter alone.
        for (const char* sql :
             {"INSERT INTO contact_stale (contact_id) SELECT i.contact_id FROM observations o JOIN "
              "identities i ON i.kind = 'email' AND i.value = substr(o.entity, 9) WHERE o.entity LIKE "
              "'address:%' AND o.message_id = ? ON CONFLICT DO NOTHING",
              "DELETE FROM observations WHERE message_id = ? AND locked = 0", "DELETE FROM messages WHERE id = ?"}) {
            if (const auto gone = database.run(sql, message); !gone) {
                return gone.error();
            }
        }
    }
    return {};
}

namespace {

struct WrittenRow {
    qint64 change{0};
    qint64 place{0};
    QByteArray table;
    QJsonObject key;
};

}  // namespace

Result<qint64> forgetRowsOfTheGone(Database& database) {
    const auto written = allRows(
        database.query("SELECT change_id, seq, row_table, row_key FROM change_rows WHERE row_table IN ('contacts', "
                       "'identities', 'observations', 'contact_merges', 'contact_pairs', 'opportunities', 'drafts', "
                       "'sources')"),
        [](const Statement& row) {
            return WrittenRow{row.integer(0), row.integer(1), row.utf8(2).toByteArray(),
                              QJsonDocument::fromJson(row.text(3).toUtf8()).object()};
        });
    if (!written) {
        return written.error();
    }
    qint64 forgotten = 0;
    for (const WrittenRow& one : *written) {
        const TableShape* shape = tableShape(one.table);
        const auto there = shape == nullptr ? Result<QJsonObject>(QJsonObject()) : readRow(database, *shape, one.key);
        if (!there) {
            return there.error();
        }
        if (!there->isEmpty()) {
            continue;
        }
        if (const auto gone =
                database.run("DELETE FROM change_rows WHERE change_id = ? AND seq = ?", one.change, one.place);
            !gone) {
            return gone.error();
        }
        const auto counted = database.run("UPDATE changes SET row_count = row_count - 1 WHERE id = ?", one.change);
        if (!counted) {
            return counted.error();
        }
        ++forgotten;
    }
    return forgotten;
}

}  // namespace kith::storage
