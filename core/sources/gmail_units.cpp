// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/gmail_units.h"

#include "core/base/json.h"

#include <QFile>

namespace kith::sources {

Result<GmailUnits> GmailUnits::load(const QString& table) {
    QFile file(QStringLiteral(":/gmail/quota_units.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::NotFound, QStringLiteral("the table of Gmail's quota units is not in this build"), {}};
    }
    const Result<QJsonObject> whole = json::parseObject(file.readAll());
    if (!whole) {
        return whole.error();
    }
    const QJsonObject methods = whole->value(u"methods").toObject();
    GmailUnits units;
    for (auto method = methods.begin(); method != methods.end(); ++method) {
        const QJsonValue cost = method.value().toObject().value(table);
        if (cost.isDouble()) {
            units.m_units.insert(method.key(), cost.toDouble());
        }
    }
    const QJsonObject limits = whole->value(u"limits").toObject().value(table).toObject();
    units.m_perMinute = limits.value(u"per_user_per_minute").toDouble();
    if (units.m_units.isEmpty() || units.m_perMinute <= 0) {
        return Error{ErrorKind::Malformed, QStringLiteral("no quota table %1").arg(table), {}};
    }
    return units;
}

double GmailUnits::of(QLatin1String method) const {
    const auto found = m_units.constFind(QString(method));
    Q_ASSERT(found != m_units.constEnd());
    return found == m_units.constEnd() ? 0 : *found;
}

}  // namespace kith::sources
