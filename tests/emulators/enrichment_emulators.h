// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Attio and Onyx as Kith sees them: each API behind one handle(), with the faults, the log and the latency that all
// emulators share, and what a test may do behind Kith's back. No sockets, no real time.
#pragma once

#include "tests/emulators/attio/attio_api.h"
#include "tests/emulators/onyx/onyx_api.h"
#include "tests/emulators/service_line.h"

namespace kith::emulator {

/// Used from one thread at a time.
class AttioEmulator {
public:
    explicit AttioEmulator(const EmulatorGround& ground)
        : m_ground(ground) {}
    Q_DISABLE_COPY_MOVE(AttioEmulator)

    Answer handle(const Request& request);
    AttioApi& api() { return m_api; }
    void setLatency(Millis latency) { m_latency = latency; }
    /// POST /__control/attio with any of {revoke: bool, rates: {reads, writes}, people: N, rename: {object, from, to},
    /// merge: [address, address], forget: bool, delete: address}. Malformed names what it does not know.
    Result<QJsonObject> order(const QJsonObject& order);
    void reset();

private:
    Result<QJsonObject> merge(const QJsonArray& addresses, bool forget);
    AttioRecord* person(const QString& address);

    EmulatorGround m_ground;
    AttioApi m_api;
    Millis m_latency{0};
};

/// Used from one thread at a time.
class OnyxEmulator {
public:
    explicit OnyxEmulator(const EmulatorGround& ground)
        : m_ground(ground) {}
    Q_DISABLE_COPY_MOVE(OnyxEmulator)

    Answer handle(const Request& request);
    OnyxApi& api() { return m_api; }
    void setLatency(Millis latency) { m_latency = latency; }
    /// POST /__control/onyx with any of {edition: search|enterprise|chat, revoke: bool, fail_inside: bool,
    /// document: {title, content, link, source}}.
    Result<QJsonObject> order(const QJsonObject& order);
    void reset();

private:
    EmulatorGround m_ground;
    OnyxApi m_api;
    Millis m_latency{0};
};

}  // namespace kith::emulator
