// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Access tokens kept in memory and fetched by one asker for all; what fetching means comes from outside.
#pragma once

#include "core/base/clock.h"
#include "core/net/access_tokens.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>

namespace kith::net {

class SingleFlightTokens final : public AccessTokens {
public:
    using Fetch = std::function<Result<AccessToken>(std::stop_token)>;
    SingleFlightTokens(const Clock& clock, Fetch fetch);

    Result<AccessToken> token(std::stop_token stop) override;
    void reject(const QByteArray& token) override;

private:
    bool fresh(Millis ahead) const;
    Result<AccessToken> fetchForAll(std::unique_lock<std::mutex>& lock, std::stop_token stop);

    const Clock& m_clock;
    Fetch m_fetch;
    std::mutex m_mutex;
    std::condition_variable_any m_landed;
    std::optional<AccessToken> m_token;
    std::optional<Error> m_failure;  ///< of the last flight
    Millis m_early{0};               ///< how long before its end a token is replaced
    quint64 m_flight{0};             ///< number of the last flight that landed
    bool m_flying{false};
};

}  // namespace kith::net
