// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A transport that ends in the model emulator, without sockets.
#pragma once

#include "core/net/http.h"
#include "tests/emulators/model/deepinfra_api.h"

#include <mutex>

namespace kith::testing {

class EmulatedModel final : public net::HttpTransport {
public:
    Result<net::HttpResponse> send(const net::HttpRequest& request, std::stop_token stop) override {
        if (stop.stop_requested()) {
            return Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}};
        }
        const std::lock_guard lock(m_mutex);
        const emulator::Answer answer =
            api.handle({request.verb, request.url.path(), QUrlQuery(request.url), request.headers, request.body});
        for (qsizetype from = 0; request.onPiece && answer.status == 200 && from < answer.body.size(); from += 7) {
            request.onPiece(answer.body.mid(from, 7));
        }
        return net::HttpResponse{answer.status, answer.headers, answer.body};
    }

    emulator::DeepInfraApi api;

private:
    std::mutex m_mutex;
};

}  // namespace kith::testing
