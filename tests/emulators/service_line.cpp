// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/service_line.h"

#include "tests/emulators/fault_answers.h"

#include <QElapsedTimer>

namespace kith::emulator {

Answer answered(const EmulatorGround& ground, const ServiceCall& call, const Request& request,
                const std::function<Answer()>& service) {
    QElapsedTimer time;
    time.start();
    const auto fault = ground.faults.take({call.endpoint, request, call.name});
    const Millis now = ground.clock.now();
    const bool executed = !fault || fault->executed || keepsAnswer(fault->kind);
    Answer answer = executed ? service() : faultAnswer(*fault, call.endpoint, now);
    if (fault && executed) {
        answer = keepsAnswer(fault->kind) ? spoilt(std::move(answer), *fault, request)
                                          : faultAnswer(*fault, call.endpoint, now);
    }
    answer.delay = call.latency;
    LogEntry entry{.endpoint = call.endpoint,
                   .at = now,
                   .verb = request.verb,
                   .path = request.path,
                   .query = request.query.query(QUrl::FullyEncoded),
                   .status = answer.delivery == Delivery::NoAnswer ? 0 : answer.status,
                   .milliseconds = double(time.nsecsElapsed()) / 1e6,
                   .bytesIn = request.body.size(),
                   .bytesOut = answer.body.size(),
                   .fault = fault ? faultName(fault->kind) : QString(),
                   .body = request.body};
    entry.report.method = call.name;
    ground.log.add(std::move(entry));
    return answer;
}

}  // namespace kith::emulator
