// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What can go wrong outside our own code: a kind for code to act on, a detail for the log.
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace kith {

enum class ErrorKind {
    Cancelled,     ///< a stop was asked for
    NotFound,      ///< no such row, file or resource
    Malformed,     ///< foreign bytes that do not mean anything
    Denied,        ///< no rights: file system, server, locked secret store
    Conflict,      ///< somebody else changed it meanwhile, or it exists already
    Busy,          ///< locked by another process
    Full,          ///< disk full
    Damaged,       ///< our own database is damaged
    TooNew,        ///< written by a newer Kith
    Unreachable,   ///< no network, nobody answers
    RateLimited,   ///< asked to wait; see retryAfter
    SignInNeeded,  ///< token gone or revoked
    Unsupported,   ///< a well-formed request that this build cannot serve
    Failed,        ///< anything else
};

struct Error {
    ErrorKind kind{ErrorKind::Failed};
    QString detail;  ///< for the log and for kithctl: what and where, no secrets
    QString hint;    ///< what the user can do, one sentence; may be empty
    std::optional<std::chrono::milliseconds> retryAfter{};
};

}  // namespace kith
