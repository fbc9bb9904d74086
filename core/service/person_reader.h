// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One person out of the cellar with all that is known, where each value stands, and what happened when.
#pragma once

#include "core/service/contact_book.h"
#include "core/service/person_view.h"

namespace kith::service {

PersonLine personLine(const storage::ContactSummary& row);
storage::ContactQuery contactQuery(const PeopleAsk& ask);
/// A field with every value and where the strongest saying of each stands.
PersonField personField(Cellar& cellar, const people::FieldFacts& facts, const std::vector<storage::Observation>& all);
Result<Person> readPerson(Cellar& cellar, const Result<ContactCard>& card);
/// Fills conversations and moments.
Result<void> addTimeline(Cellar& cellar, const ContactCard& card, Person& person);

}  // namespace kith::service
