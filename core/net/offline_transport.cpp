// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/offline_transport.h"

namespace kith::net {

Error offlineError() {
    return {ErrorKind::Denied, QStringLiteral("offline: the network is switched off"),
            QStringLiteral("Start without --offline to use the network.")};
}

Result<HttpResponse> OfflineTransport::send(const HttpRequest&, std::stop_token) {
    return offlineError();
}

}  // namespace kith::net
