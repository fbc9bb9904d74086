// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/search_text.h"

namespace kith::storage {

QString searchPeople(const QString& soFar, const QString& name, const QString& address) {
    QString out = soFar;
    for (const QString& word : {name, address}) {
        if (!word.isEmpty()) {
            out += (out.isEmpty() ? QString() : QStringLiteral(" ")) + word;
        }
    }
    return out;
}

Result<SearchDocument> searchDocument(Database& database, MessageId message) {
    SearchDocument document;
    document.message = message;
    {
        Statement row = database.query("SELECT m.subject, m.from_name, m.from_address, t.search_text, t.body "
                                       "FROM messages m JOIN message_text t ON t.message_id = m.id WHERE m.id = ?",
                                       message);
        if (row.next()) {
            document.subject = row.text(0);
            document.sender = searchPeople({}, row.text(1), row.text(2));
            document.body = QString::fromUtf8(row.bytes(row.isNull(3) ? 4 : 3));
        }
        if (row.failed()) {
            return row.error();
        }
    }
    Statement people = database.query("SELECT name, address FROM message_recipients WHERE message_id = ? AND kind < 3 "
                                      "ORDER BY kind, position",
                                      message);
    while (people.next()) {
        document.recipients = searchPeople(document.recipients, people.text(0), people.text(1));
    }
    return people.failed() ? Result<SearchDocument>(people.error()) : document;
}

}  // namespace kith::storage
