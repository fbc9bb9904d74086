// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a model says may name only addresses and links that it was shown.
#pragma once

#include "core/triage/classifier.h"

namespace kith::triage {

/// Addresses and links in said that do not stand in shown, letter by letter (case aside).
QStringList foreignTargets(const QString& said, const QString& shown);

/// Empties each reason, topic and source that names such a target; how many there were.
int dropForeignTargets(ModelAnswer& answer, const QString& shown);

}  // namespace kith::triage
