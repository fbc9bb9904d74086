// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/quota_meter.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kith::emulator {
namespace {

constexpr Millis kWindow{60'000};

using UnitNumbers = QHash<QString, std::pair<int, int>>;

const UnitNumbers& unitNumbers() {
    static const UnitNumbers table = [] {
        UnitNumbers read;
        QFile file(QStringLiteral(":/emulator/gmail/quota_units.json"));
        const bool there = file.open(QIODevice::ReadOnly);
        Q_ASSERT(there);
        const QJsonObject methods =
            there ? QJsonDocument::fromJson(file.readAll()).object()[u"methods"].toObject() : QJsonObject();
        for (auto it = methods.begin(); it != methods.end(); ++it) {
            const QJsonObject row = it.value().toObject();
            read.insert(it.key(), {row[u"units_2026"].toInt(), row[u"units_legacy"].toInt()});
        }
        return read;
    }();
    return table;
}

}  // namespace

int unitsOf(const QString& method, UnitTable table) {
    const auto found = unitNumbers().constFind(method);
    if (found == unitNumbers().cend()) {
        return 1;
    }
    return table == UnitTable::Since2026 ? found->first : found->second;
}

std::optional<Millis> QuotaMeter::charge(Millis now, int units, double perMinute) {
    while (!m_spent.empty() && m_spent.front().at + kWindow <= now) {
        m_sum -= m_spent.front().units;
        m_spent.pop_front();
    }
    if (perMinute > 0 && static_cast<double>(m_sum + units) > perMinute) {
        qint64 left = m_sum;
        for (const Spent& spent : m_spent) {
            left -= spent.units;
            if (static_cast<double>(left + units) <= perMinute) {
                return spent.at + kWindow;
            }
        }
        return now + kWindow;
    }
    if (!m_spent.empty() && m_spent.back().at == now) {
        m_spent.back().units += units;
    } else {
        m_spent.push_back({now, units});
    }
    m_sum += units;
    return std::nullopt;
}

int QuotaMeter::running(Millis now) {
    std::erase_if(m_running, [&](Millis until) { return until <= now; });
    return static_cast<int>(m_running.size());
}

}  // namespace kith::emulator
