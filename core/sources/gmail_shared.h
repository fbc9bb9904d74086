// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the mailboxes of one account share.
#pragma once

#include "core/net/access_tokens.h"
#include "core/sources/gmail_pacer.h"
#include "core/sources/gmail_units.h"
#include "core/sources/gmail_width.h"

#include <functional>
#include <memory>

namespace kith::sources {

/// shared_ptr: several mailboxes of one account share them, and an account may be signed out while one is in use.
struct GmailShared {
    std::shared_ptr<net::AccessTokens> tokens;
    std::shared_ptr<GmailPacer> pacer;
    std::shared_ptr<GmailWidth> width;
    std::shared_ptr<const GmailUnits> units;
    std::function<double()> random;  ///< in [0, 1), from any worker: for jitter
    /// Requests of one run at a time; 1: all on the caller's thread. Measured over loopback: 3 and 4 alike, 1 a
    /// quarter slower (tests/bench/sources).
    int mostSenders{3};
};

}  // namespace kith::sources
