// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// DeepInfra as Kith sees it: the API behind one handle(), with the faults, the log and the latency that all emulators
// share. No sockets, no real time.
#pragma once

#include "tests/emulators/model/deepinfra_api.h"
#include "tests/emulators/service_line.h"

namespace kith::emulator {

/// Used from one thread at a time.
class ModelEmulator {
public:
    using Ground = EmulatorGround;
    explicit ModelEmulator(const Ground& ground)
        : m_ground(ground) {}
    Q_DISABLE_COPY_MOVE(ModelEmulator)

    Answer handle(const Request& request);
    DeepInfraApi& api() { return m_api; }
    QString key() const { return ModelOptions().key; }
    void setLatency(Millis latency) { m_latency = latency; }
    /// POST /__control/model {manner: reader|obedient|nonsense|out_of_range, schemas: bool, say: [texts], pause_ms: N
    /// between the events of a stream}; what is left out stays as it is. Malformed names what it does not know.
    Result<void> order(const QJsonObject& order);
    /// The reader again, with schemas, and nothing left to say.
    void reset();

private:
    Ground m_ground;
    DeepInfraApi m_api;
    Millis m_latency{0};
    Millis m_pause{0};
};

}  // namespace kith::emulator
