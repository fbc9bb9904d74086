// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/person_reader.h"

#include "core/base/text.h"

#include <algorithm>

namespace kith::service {

namespace {

/// The line of a mail in which a value stands.
QString lineAround(Cellar& cellar, const storage::Observation& one) {
    const auto letter = one.message && one.start >= 0 ? cellar.messages.letterParts(one.message)
                                                      : std::optional<storage::LetterParts>();
    if (!letter || !*letter) {
        return {};
    }
    const QString& whole = (*letter)->text;
    const qsizetype start = text::utf16Index(whole, one.start);
    const qsizetype end = text::utf16Index(whole, one.end);
    const qsizetype from = start == 0 ? 0 : whole.lastIndexOf(u'\n', start - 1) + 1;
    const qsizetype to = whole.indexOf(u'\n', end);
    return text::elided(text::oneLine(whole.mid(from, (to < 0 ? whole.size() : to) - from)), 160);
}

ValueSource sourceOf(Cellar& cellar, const storage::Observation& one) {
    ValueSource source;
    source.observation = one.id;
    source.source = one.source;
    source.reference = one.sourceRef;
    source.message = one.message;
    source.start = one.start;
    source.end = one.end;
    source.line = lineAround(cellar, one);
    source.observedAt = one.observedAt;
    return source;
}

PersonValue valueOf(Cellar& cellar, const people::Choice& choice, const std::vector<storage::Observation>& all) {
    PersonValue value;
    value.value = choice.value;
    value.kind = choice.kind;
    value.confidence = choice.confidence;
    value.shown = choice.shown;
    value.byUser = choice.byUser;
    value.locked = choice.locked;
    value.rejected = choice.rejected;
    value.firstSeen = choice.firstSeen;
    value.lastSeen = choice.lastSeen;
    value.times = int(choice.claims.size());
    for (const qint64 id : choice.claims) {
        const auto it = std::ranges::find(all, id, &storage::Observation::id);
        if (it != all.end()) {
            value.best = sourceOf(cellar, *it);
            break;
        }
    }
    return value;
}

}  // namespace

PersonLine personLine(const storage::ContactSummary& row) {
    return {row.id, row.name, row.email, row.jobTitle, row.company, row.lastSeen, row.disputed, row.sortKey};
}

storage::ContactQuery contactQuery(const PeopleAsk& ask) {
    storage::ContactQuery query;
    query.search = ask.search;
    query.disputed = ask.disputed;
    query.company = ask.company;
    query.order = ask.recent ? storage::ContactQuery::Order::Recent : storage::ContactQuery::Order::Name;
    query.after = ask.after.id;
    query.afterName = ask.after.sortKey;
    query.beforeTime = ask.after.lastSeen;
    query.limit = ask.limit;
    return query;
}

PersonField personField(Cellar& cellar, const people::FieldFacts& facts, const std::vector<storage::Observation>& all) {
    PersonField field{facts.field, facts.disputed, {}};
    for (const people::Choice& choice : facts.choices) {
        field.values.push_back(valueOf(cellar, choice, all));
    }
    return field;
}

Result<Person> readPerson(Cellar& cellar, const Result<ContactCard>& card) {
    if (!card) {
        return card.error();
    }
    Person person;
    person.id = card->id;
    person.name = card->name;
    person.email = card->value(QStringLiteral("email"));
    for (const char* word : {"email", "phone", "job_title", "company", "address", "linkedin_url", "url", "name"}) {
        if (const people::FieldFacts* facts = card->field(QString::fromLatin1(word))) {
            person.fields.push_back(personField(cellar, *facts, card->observations));
        }
    }
    if (const people::FieldFacts* company = card->field(QStringLiteral("company"))) {
        person.companyKey = company->choices.front().shown ? company->choices.front().form : QString();
    }
    storage::ContactStore store(*cellar.database);
    for (const storage::Merge& merge : card->merges) {
        const auto row = store.row(merge.absorbed);
        if (row && *row) {
            person.joined << (*row)->name;
        }
    }
    const auto timeline = addTimeline(cellar, *card, person);
    return timeline ? Result<Person>(std::move(person)) : Result<Person>(timeline.error());
}

}  // namespace kith::service
