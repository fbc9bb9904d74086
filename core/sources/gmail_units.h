// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What Gmail counts for each call, from the data file; and the limits that go with the table in use.
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>

namespace kith::sources {

class GmailUnits {
public:
    /// table: units_2026 (projects made since May 2026) or units_legacy.
    static Result<GmailUnits> load(const QString& table = QStringLiteral("units_2026"));

    /// method as the discovery document names it, without gmail.users: "messages.get".
    double of(QLatin1String method) const;
    double perUserPerMinute() const { return m_perMinute; }

private:
    QHash<QString, double> m_units;
    double m_perMinute{0};
};

}  // namespace kith::sources
