// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/settings_store.h"

#include "core/storage/rows.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kith::storage {

namespace {

/// JSON text of any value: documents hold only objects and arrays, so values travel in an array.
QByteArray settingText(const QJsonValue& value) {
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

QJsonValue settingValue(QByteArrayView text) {
    return QJsonDocument::fromJson(text.toByteArray()).array().at(0);
}

}  // namespace

Result<QJsonValue> SettingsStore::value(const QString& key) {
    const auto found = firstRow(m_database.query("SELECT value FROM settings WHERE key = ?", key),
                                [](const Statement& row) { return settingValue(row.utf8(0)); });
    return found ? Result<QJsonValue>(found->value_or(QJsonValue(QJsonValue::Null)))
                 : Result<QJsonValue>(found.error());
}

Result<QString> SettingsStore::text(const QString& key, const QString& otherwise) {
    const auto found = value(key);
    return found ? Result<QString>(found->toString(otherwise)) : Result<QString>(found.error());
}

Result<QJsonObject> SettingsStore::object(const QString& key) {
    const auto found = value(key);
    return found ? Result<QJsonObject>(found->toObject()) : Result<QJsonObject>(found.error());
}

Result<bool> SettingsStore::flag(const QString& key, bool otherwise) {
    const auto found = value(key);
    return found ? Result<bool>(found->toBool(otherwise)) : Result<bool>(found.error());
}

Result<qint64> SettingsStore::integer(const QString& key, qint64 otherwise) {
    const auto found = value(key);
    return found ? Result<qint64>(found->toInteger(otherwise)) : Result<qint64>(found.error());
}

Result<QJsonObject> SettingsStore::all(const QString& prefix) {
    QJsonObject settings;
    Statement rows = m_database.query("SELECT key, value FROM settings ORDER BY key");
    while (rows.next()) {
        if (const QString key = rows.text(0); key.startsWith(prefix)) {
            settings.insert(key, settingValue(rows.utf8(1)));
        }
    }
    return rows.failed() ? Result<QJsonObject>(rows.error()) : settings;
}

void SettingsStore::set(ChangeWriter& change, const QString& key, const QJsonValue& value) {
    const auto there = m_database.number("SELECT 1 FROM settings WHERE key = ?", key);
    const QJsonObject name{{QStringLiteral("key"), key}};
    const QJsonObject content{{QStringLiteral("value"), QString::fromUtf8(settingText(value))}};
    if (there && *there) {
        change.updateRow("settings", name, content);
    } else {
        QJsonObject row = content;
        row.insert(QStringLiteral("key"), key);
        change.insertRow("settings", row);
    }
}

Result<void> SettingsStore::remember(const QString& key, const QJsonValue& value) {
    return done(m_database.run("INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET "
                               "value = excluded.value",
                               key, Statement::Utf8{settingText(value)}));
}

Result<void> SettingsStore::forget(const QString& key) {
    return done(m_database.run("DELETE FROM settings WHERE key = ?", key));
}

}  // namespace kith::storage
