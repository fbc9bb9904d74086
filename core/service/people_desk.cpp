// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/people_desk.h"

#include "core/base/text.h"
#include "core/service/contact_book.h"
#include "core/service/contact_duplicates.h"
#include "core/service/desk.h"
#include "core/service/inbox_reader.h"
#include "core/service/triage_room.h"
#include "core/storage/event_log.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace kith::service {

namespace {

constexpr int kShownConversations = 12;
constexpr int kLooked = 60;
constexpr int kShownDeeds = 8;

PersonLine lineOf(const storage::ContactSummary& row) {
    return {row.id, row.name, row.email, row.jobTitle, row.company, row.lastSeen, row.disputed, row.sortKey};
}

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

Result<void> addConversations(Cellar& cellar, const ContactCard& card, Person& person) {
    std::vector<MessageId> newest;
    for (const storage::HeldIdentity& held : card.identities) {
        if (held.identity.kind != QStringLiteral("email")) {
            continue;
        }
        const auto some = cellar.messages.fromSender(held.identity.value, {}, kLooked);
        if (!some) {
            return some.error();
        }
        newest.insert(newest.end(), some->begin(), some->end());
    }
    std::ranges::sort(newest, std::ranges::greater{});
    std::vector<ThreadId> threads;
    for (const MessageId message : newest) {
        const auto thread = cellar.messages.threadOf(message);
        if (!thread) {
            return thread.error();
        }
        if (*thread && std::ranges::count(threads, **thread) == 0 && int(threads.size()) < kShownConversations) {
            threads.push_back(**thread);
        }
    }
    auto rows = readRows(cellar, threads);
    if (!rows) {
        return rows.error();
    }
    person.conversations = std::move(*rows);
    return {};
}

Result<Person> personFrom(Cellar& cellar, const Result<ContactCard>& card) {
    if (!card) {
        return card.error();
    }
    Person person;
    person.id = card->id;
    person.name = card->name;
    person.email = card->value(QStringLiteral("email"));
    for (const char* word : {"email", "phone", "job_title", "company", "address", "linkedin_url", "url", "name"}) {
        const people::FieldFacts* facts = card->field(QString::fromLatin1(word));
        if (facts == nullptr) {
            continue;
        }
        PersonField field{facts->field, facts->disputed, {}};
        for (const people::Choice& choice : facts->choices) {
            field.values.push_back(valueOf(cellar, choice, card->observations));
        }
        person.fields.push_back(std::move(field));
    }
    storage::ContactStore store(*cellar.database);
    for (const storage::Merge& merge : card->merges) {
        const auto row = store.row(merge.absorbed);
        if (row && *row) {
            person.joined << (*row)->name;
        }
    }
    const auto events = storage::EventLog(*cellar.database).list({{}, contactEntity(card->id), {}, kShownDeeds});
    if (events) {
        for (const Event& event : *events) {
            person.deeds.push_back({event.type, event.at});
        }
    }
    const auto mail = addConversations(cellar, *card, person);
    return mail ? Result<Person>(std::move(person)) : Result<Person>(mail.error());
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
        TwoPeople two{lineOf(**one), lineOf(**other), pair.probability, {}};
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
        storage::ContactQuery query;
        query.search = ask.search;
        query.disputed = ask.disputed;
        query.after = ask.after.id;
        query.afterName = ask.after.sortKey;
        query.limit = ask.limit;
        const auto rows = ContactBook(cellar).list(query);
        query.after = {};
        const auto total = rows ? storage::ContactList(*cellar.database).count(query) : Result<qint64>(rows.error());
        if (!total) {
            return total.error();
        }
        PeoplePart part;
        part.total = *total;
        std::ranges::transform(*rows, std::back_inserter(part.lines), lineOf);
        return part;
    });
}

QFuture<Result<Person>> PeopleDesk::person(ContactId id) {
    return m_reading.ask([id](Cellar& cellar) { return personFrom(cellar, ContactBook(cellar).card(id)); });
}

QFuture<Result<Person>> PeopleDesk::personOf(const QString& address) {
    return m_reading.ask(
        [address](Cellar& cellar) { return personFrom(cellar, ContactBook(cellar).cardOfAddress(address)); });
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

}  // namespace kith::service
