// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Decorator: notes every request that leaves this computer, answered or not, in the egress ledger.
#pragma once

#include "core/base/clock.h"
#include "core/net/egress_ledger.h"
#include "core/net/http.h"

#include <atomic>
#include <functional>

namespace kith::net {

/// What a record keeps of an address: no user, no fragment, and of the query only what holds no secret.
QString ledgerUrl(const QUrl& url);

struct LedgerOptions {
    qsizetype mostBody{256 * 1024};  ///< bytes of a body that are kept; the rest is counted
    /// What this answer cost in USD, for services that tell.
    std::function<double(const HttpRequest&, const HttpResponse&)> cost{};
};

/// Counts of what went through, for reports and the screen.
struct Traffic {
    qint64 requests{0};
    qint64 bytesOut{0};
    qint64 bytesIn{0};
};

/// Refusals before a socket was opened (Denied for the address or offline) are no records: nothing left.
class LedgerTransport final : public HttpTransport {
public:
    LedgerTransport(HttpTransport& next, EgressLedger& ledger, const Clock& clock, LedgerOptions options = {});
    Result<HttpResponse> send(const HttpRequest& request, std::stop_token stop) override;
    Traffic traffic() const;

private:
    HttpTransport& m_next;
    EgressLedger& m_ledger;
    const Clock& m_clock;
    LedgerOptions m_options;
    std::atomic<qint64> m_requests{0};
    std::atomic<qint64> m_bytesOut{0};
    std::atomic<qint64> m_bytesIn{0};
};

}  // namespace kith::net
