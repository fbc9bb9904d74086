// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What writing a person back to Attio would change, before anything is written: old beside new, and no value of a
// multiselect is ever dropped.
#pragma once

#include "core/people/enrichment_source.h"
#include "core/sources/attio_values.h"

namespace kith::sources {

/// current: nothing where Attio does not know the person. Malformed where the shape has no e-mail addresses.
Result<people::WriteBack> attioPreview(const AttioShape& shape, const std::optional<AttioRecord>& current,
                                       const std::vector<people::FieldWish>& wishes);

}  // namespace kith::sources
