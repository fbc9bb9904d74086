// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/single_flight_tokens.h"

#include <algorithm>

namespace kith::net {

namespace {

constexpr Millis kMinuteEarly{60'000};

Error tokenStopped() {
    return {ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}};
}

}  // namespace

SingleFlightTokens::SingleFlightTokens(const Clock& clock, Fetch fetch)
    : m_clock(clock)
    , m_fetch(std::move(fetch)) {
}

bool SingleFlightTokens::fresh(Millis ahead) const {
    return m_token && m_clock.now() + ahead < m_token->expiresAt;
}

Result<AccessToken> SingleFlightTokens::token(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (stop.stop_requested()) {
            return tokenStopped();
        }
        if (fresh(m_early)) {
            return *m_token;
        }
        if (!m_flying) {
            return fetchForAll(lock, stop);
        }
        const quint64 flight = m_flight;
        if (!m_landed.wait(lock, stop, [&] { return m_flight != flight; })) {
            return tokenStopped();
        }
        if (m_failure && m_failure->kind != ErrorKind::Cancelled) {
            return fresh(Millis{0}) ? Result<AccessToken>(*m_token) : Result<AccessToken>(*m_failure);
        }
        if (!m_failure && m_token) {
            return *m_token;
        }
        // The one who flew was stopped: somebody else's turn.
    }
}

Result<AccessToken> SingleFlightTokens::fetchForAll(std::unique_lock<std::mutex>& lock, std::stop_token stop) {
    m_flying = true;
    lock.unlock();
    auto fetched = m_fetch(std::move(stop));
    lock.lock();
    m_flying = false;
    ++m_flight;
    m_failure.reset();
    if (fetched) {
        m_token = *fetched;
        // Tokens that live for a few minutes only are not fetched anew for each request.
        m_early = std::clamp((m_token->expiresAt - m_clock.now()) / 4, Millis{0}, kMinuteEarly);
    } else {
        m_failure = fetched.error();
        // A dead sign-in leaves nothing to use; trouble that passes leaves the last minute of the old token.
        if (m_failure->kind == ErrorKind::SignInNeeded) {
            m_token.reset();
        }
    }
    m_landed.notify_all();
    return fetched || !fresh(Millis{0}) || m_failure->kind == ErrorKind::Cancelled ? fetched : *m_token;
}

void SingleFlightTokens::reject(const QByteArray& token) {
    const std::lock_guard lock(m_mutex);
    if (m_token && m_token->token == token) {
        m_token.reset();
    }
}

}  // namespace kith::net
