// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Settings as rows: strings and JSON by key.
#pragma once

#include "core/storage/journal.h"

#include <QJsonValue>

namespace kith::storage {

class SettingsStore {
public:
    explicit SettingsStore(Database& database)
        : m_database(database) {}

    /// Null where it was never set.
    Result<QJsonValue> value(const QString& key);
    Result<QString> text(const QString& key, const QString& otherwise = {});
    Result<QJsonObject> object(const QString& key);
    Result<bool> flag(const QString& key, bool otherwise);
    Result<qint64> integer(const QString& key, qint64 otherwise);
    Result<QJsonObject> all(const QString& prefix = {});
    /// The user's own settings: with inverse and event.
    void set(ChangeWriter& change, const QString& key, const QJsonValue& value);
    /// Bookkeeping of the house (window places, cursors): not journaled.
    Result<void> remember(const QString& key, const QJsonValue& value);
    Result<void> forget(const QString& key);

private:
    Database& m_database;
};

}  // namespace kith::storage
