// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Attio and Onyx in the place of the network, on a clock that only waiting moves.
#pragma once

#include "tests/emulators/enrichment_emulators.h"
#include "tests/support/emulator_transport.h"

#include <QJsonDocument>

#include <algorithm>

namespace kith::testing {

class EmulatedServices {
public:
    explicit EmulatedServices(int people = 0) {
        emulator::plantPeople(attio.api().book(), people, time.clock().now());
        onyx.api().library().plant(people, time.clock().now());
    }

    static QString attioUrl() { return QStringLiteral("http://127.0.0.1:1"); }
    static QString onyxUrl() { return QStringLiteral("http://127.0.0.2:1/api"); }
    /// As POST /__control/faults takes it.
    void fault(const QByteArray& json) {
        const auto taken = faults.add(QJsonDocument::fromJson(json).object());
        Q_ASSERT(taken);
    }
    int requests(const QString& call, int status = 0) const {
        return int(std::count_if(log.entries().begin(), log.entries().end(), [&](const emulator::LogEntry& entry) {
            return entry.report.method == call && (status == 0 || entry.status == status);
        }));
    }
    int throttled() const {
        return int(std::count_if(log.entries().begin(), log.entries().end(),
                                 [](const emulator::LogEntry& entry) { return entry.status == 429; }));
    }

    EmulatorTime time;
    emulator::FaultDesk faults;
    emulator::RequestLog log;
    emulator::AttioEmulator attio{emulator::EmulatorGround{time.clock(), faults, log}};
    emulator::OnyxEmulator onyx{emulator::EmulatorGround{time.clock(), faults, log}};
    std::function<void(const QUrl&)> before;  ///< each request, with the emulators at rest
    EmulatorTransport transport{time, [this](const QUrl& url, const emulator::Request& request) {
                                    if (before) {
                                        before(url);
                                    }
                                    return url.host() == QLatin1String("127.0.0.1") ? attio.handle(request)
                                                                                    : onyx.handle(request);
                                }};
};

inline Result<QByteArray> attioKey() {
    return QByteArray("attio-emulator-key");
}
inline Result<QByteArray> onyxKey() {
    return QByteArray("on_emulator-key");
}

}  // namespace kith::testing
