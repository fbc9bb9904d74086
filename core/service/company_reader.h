// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A company out of the people who name it: who they are, what they say of it, what was written and what may come of it.
#pragma once

#include "core/service/cellar.h"
#include "core/service/person_view.h"

namespace kith::service {

/// NotFound where nobody names it. key: in its compared form, or as it is written.
Result<CompanyView> readCompany(Cellar& cellar, const QString& key);
Result<std::vector<CompanyLine>> readCompanies(Cellar& cellar, int limit);

}  // namespace kith::service
