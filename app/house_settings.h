// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Settings for what stands outside the workspace's own workers: from any thread, over a connection of its own.
#pragma once

#include "core/service/cellar.h"
#include "core/service/desk.h"

namespace kith::app {

class HouseSettings {
public:
    HouseSettings(const service::CellarOptions& cellar, Clock& clock)
        : m_desk([cellar, &clock] { return service::Cellar::open(cellar, clock); }) {}

    /// Empty where it was never set, or cannot be read now.
    QString text(const QString& key);
    QStringList list(const QString& key);
    /// An empty value takes the row away.
    Result<void> set(const QString& key, const QJsonValue& value);

private:
    service::Desk<service::Cellar> m_desk;
};

}  // namespace kith::app
