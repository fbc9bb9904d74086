// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What comes into the contact book: people, what is said of them, and the user's word on it.
#include "core/domain/address.h"
#include "core/people/value_forms.h"
#include "core/service/contact_book.h"
#include "core/storage/transaction.h"

#include <QSet>

#include <algorithm>

namespace kith::service {

namespace {

/// A source that says the same again moves the time of it only so often, or each look would be a change.
constexpr std::chrono::hours kSaidAnew{24};

const QString& stateWord(const char* word) {
    static const QString chosen = QStringLiteral("chosen");
    static const QString rejected = QStringLiteral("rejected");
    static const QString believed = QStringLiteral("believed");
    return *word == 'c' ? chosen : *word == 'r' ? rejected : believed;
}

void completeObservation(storage::Observation& one, ContactId contact, std::chrono::milliseconds now) {
    one.entity = contactEntity(contact);
    one.normalized = one.normalized.isEmpty() ? people::comparedForm(one.field, one.value) : one.normalized;
    one.observedAt = one.observedAt.count() == 0 ? now : one.observedAt;
    one.validFrom = one.validFrom.count() == 0 ? one.observedAt : one.validFrom;
    one.confidence = one.confidence == 0 ? 1.0 : one.confidence;
}

QString formOf(const storage::Observation& one) {
    return people::comparedForm(one.field, one.normalized.isEmpty() ? one.value : one.normalized);
}

bool sameSaying(const storage::Observation& a, const storage::Observation& b) {
    return a.entity == b.entity && a.field == b.field && a.normalized == b.normalized && a.source == b.source &&
           a.sourceRef == b.sourceRef && a.message == b.message;
}

bool contradicts(const storage::Observation& fresh, const std::vector<storage::Observation>& known) {
    if (people::isMultiValued(fresh.field)) {
        return false;
    }
    const QString form = formOf(fresh);
    return std::ranges::any_of(known, [&](const storage::Observation& one) {
        if (one.field != fresh.field || one.state == stateWord("rejected") || one.validTo.count() != 0) {
            return false;
        }
        const QString other = formOf(one);
        return !people::agrees(one.field, form, other) && !people::agrees(one.field, other, form);
    });
}

QJsonObject keyOf(const storage::Observation& one) {
    return {{QStringLiteral("id"), one.id}};
}

void confirm(storage::ChangeWriter& change, const storage::Observation& known, const storage::Observation& fresh) {
    QJsonObject values;
    if (fresh.observedAt >= known.observedAt + kSaidAnew) {
        values.insert(QStringLiteral("observed_at"), qint64(fresh.observedAt.count()));
    }
    if (known.validTo.count() != 0 && fresh.validTo.count() == 0) {
        values.insert(QStringLiteral("valid_to"), 0);
    }
    if (!values.isEmpty()) {
        change.updateRow("observations", keyOf(known), values);
    }
}

int closeUnsaid(storage::ChangeWriter& change, const std::vector<storage::Observation>& known,
                const std::vector<storage::Observation>& said, std::chrono::milliseconds now) {
    int closed = 0;
    for (const storage::Observation& one : known) {
        const bool ofThisRecord = !said.empty() && one.source == said.front().source &&
                                  one.sourceRef == said.front().sourceRef && one.entity == said.front().entity;
        const bool again = std::ranges::any_of(said, [&](const auto& fresh) { return sameSaying(one, fresh); });
        if (ofThisRecord && !again && one.validTo.count() == 0) {
            change.updateRow("observations", keyOf(one), {{QStringLiteral("valid_to"), qint64(now.count())}});
            ++closed;
        }
    }
    return closed;
}

}  // namespace

Result<Ensured> ContactBook::ensure(storage::ChangeWriter& change, const QString& name,
                                    std::span<const storage::Identity> identities) {
    const auto holders = m_store.findAll(identities);
    if (!holders) {
        return holders.error();
    }
    Ensured ensured;
    for (const ContactId holder : *holders) {
        if (holder && !ensured.id) {
            ensured.id = holder;
        } else if (holder && holder != ensured.id && !std::ranges::count(ensured.others, holder)) {
            ensured.others.push_back(holder);
        }
    }
    if (!ensured.id) {
        const auto added = m_store.add(change, name);
        if (!added) {
            return added.error();
        }
        ensured.id = *added;
        ensured.created = true;
    }
    for (size_t i = 0; i < identities.size(); ++i) {
        if ((*holders)[i]) {
            continue;
        }
        const bool twice = std::find(identities.begin(), identities.begin() + qsizetype(i), identities[i]) !=
                           identities.begin() + qsizetype(i);
        const auto named = twice ? Result<void>() : m_store.addIdentity(change, ensured.id, identities[i]);
        if (!named) {
            return named.error();
        }
    }
    return ensured;
}

Result<ObserveCounts> ContactBook::observe(storage::ChangeWriter& change, ContactId contact,
                                           std::vector<storage::Observation> observations, Completeness completeness) {
    if (const auto settled = settle(contact); !settled) {
        return settled.error();
    }
    const auto identities = m_store.identitiesOf(std::span(&contact, 1));
    auto known = identities ? observationsOf(std::span(&contact, 1), *identities)
                            : Result<std::vector<storage::Observation>>(identities.error());
    if (!known) {
        return known.error();
    }
    const auto now = m_cellar.database->now();
    ObserveCounts counts;
    for (storage::Observation& fresh : observations) {
        completeObservation(fresh, contact, now);
        const auto before = std::ranges::find_if(*known, [&](const auto& one) { return sameSaying(one, fresh); });
        if (before != known->end()) {
            confirm(change, *before, fresh);
            ++counts.confirmed;
            continue;
        }
        counts.conflicts += contradicts(fresh, *known) ? 1 : 0;
        const auto added = m_cellar.observations.add(change, fresh);
        if (!added) {
            return added.error();
        }
        fresh.id = *added;
        known->push_back(fresh);
        ++counts.added;
    }
    if (completeness == Completeness::WholeRecord) {
        counts.closed = closeUnsaid(change, *known, observations, now);
    }
    return change.error() ? Result<ObserveCounts>(*change.error()) : Result<ObserveCounts>(counts);
}

Result<std::vector<ContactBook::Taken>> ContactBook::takeBulk(ImportId import, std::span<ContactDraft> drafts) {
    storage::Transaction transaction(*m_cellar.database);
    auto taken = placeBulk(import, drafts);
    if (!taken) {
        return taken;
    }
    for (size_t i = 0; i < drafts.size(); ++i) {
        ContactDraft& draft = drafts[i];
        Taken& one = (*taken)[i];
        const bool waits = one.created && !draft.said.empty();
        const auto added = waits ? keepRow(import, draft, one.id) : takeOne(import, draft, one);
        if (!added) {
            return added.error();
        }
        one.counts.added = *added;
        one.counts.confirmed = int(waits ? 0 : draft.observations.size()) - (waits ? 0 : *added);
    }
    const auto done = transaction.commit();
    return done ? taken : Result<std::vector<Taken>>(done.error());
}

Result<int> ContactBook::takeOne(ImportId import, ContactDraft& draft, Taken& one) {
    if (!draft.said.empty()) {
        auto said = observationsOfRow({one.id, import, draft.line, m_cellar.database->now(), std::move(draft.said)});
        for (storage::Observation& fresh : said) {
            fresh.id = 0;
            draft.observations.push_back(std::move(fresh));
        }
    }
    for (storage::Observation& fresh : draft.observations) {
        completeObservation(fresh, one.id, m_cellar.database->now());
        fresh.import = import;
    }
    if (!one.created) {
        const auto identities = m_store.identitiesOf(std::span(&one.id, 1));
        const auto known = identities ? observationsOf(std::span(&one.id, 1), *identities)
                                      : Result<std::vector<storage::Observation>>(identities.error());
        if (!known) {
            return known.error();
        }
        one.counts.conflicts = int(std::ranges::count_if(draft.observations, [&](const auto& fresh) {
            return std::ranges::none_of(*known, [&](const auto& k) { return sameSaying(k, fresh); }) &&
                   contradicts(fresh, *known);
        }));
    }
    const auto added = m_cellar.observations.addFound(draft.observations);
    return added ? Result<int>(int(*added)) : Result<int>(added.error());
}

Result<std::vector<ContactBook::Taken>> ContactBook::placeBulk(ImportId import, std::span<ContactDraft> drafts) {
    auto known = heldIdentities(drafts);
    if (!known) {
        return known.error();
    }
    QHash<storage::Identity, ContactId>& held = *known;
    std::vector<Taken> taken;
    std::vector<storage::NewContact> fresh;
    std::vector<storage::NewContact> further;  ///< identities of contacts that are there already
    for (const ContactDraft& draft : drafts) {
        Taken one;
        one.id = draft.contact;
        storage::NewContact contact{{}, draft.name, {}, import, false};
        for (const storage::Identity& identity : draft.identities) {
            const ContactId holder = held.value(identity);
            one.id = one.id ? one.id : holder;
            if (!holder && !std::ranges::count(contact.identities, identity)) {
                contact.identities.push_back(identity);
            }
        }
        one.created = !one.id;
        one.id = one.created ? ContactId{m_cellar.database->ids().block(1 + int(draft.said.size()))} : one.id;
        contact.id = one.id;
        contact.waits = one.created && !draft.said.empty();
        for (const storage::Identity& identity : contact.identities) {
            held.insert(identity, one.id);
        }
        if (one.created || !contact.identities.empty()) {
            (one.created ? fresh : further).push_back(std::move(contact));
        }
        taken.push_back(one);
    }
    const auto added = m_store.addBulk(fresh);
    const auto named = added ? m_store.nameBulk(further) : added;
    return named ? Result<std::vector<Taken>>(std::move(taken)) : Result<std::vector<Taken>>(named.error());
}

Result<std::vector<storage::Observation>> ContactBook::fellows(const storage::Observation& one) {
    ContactId contact;
    if (one.entity.startsWith(QStringLiteral("contact:"))) {
        contact = ContactId{one.entity.mid(8).toLongLong()};
    } else {
        const auto holder = m_store.find({QStringLiteral("email"), one.entity.mid(8)});
        if (!holder) {
            return holder.error();
        }
        contact = holder->value_or(ContactId{});
    }
    if (!contact) {
        return m_cellar.observations.of(one.entity);
    }
    auto whole = card(contact);
    return whole ? Result<std::vector<storage::Observation>>(std::move(whole->observations))
                 : Result<std::vector<storage::Observation>>(whole.error());
}

/// How sure the card is of this value before the user speaks; 0 where they spoke already.
Result<double> ContactBook::stated(const storage::Observation& one, const std::vector<storage::Observation>& all) {
    std::vector<people::Claim> claims;
    for (const storage::Observation& other : all) {
        if (other.field == one.field) {
            claims.push_back(claimOf(other));
        }
    }
    const auto known = trust();
    if (!known) {
        return known.error();
    }
    for (const people::FieldFacts& facts : people::resolveFacts(claims, **known, m_cellar.database->now())) {
        for (const people::Choice& choice : facts.choices) {
            if (choice.form == formOf(one)) {
                return choice.byUser || choice.rejected ? 0 : choice.confidence;
            }
        }
    }
    return 0;
}

Result<void> ContactBook::decide(storage::ChangeWriter& change, qint64 observation, Verdict verdict) {
    const auto found = this->observation(observation);
    if (!found || !*found) {
        return found ? Error{ErrorKind::NotFound, QStringLiteral("there is no observation %1").arg(observation), {}}
                     : found.error();
    }
    const auto waiting = fellows(**found);
    if (!waiting) {
        return waiting.error();
    }
    for (const storage::Observation& one : *waiting) {  // only observations can be decided on
        const auto settled = one.entity.startsWith(QStringLiteral("contact:"))
                                 ? settle(ContactId{one.entity.mid(8).toLongLong()})
                                 : Result<void>();
        if (!settled) {
            return settled;
        }
    }
    const auto all = fellows(**found);
    if (!all) {
        return all.error();
    }
    const auto sure = stated(**found, *all);
    if (!sure) {
        return sure.error();
    }
    const QString form = formOf(**found);
    const qint64 now = m_cellar.database->now().count();
    const bool settles = verdict == Verdict::Use || verdict == Verdict::Lock;
    for (const storage::Observation& one : *all) {
        if (one.field != (*found)->field) {
            continue;
        }
        QJsonObject values;
        if (formOf(one) == form) {
            const bool wrong = verdict == Verdict::Wrong;
            const bool open = verdict == Verdict::NotWrong;
            values = {{QStringLiteral("state"), wrong  ? stateWord("rejected")
                                                : open ? stateWord("believed")
                                                       : stateWord("chosen")},
                      {QStringLiteral("locked"), verdict == Verdict::Lock ? 1 : 0},
                      {QStringLiteral("decided_at"), open ? 0 : now}};
            if (*sure > 0 && !open) {
                values.insert(QStringLiteral("stated"), *sure);
            }
        } else if (settles && one.locked && !people::isMultiValued(one.field)) {
            values = {{QStringLiteral("locked"), 0}};
        }
        if (!values.isEmpty()) {
            change.updateRow("observations", keyOf(one), values);
        }
    }
    m_trust.reset();
    if (const auto marked = m_list.markDisputed((*found)->field); !marked) {
        return marked;
    }
    return change.error() ? Result<void>(*change.error()) : Result<void>();
}

Result<void> ContactBook::type(storage::ChangeWriter& change, ContactId contact, const QString& field,
                               const QString& value) {
    storage::Observation typed;
    typed.field = field;
    typed.value = value.trimmed();
    typed.source = QStringLiteral("user");
    typed.sourceRef = QString::number(m_cellar.database->now().count());
    typed.method = QStringLiteral("typed");
    typed.confidence = 1;
    typed.decidedAt = m_cellar.database->now();
    typed.state = stateWord("chosen");
    if (typed.value.isEmpty()) {
        return Error{ErrorKind::Malformed, QStringLiteral("an empty value cannot be kept"), {}};
    }
    const auto counts = observe(change, contact, {typed});
    m_trust.reset();
    return counts ? Result<void>() : Result<void>(counts.error());
}

Result<void> ContactBook::setOpen(storage::ChangeWriter& change, qint64 observation, bool open) {
    const auto row = m_rows.ofObservation(observation);
    const auto settled = !row ? Result<void>(row.error()) : *row ? settle((*row)->contact) : Result<void>();
    if (!settled) {
        return settled;
    }
    change.updateRow("observations", {{QStringLiteral("id"), observation}},
                     {{QStringLiteral("valid_to"), open ? qint64(0) : qint64(m_cellar.database->now().count())}});
    return change.error() ? Result<void>(*change.error()) : Result<void>();
}

}  // namespace kith::service
