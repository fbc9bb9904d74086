// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What every emulated service goes through: waiting faults first, the service itself, then the log.
#pragma once

#include "tests/emulators/fault_desk.h"
#include "tests/emulators/request_log.h"

#include <functional>

namespace kith::emulator {

struct EmulatorGround {
    EmulatorClock& clock;
    FaultDesk& faults;
    RequestLog& log;
};

/// call: the name by which faults and the log know the request.
struct ServiceCall {
    Endpoint endpoint{Endpoint::DeepInfra};
    QString name;
    Millis latency{0};
};

Answer answered(const EmulatorGround& ground, const ServiceCall& call, const Request& request,
                const std::function<Answer()>& service);

}  // namespace kith::emulator
