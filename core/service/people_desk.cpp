// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/people_desk.h"

#include "core/service/company_reader.h"
#include "core/service/contact_book.h"
#include "core/service/contact_duplicates.h"
#include "core/service/contact_export.h"
#include "core/service/contact_growth.h"
#include "core/service/desk.h"
#include "core/service/person_reader.h"
#include "core/service/relation_reader.h"
#include "core/service/triage_room.h"
#include "core/storage/growth_store.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace kith::service {

namespace {

Result<GrowthFacts> growthFacts(Cellar& cellar, qint64 made) {
    storage::GrowthStore store(*cellar.database);
    auto rules = loadPersonRules(cellar);
    const auto left = store.dueCount();
    const auto grown = store.grownCount();
    if (!rules || !left || !grown) {
        return !rules ? rules.error() : !left ? left.error() : grown.error();
    }
    return GrowthFacts{std::move(*rules), *left, *grown, made};
}

Verdict verdictOf(ValueVerdict verdict) {
    switch (verdict) {
    case ValueVerdict::Use:
        return Verdict::Use;
    case ValueVerdict::Lock:
        return Verdict::Lock;
    case ValueVerdict::Unlock:
        return Verdict::Unlock;
    case ValueVerdict::Wrong:
        return Verdict::Wrong;
    case ValueVerdict::NotWrong:
        break;
    }
    return Verdict::NotWrong;
}

Result<Receipt> decideValue(Cellar& cellar, qint64 observation, ValueVerdict verdict) {
    const QString what =
        verdict == ValueVerdict::Wrong ? QStringLiteral("Call a value wrong") : QStringLiteral("Settle a value");
    ContactBook book(cellar);
    const auto found = book.observation(observation);
    if (!found) {
        return found.error();
    }
    storage::ChangeWriter change(*cellar.database, {QStringLiteral("contact.value-decided"),
                                                    QStringLiteral("user"),
                                                    *found ? (*found)->entity : QString(),
                                                    {},
                                                    what,
                                                    {},
                                                    true});
    const auto decided = book.decide(change, observation, verdictOf(verdict));
    const auto done = decided ? change.commit() : Result<ChangeId>(decided.error());
    const auto listed = done ? book.refresh() : Result<qint64>(done.error());
    if (!listed) {
        return listed.error();
    }
    Receipt receipt;
    receipt.change = *done;
    receipt.kind = verdict == ValueVerdict::Wrong ? QStringLiteral("value-wrong") : QStringLiteral("value-settled");
    receipt.count = 1;
    receipt.what = what;
    return receipt;
}

Result<std::vector<TwoPeople>> twoPeople(Cellar& cellar, int limit) {
    const auto searched = searchDuplicates(cellar, false, {});
    const auto pairs = searched ? storage::PairStore(*cellar.database).open(limit)
                                : Result<std::vector<storage::ContactPair>>(searched.error());
    if (!pairs) {
        return pairs.error();
    }
    storage::ContactList list(*cellar.database);
    std::vector<TwoPeople> all;
    for (const storage::ContactPair& pair : *pairs) {
        const auto one = list.one(pair.one);
        const auto other = list.one(pair.other);
        if (!one || !other || !*one || !*other) {
            continue;
        }
        TwoPeople two{personLine(**one), personLine(**other), pair.probability, {}};
        for (const QJsonValue& line : QJsonDocument::fromJson(pair.evidence).array()) {
            const QJsonObject words = line.toObject();
            two.evidence.push_back(
                {words.value(QStringLiteral("field")).toString(), words.value(QStringLiteral("one")).toString(),
                 words.value(QStringLiteral("other")).toString(), words.value(QStringLiteral("weight")).toDouble()});
        }
        all.push_back(std::move(two));
    }
    return all;
}

}  // namespace

QFuture<Result<PeoplePart>> PeopleDesk::list(const PeopleAsk& ask) {
    return m_reading.ask([ask](Cellar& cellar) -> Result<PeoplePart> {
        storage::ContactQuery query = contactQuery(ask);
        const auto rows = ContactBook(cellar).list(query);
        query.after = {};
        const auto total = rows ? storage::ContactList(*cellar.database).count(query) : Result<qint64>(rows.error());
        if (!total) {
            return total.error();
        }
        PeoplePart part;
        part.total = *total;
        std::ranges::transform(*rows, std::back_inserter(part.lines), personLine);
        return part;
    });
}

