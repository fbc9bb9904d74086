// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a mailbox on a server was asked for, in the units that the server counts.
#pragma once

#include <QtGlobal>

namespace kith::mail {

/// What was asked of the server since the last look.
struct RemoteUsage {
    qint64 requests{0};    ///< API calls over the wire; a batch is one
    qint64 quotaUnits{0};  ///< as Gmail counts: inner calls of a batch each
    qint64 throttled{0};   ///< answers that asked to wait, inner ones too
    qint64 retries{0};
    qint64 bytesIn{0};
    double unitsPerMinute{0};   ///< the limit that is kept to now; 0: none
    double unitsPerMessage{0};  ///< what fetching one message costs; 0: not counted
};

}  // namespace kith::mail
