// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/message_removal.h"

#include "core/storage/rows.h"
#include "core/storage/search_text.h"

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

}  // namespace kith::storage
