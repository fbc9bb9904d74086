// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Many Gmail calls in one request (multipart/mixed) and their answers, matched by Content-ID and never by order.
#pragma once

#include "core/net/http.h"

#include <optional>
#include <span>
#include <vector>

namespace kith::sources {

/// One call of a batch: path and query as they go over the wire.
struct BatchCall {
    QByteArray verb;
    QByteArray target;
    QByteArray json;  ///< empty: no body
};

struct BatchBody {
    QByteArray contentType;
    QByteArray bytes;
};

/// boundary: 20 to 60 letters and digits that no call contains.
BatchBody writeBatch(std::span<const BatchCall> calls, const QByteArray& boundary);

/// One entry a call, in the order of the calls; nothing where no whole answer came for it.
/// Malformed where the answer is no multipart at all.
Result<std::vector<std::optional<net::HttpResponse>>> readBatch(const net::HttpResponse& answer, qsizetype calls);

}  // namespace kith::sources
