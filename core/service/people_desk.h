// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The people as the window asks for them; may be called from the window's thread, answers come later.
#pragma once

#include "core/base/result.h"
#include "core/service/changes.h"
#include "core/service/conversation.h"
#include "core/service/person_view.h"

#include <QFuture>

#include <functional>

namespace kith::service {

template <class Subject>
class Desk;
class TriageRoom;
struct Cellar;

class PeopleDesk {
public:
    using Changed = std::function<void(const Changes&)>;
    PeopleDesk(Desk<Cellar>& reading, Desk<TriageRoom>& triage, Changed changed)
        : m_reading(reading)
        , m_triage(triage)
        , m_changed(std::move(changed)) {}

    QFuture<Result<PeoplePart>> list(const PeopleAsk& ask);
    QFuture<Result<Person>> person(ContactId id);
    /// Also of an address that no contact has.
    QFuture<Result<Person>> personOf(const QString& address);
    QFuture<Result<Receipt>> decide(qint64 observation, ValueVerdict verdict);
    /// Looks through all contacts; the likeliest first.
    QFuture<Result<std::vector<TwoPeople>>> duplicates(int limit);
    QFuture<Result<Receipt>> merge(ContactId survivor, ContactId absorbed);
    QFuture<Result<Receipt>> part(ContactId one, ContactId other);
    /// key: the company's name in its compared form, or as it is written.
    QFuture<Result<CompanyView>> company(const QString& key);
    /// Most people first.
    QFuture<Result<std::vector<CompanyLine>>> companies(int limit);
    QFuture<Result<RelationMap>> relations(const RelationAsk& ask);
    /// How many contacts were written; an old file is replaced only by a whole one.
    QFuture<Result<qint64>> exportTo(const QString& path, ContactFile kind, const PeopleAsk& ask);
    QFuture<Result<GrowthFacts>> growth();
    /// Everybody who is no contact is looked at again: call growSome() until nothing is left.
    QFuture<Result<GrowthFacts>> saveRules(const people::PersonRules& rules);
    QFuture<Result<GrowthFacts>> growSome();

private:
    Desk<Cellar>& m_reading;
    Desk<TriageRoom>& m_triage;
    Changed m_changed;
};

}  // namespace kith::service
