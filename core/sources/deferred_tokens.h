// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Access tokens whose secrets are read when the first one is needed: opening a mailbox asks nobody.
#pragma once

#include "core/net/access_tokens.h"

#include <functional>
#include <memory>
#include <mutex>

namespace kith::sources {

class DeferredTokens final : public net::AccessTokens {
public:
    using Make = std::function<Result<std::unique_ptr<net::AccessTokens>>()>;
    explicit DeferredTokens(Make make);

    Result<net::AccessToken> token(std::stop_token stop) override;
    void reject(const QByteArray& token) override;

private:
    Result<net::AccessTokens*> made();

    Make m_make;
    std::mutex m_mutex;
    std::unique_ptr<net::AccessTokens> m_tokens;
};

}  // namespace kith::sources
