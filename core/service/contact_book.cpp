// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/contact_book.h"

#include "core/base/text.h"
#include "core/domain/address.h"
#include "core/people/value_forms.h"

#include <algorithm>

namespace kith::service {

namespace {

constexpr int kRefreshedAtOnce = 500;
/// What the lists keep; the card is always made from the observations themselves.
constexpr const char* kListedFields[] = {"name", "email", "phone", "job_title", "company"};
constexpr int kListedOfOneField = 8;

Error noSuchContact(ContactId id) {
    return {ErrorKind::NotFound, QStringLiteral("there is no contact %1").arg(id.value),
            QStringLiteral("kithctl contacts list names them.")};
}

QString nameOf(const ContactCard& card, const QString& madeAs) {
    const QString name = card.value(QStringLiteral("name"));
    return name.isEmpty() ? madeAs : name;
}

QString searchWords(const ContactCard& card, const QString& madeAs) {
    QStringList words{madeAs};
    for (const people::FieldFacts& facts : card.fields) {
        for (const people::Choice& choice : facts.choices) {
            if (!choice.rejected) {
                words << choice.value;
                if (facts.field == QStringLiteral("phone")) {
                    words << choice.form;
                }
            }
        }
    }
    for (const storage::HeldIdentity& held : card.identities) {
        words << held.identity.value;
    }
    words.removeDuplicates();
    return text::folded(words.join(QLatin1Char('\n')));
}

std::vector<storage::ShownValue> listedValues(const ContactCard& card) {
    std::vector<storage::ShownValue> values;
    for (const char* word : kListedFields) {
        const people::FieldFacts* facts = card.field(QString::fromLatin1(word));
        int position = 0;
        for (size_t i = 0; facts != nullptr && i < facts->choices.size() && position < kListedOfOneField; ++i) {
            const people::Choice& choice = facts->choices[i];
            const auto seen = std::ranges::find_if(choice.claims, [](qint64 id) { return id != 0; });
            if (choice.shown && seen != choice.claims.end()) {
                values.push_back({facts->field, position, choice.value, choice.form, choice.confidence,
                                  facts->disputed && position == 0, *seen});
                ++position;
            }
        }
    }
    return values;
}

std::vector<people::Claim> claimsOf(const std::vector<storage::Observation>& observations,
                                    const std::vector<storage::HeldIdentity>& identities) {
    std::vector<people::Claim> claims;
    for (const storage::Observation& one : observations) {
        claims.push_back(claimOf(one));
    }
    for (const storage::HeldIdentity& held : identities) {  // an address they are known by needs nobody to say so
        if (held.identity.kind == QStringLiteral("email")) {
            people::Claim claim;
            claim.field = QStringLiteral("email");
            claim.value = held.identity.value;
            claim.source = QStringLiteral("header");
            claims.push_back(claim);
        }
    }
    return claims;
}

}  // namespace

QString contactEntity(ContactId id) {
    return QStringLiteral("contact:%1").arg(id.value);
}

people::Claim claimOf(const storage::Observation& one) {
    people::Claim claim;
    claim.id = one.id;
    claim.field = one.field;
    // What was understood of it (E.164, an https address) compares better than how it was written.
    claim.value = one.value;
    claim.normalized = one.normalized;
    claim.source = one.source;
    claim.reference = one.message ? QString::number(one.message.value) : one.sourceRef;
    claim.kind = one.kind;
    claim.confidence = one.confidence;
    claim.observedAt = one.observedAt;
    claim.closed = one.validTo.count() != 0;
    claim.locked = one.locked;
    claim.chosen = one.state == QStringLiteral("chosen");
    claim.rejected = one.state == QStringLiteral("rejected");
    claim.decidedAt = one.decidedAt;
    return claim;
}

const people::FieldFacts* ContactCard::field(const QString& wanted) const {
    const auto it = std::ranges::find(fields, wanted, &people::FieldFacts::field);
    return it == fields.end() ? nullptr : &*it;
}

QString ContactCard::value(const QString& wanted) const {
    const people::FieldFacts* facts = field(wanted);
    return facts != nullptr && !facts->choices.empty() && facts->choices.front().shown ? facts->choices.front().value
                                                                                       : QString();
}

Result<ContactId> ContactBook::find(const storage::Identity& identity) {
    const auto found = m_store.find(identity);
    return found ? Result<ContactId>(found->value_or(ContactId{})) : Result<ContactId>(found.error());
}

Result<std::vector<storage::Observation>>
ContactBook::observationsOf(std::span<const ContactId> contacts, const std::vector<storage::HeldIdentity>& identities) {
    QStringList entities;
    for (const ContactId contact : contacts) {
        entities << contactEntity(contact);
    }
    for (const storage::HeldIdentity& held : identities) {
        if (held.identity.kind == QStringLiteral("email")) {
            entities << QStringLiteral("address:") + held.identity.value;
        }
    }
    std::vector<storage::Observation> all;
    for (const QString& entity : entities) {
        auto some = m_cellar.observations.of(entity);
        if (!some) {
            return some;
        }
        std::ranges::move(*some, std::back_inserter(all));
    }
    for (const ContactId contact : contacts) {
        const auto row = m_rows.of(contact);
        if (!row) {
            return row.error();
        }
        if (*row) {
            std::ranges::move(observationsOfRow(**row), std::back_inserter(all));
        }
    }
    return all;
}

Result<std::vector<storage::Observation>> ContactBook::observations(ContactId id) {
    return observationsOf(std::span(&id, 1), {});
}

Result<std::optional<storage::Observation>> ContactBook::observation(qint64 id) {
    auto stored = m_cellar.observations.one(id);
    if (!stored || *stored) {
        return stored;
    }
    const auto row = m_rows.ofObservation(id);
    if (!row || !*row) {
        return row ? stored : Result<std::optional<storage::Observation>>(row.error());
    }
    auto waiting = observationsOfRow(**row);
    const auto found = std::ranges::find(waiting, id, &storage::Observation::id);
    return found == waiting.end() ? stored : std::optional(std::move(*found));
}

Result<const people::SourceTrust*> ContactBook::trust() {
    if (!m_trust) {
        const auto verdicts = m_cellar.observations.verdicts();
        const auto outcomes = m_cellar.observations.outcomes();
        if (!verdicts || !outcomes) {
            return verdicts ? outcomes.error() : verdicts.error();
        }
        people::SourceTrust trust;
        for (const auto& one : *verdicts) {
            trust.answers.insert({one.source, one.field}, {double(one.accepted), double(one.rejected)});
        }
        std::tie(trust.slope, trust.shift) = people::calibrationOf(*outcomes);
        m_trust = std::move(trust);
    }
    return &*m_trust;
}

Result<ContactCard> ContactBook::card(ContactId id) {
    const auto row = m_store.row(id);
    if (!row || !*row) {
        return row ? noSuchContact(id) : row.error();
    }
    const auto together = m_store.together(id);
    if (!together) {
        return together.error();
    }
    ContactCard card;
    card.id = together->front();
    const auto standing = card.id == id ? row : m_store.row(card.id);
    auto identities = m_store.identitiesOf(*together);
    auto observations = identities ? observationsOf(*together, *identities)
                                   : Result<std::vector<storage::Observation>>(identities.error());
    const auto known = trust();
    if (!standing || !observations || !known) {
        return !standing ? standing.error() : !observations ? observations.error() : known.error();
    }
    for (const ContactId one : *together) {
        auto merges = m_store.merges(one);
        if (!merges) {
            return merges.error();
        }
        std::ranges::move(*merges, std::back_inserter(card.merges));
    }
    card.identities = std::move(*identities);
    card.observations = std::move(*observations);
    card.fields = people::resolveFacts(claimsOf(card.observations, card.identities), **known, m_cellar.database->now());
    card.name = nameOf(card, (*standing)->name);
    return card;
}

Result<ContactCard> ContactBook::cardOfAddress(const QString& address) {
    const QString key = addressKey(address);
    const auto holder = m_store.find({QStringLiteral("email"), key});
    if (!holder || *holder) {
        return holder ? card(**holder) : Result<ContactCard>(holder.error());
    }
    ContactCard nobody;
    const auto known = trust();
    auto observations = m_cellar.observations.of(QStringLiteral("address:") + key);
    if (!known || !observations) {
        return known ? observations.error() : known.error();
    }
    nobody.identities = {{{QStringLiteral("email"), key}, {}, 0}};
    nobody.observations = std::move(*observations);
    nobody.fields =
        people::resolveFacts(claimsOf(nobody.observations, nobody.identities), **known, m_cellar.database->now());
    nobody.name = nameOf(nobody, {});
    return nobody;
}

Result<std::vector<storage::ContactSummary>> ContactBook::list(const storage::ContactQuery& query) {
    if (!m_cellar.database->isReadOnly()) {
        if (const auto fresh = refresh(); !fresh) {
            return fresh.error();
        }
    }
    return m_list.list(query);
}

Result<std::optional<storage::ShownContact>> ContactBook::shown(ContactId id) {
    const auto row = m_store.row(id);
    if (!row) {
        return row.error();
    }
    if (!*row || (*row)->mergedInto) {
        return std::optional<storage::ShownContact>();
    }
    const auto whole = card(id);
    if (!whole) {
        return whole.error();
    }
    storage::ShownContact shown;
    shown.id = id;
    shown.values = listedValues(*whole);
    const QString email = whole->value(QStringLiteral("email"));
    const QString label = whole->name.isEmpty() ? email : whole->name;
    shown.sortKey =
        text::folded(label.isEmpty() && !whole->identities.empty() ? whole->identities.front().identity.value : label);
    shown.search = searchWords(*whole, (*row)->name);
    for (const storage::HeldIdentity& held : whole->identities) {
        const auto known = m_cellar.correspondents.one(held.identity.value);
        if (!known) {
            return known.error();
        }
        if (*known) {
            shown.lastSeen = std::max({shown.lastSeen, (*known)->lastSeen, (*known)->lastSentTo});
        }
    }
    return std::optional(std::move(shown));
}

Result<qint64> ContactBook::refresh(std::stop_token stop) {
    qint64 made = 0;
    while (!stop.stop_requested()) {
        const auto stale = m_list.stale(kRefreshedAtOnce);
        if (!stale || stale->empty()) {
            return stale ? Result<qint64>(made) : Result<qint64>(stale.error());
        }
        std::vector<storage::ShownContact> fresh;
        std::vector<ContactId> gone;
        for (const ContactId id : *stale) {
            if (const auto settled = settle(id); !settled) {
                return settled.error();
            }
            const auto root = m_store.standing(id);
            auto one = shown(id);
            if (!one || !root) {
                return one ? root.error() : one.error();
            }
            if (*root != id) {  // what changed on an absorbed one shows on the one that stands
                auto standing = shown(*root);
                if (!standing) {
                    return standing.error();
                }
                if (*standing) {
                    fresh.push_back(std::move(**standing));
                }
            }
            *one ? fresh.push_back(std::move(**one)) : gone.push_back(id);
        }
        const auto saved = m_list.save(fresh);
        const auto dropped = saved ? m_list.drop(gone) : saved;
        if (!dropped) {
            return dropped.error();
        }
        made += qint64(stale->size());
    }
    return made;
}

}  // namespace kith::service
