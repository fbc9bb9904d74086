// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One contact on the way to a source and back.
#pragma once

#include "core/service/enrichment.h"

namespace kith::service {

struct Enrichment::Visit {
    Group group;
    ContactId contact;
    people::EnrichmentSubject subject;
    std::optional<Result<std::optional<people::EnrichmentFinding>>> answer;  ///< nothing: nobody asked
};

}  // namespace kith::service
