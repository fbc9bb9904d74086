// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the mailbox knew of sender and thread when a message was decided: kept with the decision, so that it can be
// decided again with other weights on the same ground.
#pragma once

#include "core/triage/history.h"

#include <QJsonObject>

#include <optional>

namespace kith::triage {

struct Dealings {
    SenderHistory sender;
    ThreadState thread;
};

QJsonObject toJson(const Dealings& dealings);
/// Nothing for an empty object: the decision was stored without.
std::optional<Dealings> dealingsFromJson(const QJsonObject& object);

}  // namespace kith::triage
