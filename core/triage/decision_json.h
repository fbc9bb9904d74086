// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Decisions to and from JSON: the explain command's contract, and replaying from what was stored.
#pragma once

#include "core/base/result.h"
#include "core/domain/decision.h"

#include <QByteArray>
#include <QJsonObject>

namespace kith::triage {

/// Everything, in canonical bytes; doubles survive bit for bit.
QJsonObject toJson(const Decision& decision);
Result<Decision> decisionFromJson(const QJsonObject& object);
/// contracts.md: explain ID.
QJsonObject explainJson(const Decision& decision);
/// Score, importance, bands and priority made again from the stored contributions alone.
Decision replayed(const Decision& stored);
/// Same outcome: score and bands bit for bit, priority, decider, rules, inputs. Ids and times are not compared.
bool sameDecision(const Decision& a, const Decision& b);

}  // namespace kith::triage
