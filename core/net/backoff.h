// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How long to wait before trying again: exponential with jitter, and whatever the server asked for in whatever form.
#pragma once

#include "core/base/clock.h"
#include "core/net/http.h"

#include <QStringView>

#include <optional>

namespace kith::net {

struct BackoffLimits {
    Millis step{1'000};
    Millis most{64'000};
    Millis mostAsked{std::chrono::hours{1}};  ///< a server that asks for more is asked again then
};

/// Between step·2^attempt and twice that, never above most; jittered at the ceiling as well. What the server asked for
/// is a floor, with up to one step on top. attempt from 0; random in [0, 1).
Millis backoff(int attempt, double random, std::optional<Millis> asked = {}, BackoffLimits limits = {});
/// The same with the system's randomness.
Millis backoff(int attempt, std::optional<Millis> asked = {}, BackoffLimits limits = {});

/// A Retry-After header: seconds or an HTTP date. serverNow: what the server's own Date header says, so that a wrong
/// clock here does no harm.
std::optional<Millis> retryAfterHeader(const QByteArray& value, Millis serverNow);
/// Google's way: "… Retry after 2026-09-11T20:00:00.000Z".
std::optional<Millis> retryAfterText(QStringView text, Millis serverNow);
/// Header first, then the text of the body; times are compared with the answer's Date header, else with now.
std::optional<Millis> retryAfter(const HttpResponse& response, Millis now);
/// "Fri, 11 Sep 2026 20:00:00 GMT" and its two older forms, whatever the locale.
std::optional<Millis> httpDate(const QByteArray& value);

}  // namespace kith::net
