// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The zones command of kith-train: trains and writes the weights, or only measures.
#pragma once

#include <QStringList>

namespace kith::train {

/// Gives the exit code: 0 done, 1 failed, 2 usage.
int runZones(const QStringList& arguments);

}  // namespace kith::train
