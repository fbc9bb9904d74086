// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/source_store.h"

#include "core/base/json.h"
#include "core/storage/rows.h"

#include <QJsonDocument>

namespace kith::storage {

namespace {

constexpr auto kSourceColumns =
    "id, source, entity, reference, title, link, document, valid_from, valid_to, checked_at";

SourceVersion readSource(const Statement& row) {
    return {row.integer(0),
            row.text(1),
            row.text(2),
            row.text(3),
            row.text(4),
            row.text(5),
            QJsonDocument::fromJson(row.utf8(6).toByteArray()).object(),
            row.millis(7),
            row.millis(8),
            row.millis(9)};
}

QByteArray selectSources(const char* tail) {
    return QByteArray("SELECT ") + kSourceColumns + " FROM sources WHERE " + tail;
}

}  // namespace

Result<std::optional<SourceVersion>> SourceStore::newest(const QString& source, const QString& entity) {
    return firstRow(m_database.query(selectSources("entity = ? AND source = ? AND valid_to = 0"), entity, source),
                    readSource);
}

Result<std::vector<SourceVersion>> SourceStore::history(const QString& entity) {
    return allRows(m_database.query(selectSources("entity = ? ORDER BY valid_from DESC, id DESC"), entity), readSource);
}

void SourceStore::put(ChangeWriter& change, const SourceVersion& version, const std::optional<SourceVersion>& before) {
    const qint64 now = m_database.now().count();
    if (before) {
        change.updateRow("sources", {{QStringLiteral("id"), before->id}}, {{QStringLiteral("valid_to"), now}});
    }
    change.insertRow("sources", {{QStringLiteral("id"), version.id != 0 ? version.id : m_database.ids().next()},
                                 {QStringLiteral("source"), version.source},
                                 {QStringLiteral("entity"), version.entity},
                                 {QStringLiteral("reference"), version.reference},
                                 {QStringLiteral("title"), version.title},
                                 {QStringLiteral("link"), version.link},
                                 {QStringLiteral("document"), QString::fromUtf8(json::canonical(version.document))},
                                 {QStringLiteral("valid_from"), now},
                                 {QStringLiteral("valid_to"), 0},
                                 {QStringLiteral("checked_at"), now}});
}

Result<void> SourceStore::touch(qint64 id) {
    return done(m_database.run("UPDATE sources SET checked_at = ? WHERE id = ?", m_database.now(), id));
}

Result<std::vector<ContactId>> SourceStore::due(const QString& source, std::chrono::milliseconds since, int limit) {
    return idRows<ContactId>(m_database.query(
        "SELECT c.id FROM contacts c WHERE c.merged_into = 0 AND EXISTS (SELECT 1 FROM identities i WHERE "
        "i.contact_id = c.id AND i.kind = 'email') AND NOT EXISTS (SELECT 1 FROM sources s WHERE s.entity = "
        "'contact:' || c.id AND s.source = ? AND s.valid_to = 0 AND s.checked_at > ?) AND NOT EXISTS (SELECT 1 FROM "
        "tasks t WHERE t.entity = 'contact:' || c.id || ? AND t.state IN (0, 1, 3)) ORDER BY c.id DESC LIMIT ?",
        source, since, QString(QLatin1Char('/') + source), limit));
}

}  // namespace kith::storage
