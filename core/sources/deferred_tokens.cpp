// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/deferred_tokens.h"

namespace kith::sources {

DeferredTokens::DeferredTokens(Make make)
    : m_make(std::move(make)) {
}

Result<net::AccessTokens*> DeferredTokens::made() {
    const std::scoped_lock lock(m_mutex);
    if (!m_tokens) {
        auto tokens = m_make();
        if (!tokens) {
            return tokens.error();
        }
        m_tokens = std::move(*tokens);
    }
    return m_tokens.get();
}

Result<net::AccessToken> DeferredTokens::token(std::stop_token stop) {
    const Result<net::AccessTokens*> tokens = made();
    return tokens ? (*tokens)->token(std::move(stop)) : Result<net::AccessToken>(tokens.error());
}

void DeferredTokens::reject(const QByteArray& token) {
    const std::scoped_lock lock(m_mutex);
    if (m_tokens) {
        m_tokens->reject(token);
    }
}

}  // namespace kith::sources
