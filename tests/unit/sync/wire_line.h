// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The line between the real Gmail client and the emulator, on which somebody listens; and Kith's own clock.
#pragma once

#include "tests/support/emulator_transport.h"

#include <functional>

namespace kith::testing {

/// Goes with the emulator's time, and may be wrong.
class WireClock final : public Clock {
public:
    Millis now() const override { return m_time->now() + m_ahead; }
    bool wait(Millis duration, std::stop_token stop) override { return m_time->wait(duration, stop); }
    void follow(EmulatorTime& time) {
        m_time = &time;
        m_ahead = Millis{0};
    }
    void set(Millis step) { m_ahead += step; }

private:
    EmulatorTime m_first;
    EmulatorTime* m_time{&m_first};
    Millis m_ahead{0};
};

class WireLine final : public net::HttpTransport {
public:
    WireLine(EmulatorTime& time, EmulatorTransport::Handle handle)
        : m_time(time)
        , m_line(time, std::move(handle)) {}

    Result<net::HttpResponse> send(const net::HttpRequest& request, std::stop_token stop) override;

    /// Before a request goes out: something may happen.
    std::function<void(const net::HttpRequest&)> before;
    int pageSize{500};  ///< lists are asked for in pages of this size, whatever Kith asks for
    QStringList log;    ///< of Gmail's calls
    EmulatorTransport& line() { return m_line; }

private:
    EmulatorTime& m_time;
    EmulatorTransport m_line;
};

}  // namespace kith::testing
