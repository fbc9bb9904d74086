// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Port: a valid access token whenever one is needed; many askers, one refresh.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <stop_token>

namespace kith::net {

struct AccessToken {
    QByteArray token;  ///< a secret: never logged, never in the ledger
    std::chrono::milliseconds expiresAt{0};
    QStringList scopes;
};

class AccessTokens {
public:
    virtual ~AccessTokens() = default;
    /// From memory, refreshed a minute before it ends; those who ask meanwhile wait for the same refresh.
    /// SignInNeeded where only a person can help; Unreachable and RateLimited where waiting can.
    virtual Result<AccessToken> token(std::stop_token stop) = 0;
    /// The server refused this token (401): the next token() gets a fresh one.
    virtual void reject(const QByteArray& token) = 0;
};

}  // namespace kith::net
