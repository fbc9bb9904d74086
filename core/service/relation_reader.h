// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Who of the owner's house knows whom: by the mail that went both ways.
#pragma once

#include "core/service/cellar.h"
#include "core/service/person_view.h"

namespace kith::service {

Result<RelationMap> readRelations(Cellar& cellar, const RelationAsk& ask);

/// The owner's domains, without those of mail providers that everybody uses.
Result<QStringList> houseDomains(Cellar& cellar);

/// Mail both ways counts most, and what is old counts less.
double strengthOf(const Exchange& exchange, std::chrono::milliseconds now);

}  // namespace kith::service
