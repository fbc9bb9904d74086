// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/bulk_inverse.h"

#include "core/storage/contact_stale.h"
#include "core/storage/growth_store.h"
#include "core/storage/rethreading.h"
#include "core/storage/rows.h"
#include "core/storage/search_store.h"
#include "core/storage/search_text.h"

namespace kith::storage {

namespace {

Result<std::vector<qint64>> bulkIds(Database& database, const char* sql, qint64 number) {
    std::vector<qint64> ids;
    Statement rows = database.query(sql, number);
    while (rows.next()) {
        ids.push_back(rows.integer(0));
    }
    return rows.failed() ? Result<std::vector<qint64>>(rows.error()) : ids;
}

}  // namespace

Result<qint64> removeImportedMail(ChangeWriter& change, ImportId import) {
    Database& database = change.database();
    // What stands at a server too stays; it only forgets that a file brought it.
    const auto shared = database.run("UPDATE messages SET import_id = NULL WHERE import_id = ? AND EXISTS (SELECT 1 "
                                     "FROM remote_messages r WHERE r.message_id = messages.id)",
                                     import);
    if (!shared) {
        return shared.error();
    }
    const auto ids = bulkIds(database, "SELECT id FROM messages WHERE import_id = ?", import.value);
    if (!ids) {
        return ids.error();
    }
    const auto stale =
        database.run("INSERT INTO contact_stale (contact_id) SELECT DISTINCT i.contact_id FROM messages m "
                     "JOIN observations o ON o.message_id = m.id JOIN identities i ON i.kind = 'email' "
                     "AND i.value = substr(o.entity, 9) WHERE m.import_id = ? AND o.entity LIKE "
                     "'address:%' ON CONFLICT DO NOTHING",
                     import);
    if (!stale) {
        return stale.error();
    }
    const auto threads = idRows<ThreadId>(
        database.query("SELECT DISTINCT thread_id FROM messages WHERE import_id = ? ORDER BY thread_id", import));
    if (!threads) {
        return threads.error();
    }
    SearchStore search(database);
    for (const qint64 id : *ids) {
        change.touchMessage(MessageId{id});
        const auto document = searchDocument(database, MessageId{id});
        if (!document) {
            return document.error();
        }
        if (const auto gone = search.forget(*document); !gone) {
            return gone.error();
        }
    }
    // What a person locked stays known, the rest was known from these letters alone.
    const auto unseen = database.run("DELETE FROM observations WHERE locked = 0 AND message_id IN (SELECT id FROM "
                                     "messages WHERE import_id = ?)",
                                     import);
    const auto removed = database.run("DELETE FROM messages WHERE import_id = ?", import);
    const auto lonely = GrowthStore(database).removeLonely();
    if (!unseen || !removed || !lonely) {
        return !unseen ? unseen.error() : !removed ? removed.error() : lonely.error();
    }
    const auto parted = rethread(database, *threads);
    if (!parted) {
        return parted.error();
    }
    for (const ThreadId thread : *parted) {
        change.touchThread(thread);
    }
    const auto marked = database.run("UPDATE imports SET state = 5 WHERE id = ?", import);
    return marked ? Result<qint64>(qint64(ids->size())) : Result<qint64>(marked.error());
}

Result<qint64> removeImportedContacts(ChangeWriter& change, ImportId import) {
    Database& database = change.database();
    const auto stale = database.run("INSERT INTO contact_stale (contact_id) SELECT contact_id FROM identities WHERE "
                                    "import_id = ? AND NOT EXISTS (SELECT 1 FROM imported_rows r WHERE r.contact_id = "
                                    "identities.contact_id) ON CONFLICT DO NOTHING",
                                    import);
    const auto waiting =
        database.number("SELECT sum(held) FROM imported_rows WHERE import_id = ? AND contact_id IN (SELECT id FROM "
                        "contacts WHERE import_id = ?)",
                        import, import);
    if (!waiting) {
        return waiting.error();
    }
    const auto entities =
        allRows(database.query("SELECT DISTINCT entity FROM observations WHERE import_id = ?", import),
                [](const Statement& row) { return row.text(0); });
    if (!stale || !entities) {
        return !stale ? stale.error() : entities.error();
    }
    for (const QString& entity : *entities) {
        if (const auto marked = markContactStale(database, entity); !marked) {
            return marked.error();
        }
    }
    const auto kept =
        database.run("UPDATE observations SET import_id = 0 WHERE import_id = ? AND decided_at > 0", import);
    const auto removed = database.run("DELETE FROM observations WHERE import_id = ?", import);
    const auto dropped = database.run(
        "DELETE FROM imported_rows WHERE contact_id IN (SELECT id FROM contacts WHERE import_id = ?)", import);
    if (!dropped) {
        return dropped.error();
    }
    if (!kept || !removed) {
        return !kept ? kept.error() : removed.error();
    }
    for (const char* sql :
         {"DELETE FROM identities WHERE import_id = ?",
          "DELETE FROM contacts WHERE import_id = ? AND NOT EXISTS (SELECT 1 FROM identities i WHERE "
          "i.contact_id = contacts.id) AND NOT EXISTS (SELECT 1 FROM observations o WHERE o.entity = "
          "'contact:' || contacts.id) AND NOT EXISTS (SELECT 1 FROM contact_merges m WHERE m.absorbed "
          "= contacts.id OR m.survivor = contacts.id)",
          "INSERT INTO contact_stale (contact_id) SELECT id FROM contacts WHERE import_id = ? ON CONFLICT DO NOTHING",
          "UPDATE contacts SET import_id = 0 WHERE import_id = ?", "UPDATE imports SET state = 5 WHERE id = ?"}) {
        if (const auto done = database.run(sql, import); !done) {
            return done.error();
        }
    }
    return *removed + waiting->value_or(0);
}

Result<qint64> removeDecisions(ChangeWriter& change, ChangeId run) {
    Database& database = change.database();
    const auto messages =
        bulkIds(database, "SELECT message_id FROM decisions WHERE change_id = ? AND latest = 1", run.value);
    if (!messages) {
        return messages.error();
    }
    const auto removed = database.run("DELETE FROM decisions WHERE change_id = ?", run);
    if (!removed) {
        return removed.error();
    }
    for (const qint64 message : *messages) {
        const auto before = database.number("SELECT max(id) FROM decisions WHERE message_id = ?", message);
        if (!before) {
            return before.error();
        }
        const auto done =
            *before ? database.run("UPDATE messages SET (priority, importance, confidence, decided_by, needs_review, "
                                   "reason, chips) = "
                                   "(SELECT priority, importance, confidence, decided_by, needs_review, reason, chips "
                                   "FROM decisions WHERE id = ?) WHERE id = ?",
                                   **before, message)
                    : database.run("UPDATE messages SET priority = -1, importance = 0, confidence = 0, decided_by = 3, "
                                   "needs_review = 0, reason = '', chips = '' WHERE id = ?",
                                   message);
        const auto latest = database.run("UPDATE decisions SET latest = 1 WHERE id = ?", before->value_or(0));
        if (!done || !latest) {
            return done ? latest.error() : done.error();
        }
        change.touchMessage(MessageId{message});
    }
    return *removed;
}

}  // namespace kith::storage
