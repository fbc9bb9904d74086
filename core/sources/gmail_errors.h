// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a refusal of Gmail means: told by its reason and text, never by the number alone.
#pragma once

#include "core/net/http.h"

#include <optional>

namespace kith::sources {

enum class Refusal {
    None,          ///< a 2xx
    Gone,          ///< no such message, thread, label; a cursor too old
    TokenRefused,  ///< a fresh access token may help
    UserRate,      ///< this mailbox's quota
    ProjectRate,   ///< the quota of all users of the OAuth client
    Concurrency,   ///< too many calls at once
    DailyLimit,
    SendingLimit,  ///< hours; of sending only
    ScopeMissing,
    Denied,         ///< any other no
    Conflict,       ///< exists already
    Precondition,   ///< "Precondition check failed": passes at times
    Rejected,       ///< our request was wrong
    ServerTrouble,  ///< 5xx, front-end pages
};

struct GmailRefusal {
    Refusal kind{Refusal::None};
    int status{0};
    QString reason;   ///< Gmail's word: userRateLimitExceeded
    QString message;  ///< Gmail's sentence, without the addresses of people
    std::optional<Millis> retryAfter{};
    double toldLimit{0};  ///< units a minute, where the answer names the limit
};

GmailRefusal refusalOf(const net::HttpResponse& answer, Millis now);

/// The quota of user or project: wait and come back.
bool isRate(Refusal kind);
/// Asked to wait or to come one by one: counted as throttled.
bool isThrottle(Refusal kind);
/// The same call may succeed later.
bool isTransient(Refusal kind);
Error errorOf(const GmailRefusal& refusal, Millis now);

}  // namespace kith::sources
