// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/contact_stale.h"

#include "core/storage/rows.h"

namespace kith::storage {

namespace {

Result<void> markStaleId(Database& database, qint64 contact) {
    return contact <= 0 ? Result<void>()
                        : done(database.run("INSERT INTO contact_stale (contact_id) VALUES (?) ON CONFLICT DO NOTHING",
                                            contact));
}

/// The column as it was and as it is; where the change did not touch it, as it stands.
Result<std::vector<qint64>> valuesOf(Database& database, const char* sql, const QString& column, const QJsonObject& key,
                                     const QJsonObject& before, const QJsonObject& after) {
    std::vector<qint64> ids;
    for (const QJsonObject& image : {before, after}) {
        if (image.contains(column)) {
            ids.push_back(image.value(column).toInteger());
        }
    }
    if (ids.empty()) {
        const auto stands = database.number(sql, key.value(QStringLiteral("kind")).toString(),
                                            key.value(QStringLiteral("value")).toString());
        if (!stands) {
            return stands.error();
        }
        ids.push_back(stands->value_or(0));
    }
    return ids;
}

Result<void> markOfObservation(Database& database, const QJsonObject& key, const QJsonObject& before,
                               const QJsonObject& after) {
    QStringList entities;
    for (const QJsonObject& image : {before, after}) {
        const QString entity = image.value(QStringLiteral("entity")).toString();
        if (!entity.isEmpty() && !entities.contains(entity)) {
            entities << entity;
        }
    }
    if (entities.isEmpty()) {
        const auto stands = firstRow(
            database.query("SELECT entity FROM observations WHERE id = ?", key.value(QStringLiteral("id")).toInteger()),
            [](const Statement& row) { return row.text(0); });
        if (!stands) {
            return stands.error();
        }
        entities << stands->value_or(QString());
    }
    for (const QString& entity : entities) {
        if (const auto marked = markContactStale(database, entity); !marked) {
            return marked;
        }
    }
    return {};
}

}  // namespace

Result<void> markContactStale(Database& database, const QString& entity) {
    const qsizetype colon = entity.indexOf(QLatin1Char(':'));
    const QString value = entity.mid(colon + 1);
    if (entity.startsWith(QStringLiteral("contact:"))) {
        return markStaleId(database, value.toLongLong());
    }
    if (entity.startsWith(QStringLiteral("address:"))) {
        return done(database.run("INSERT INTO contact_stale (contact_id) SELECT contact_id FROM identities WHERE kind "
                                 "= 'email' AND value = ? ON CONFLICT DO NOTHING",
                                 value));
    }
    return {};
}

Result<void> markContactsOfRow(Database& database, const QByteArray& table, const QJsonObject& key,
                               const QJsonObject& before, const QJsonObject& after) {
    if (table == "observations") {
        return markOfObservation(database, key, before, after);
    }
    if (table == "contacts") {
        return markStaleId(database, key.value(QStringLiteral("id")).toInteger());
    }
    std::vector<qint64> ids;
    if (table == "identities") {
        const auto found = valuesOf(database, "SELECT contact_id FROM identities WHERE kind = ? AND value = ?",
                                    QStringLiteral("contact_id"), key, before, after);
        if (!found) {
            return found.error();
        }
        ids = *found;
    } else if (table == "contact_merges") {
        ids.push_back(key.value(QStringLiteral("absorbed")).toInteger());
        for (const QJsonObject& image : {before, after}) {
            ids.push_back(image.value(QStringLiteral("survivor")).toInteger());
        }
    }
    for (const qint64 id : ids) {
        if (const auto marked = markStaleId(database, id); !marked) {
            return marked;
        }
    }
    return {};
}

}  // namespace kith::storage
