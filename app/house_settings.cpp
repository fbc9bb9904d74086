// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/house_settings.h"

#include <QJsonArray>

namespace kith::app {

QString HouseSettings::text(const QString& key) {
    const auto found = m_desk.ask([key](service::Cellar& cellar) { return cellar.settings.text(key); }).result();
    return found ? *found : QString();
}

QStringList HouseSettings::list(const QString& key) {
    const auto found = m_desk.ask([key](service::Cellar& cellar) { return cellar.settings.value(key); }).result();
    QStringList words;
    if (found) {
        for (const QJsonValue& word : found->toArray()) {
            words << word.toString();
        }
    }
    return words;
}

Result<void> HouseSettings::set(const QString& key, const QJsonValue& value) {
    const bool empty = value.isNull() || (value.isString() && value.toString().isEmpty()) ||
                       (value.isArray() && value.toArray().isEmpty());
    return m_desk
        .ask([key, value, empty](service::Cellar& cellar) {
            return empty ? cellar.settings.forget(key) : cellar.settings.remember(key, value);
        })
        .result();
}

}  // namespace kith::app
