// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The desks behind the window's further pages; a page stands only where the house has the desk that it asks.
#pragma once

namespace kith::service {

class ContactImportDesk;
class DraftsDesk;
class EnrichmentDesk;
class InsightsDesk;
class LearnedDesk;
class LedgerDesk;
class ModelDesk;
class OpportunityDesk;
class PeopleDesk;
class PrivacyDesk;
class RulesDesk;
class TranscriptsDesk;

/// Not owned; they live as long as the house that told them.
struct RoomDesks {
    RulesDesk* rules{nullptr};
    LearnedDesk* learned{nullptr};
    ModelDesk* model{nullptr};
    PrivacyDesk* privacy{nullptr};
    LedgerDesk* ledger{nullptr};
    InsightsDesk* insights{nullptr};
    PeopleDesk* people{nullptr};
    EnrichmentDesk* enrichment{nullptr};
    OpportunityDesk* opportunities{nullptr};
    ContactImportDesk* contactImports{nullptr};
    DraftsDesk* drafts{nullptr};
    TranscriptsDesk* transcripts{nullptr};
};

}  // namespace kith::service
