// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What was read from a message's text once, in the small form in which it is kept: enough to decide again without the
// text.
#pragma once

#include "core/base/result.h"
#include "core/triage/features.h"

#include <QByteArray>

namespace kith::triage {

struct Signals {
    ContentScores content;  ///< only the sentences that are evidence for a head survive storage
    AttachmentKinds attachments;
    bool automaticReply{false};
    bool aimedAtAssistant{false};
};

/// CBOR; probabilities to three decimals.
QByteArray toBytes(const Signals& mailSignals);
Result<Signals> signalsFromBytes(const QByteArray& bytes);

}  // namespace kith::triage