QFuture<Result<Person>> PeopleDesk::person(ContactId id) {
    return m_reading.ask([id](Cellar& cellar) { return readPerson(cellar, ContactBook(cellar).card(id)); });
}

QFuture<Result<Person>> PeopleDesk::personOf(const QString& address) {
    return m_reading.ask(
        [address](Cellar& cellar) { return readPerson(cellar, ContactBook(cellar).cardOfAddress(address)); });
}

QFuture<Result<Receipt>> PeopleDesk::decide(qint64 observation, ValueVerdict verdict) {
    return m_triage.ask([observation, verdict, changed = m_changed](TriageRoom& room) {
        auto receipt = decideValue(room.cellar(), observation, verdict);
        changed({.order = true, .counts = false, .journal = true, .threads = {}});
        return receipt;
    });
}

QFuture<Result<std::vector<TwoPeople>>> PeopleDesk::duplicates(int limit) {
    return m_triage.ask([limit](TriageRoom& room) { return twoPeople(room.cellar(), limit); });
}

QFuture<Result<Receipt>> PeopleDesk::merge(ContactId survivor, ContactId absorbed) {
    return m_triage.ask([survivor, absorbed, changed = m_changed](TriageRoom& room) {
        auto receipt = mergeContacts(room.cellar(), survivor, absorbed);
        changed({.order = false, .counts = false, .journal = true, .threads = {}});
        return receipt;
    });
}

QFuture<Result<Receipt>> PeopleDesk::part(ContactId one, ContactId other) {
    return m_triage.ask([one, other, changed = m_changed](TriageRoom& room) {
        auto receipt = partContacts(room.cellar(), one, other);
        changed({.order = false, .counts = false, .journal = true, .threads = {}});
        return receipt;
    });
}

QFuture<Result<CompanyView>> PeopleDesk::company(const QString& key) {
    return m_reading.ask([key](Cellar& cellar) { return readCompany(cellar, key); });
}

QFuture<Result<std::vector<CompanyLine>>> PeopleDesk::companies(int limit) {
    return m_reading.ask([limit](Cellar& cellar) { return readCompanies(cellar, limit); });
}

QFuture<Result<RelationMap>> PeopleDesk::relations(const RelationAsk& ask) {
    return m_reading.ask([ask](Cellar& cellar) { return readRelations(cellar, ask); });
}

QFuture<Result<qint64>> PeopleDesk::exportTo(const QString& path, ContactFile kind, const PeopleAsk& ask) {
    return m_triage.ask([=](TriageRoom& room) { return exportContacts(room.cellar(), path, kind, contactQuery(ask)); });
}

QFuture<Result<GrowthFacts>> PeopleDesk::growth() {
    return m_reading.ask([](Cellar& cellar) { return growthFacts(cellar, 0); });
}

QFuture<Result<GrowthFacts>> PeopleDesk::saveRules(const people::PersonRules& rules) {
    return m_triage.ask([rules, changed = m_changed](TriageRoom& room) {
        const auto saved = savePersonRules(room.cellar(), rules);
        changed({.order = false, .counts = false, .journal = true, .threads = {}});
        return saved ? growthFacts(room.cellar(), 0) : Result<GrowthFacts>(saved.error());
    });
}

QFuture<Result<GrowthFacts>> PeopleDesk::growSome() {
    return m_triage.ask([changed = m_changed](TriageRoom& room) -> Result<GrowthFacts> {
        const auto rules = loadPersonRules(room.cellar());
        GrowthReport report;
        const auto grown = rules ? service::growSome(room.cellar(), *rules, report) : Result<bool>(rules.error());
        if (!grown) {
            return grown.error();
        }
        if (report.made > 0) {
            changed({.order = true, .counts = false, .journal = true, .threads = {}});
        }
        return growthFacts(room.cellar(), report.made);
    });
}

}  // namespace kith::service
