// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The transport of --offline: no socket is ever opened.
#pragma once

#include "core/net/http.h"

namespace kith::net {

/// What every transport answers where the user forbade the network.
Error offlineError();

class OfflineTransport final : public HttpTransport {
public:
    Result<HttpResponse> send(const HttpRequest& request, std::stop_token stop) override;
};

}  // namespace kith::net
