// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The ledger of what left, written by a thread of its own: the request that is noted never waits, and nothing that was
// noted is lost when the house closes.
#pragma once

#include "core/net/egress_ledger.h"
#include "core/service/cellar.h"
#include "core/service/desk.h"

#include <deque>

namespace kith::app {

class EgressWriter final : public net::EgressLedger {
public:
    EgressWriter(const service::CellarOptions& cellar, Clock& clock);
    /// Writes what waits.
    ~EgressWriter() override;

    void record(const net::EgressRecord& record) override;

private:
    Result<void> write(service::Cellar& cellar);

    std::mutex m_mutex;
    std::deque<net::EgressRecord> m_waiting;
    bool m_asked{false};  ///< a write is on its way; what comes meanwhile goes with it
    service::Desk<service::Cellar> m_desk;
};

}  // namespace kith::app
