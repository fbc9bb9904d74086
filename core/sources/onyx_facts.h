// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a document literally says of one person: only where the very sentence or line names that person and nobody else.
#pragma once

#include "core/people/enrichment_source.h"
#include "core/sources/onyx_client.h"

namespace kith::sources {

/// job_title and company ("Ada Holm is Buyer at Brisa"), phone, e-mail, LinkedIn; each with its sentence as evidence
/// and the document as reference, of low confidence.
std::vector<people::SourcedValue> onyxFacts(const OnyxDocument& document, const people::EnrichmentSubject& subject);

}  // namespace kith::sources
