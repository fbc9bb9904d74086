// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The parts of a decision that are stored as JSON.
#pragma once

#include "core/domain/decision.h"

#include <QJsonObject>

namespace kith::storage {

/// Contributions, bands, rules and the model's record.
QJsonObject decisionDetail(const Decision& decision);
void readDecisionDetail(const QJsonObject& detail, Decision& decision);
/// What lists show of it: the columns that messages and decisions share.
QJsonObject decisionMarks(const Decision& decision, const QStringList& chips);

}  // namespace kith::storage
