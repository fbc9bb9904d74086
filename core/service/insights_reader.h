// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The insights out of the cellar: counted in SQL, put into weeks, days and tenths here.
#pragma once

#include "core/service/cellar.h"
#include "core/service/insights_desk.h"

namespace kith::service {

Result<Insights> readInsights(Cellar& cellar, Millis now, int weeks);

}  // namespace kith::service
