// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/relation_reader.h"

#include "core/service/contact_book.h"
#include "core/service/owner_book.h"
#include "core/storage/relation_store.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace kith::service {

namespace {

constexpr int kMostPeople = 200;  ///< of a company, looked at
constexpr size_t kMostOfOurs = 12;
constexpr double kHalfLifeDays = 365;

/// Whose exchanges are asked for: addresses of one contact, of a company, or the owner's closest.
Result<QStringList> addressesAsked(Cellar& cellar, const RelationAsk& ask) {
    storage::ContactStore store(*cellar.database);
    std::vector<ContactId> people;
    if (ask.contact) {
        people = {ask.contact};
    } else if (!ask.company.isEmpty()) {
        storage::ContactQuery query;
        query.company = ask.company;
        query.limit = kMostPeople;
        const auto rows = ContactBook(cellar).list(query);
        if (!rows) {
            return rows.error();
        }
        for (const storage::ContactSummary& row : *rows) {
            people.push_back(row.id);
        }
    } else {
        return storage::RelationStore(*cellar.database).closest(4 * ask.most);
    }
    QStringList addresses;
    for (const ContactId person : people) {
        const auto together = store.together(person);
        const auto held =
            together ? store.identitiesOf(*together) : Result<std::vector<storage::HeldIdentity>>(together.error());
        if (!held) {
            return held.error();
        }
        for (const storage::HeldIdentity& one : *held) {
            if (one.identity.kind == QStringLiteral("email")) {
                addresses << one.identity.value;
            }
        }
    }
    return addresses;
}

/// Gathers both directions, and the sides by name.
class RelationGatherer {
public:
    RelationGatherer(Cellar& cellar, QStringList domains, OwnerBook owners)
        : m_cellar(cellar)
        , m_store(*cellar.database)
        , m_domains(std::move(domains))
        , m_owners(std::move(owners)) {}

    Result<void> add(const QString& theirs) {
        if (m_owners.owns(theirs) || m_domains.contains(theirs.section(QLatin1Char('@'), -1))) {
            return {};
        }
        const auto counts = m_store.countsWith(theirs, m_domains);
        if (!counts) {
            return counts.error();
        }
        for (const storage::MailCount& count : *counts) {
            Exchange& one = m_exchanges[{count.ours, theirs}];
            one.ours = count.ours;
            one.theirs = theirs;
            (count.sent ? one.sent : one.received) += count.messages;
            one.last = std::max(one.last, count.last);
            if (!count.name.isEmpty()) {
                m_names[count.ours] = count.name;
            }
        }
        return {};
    }

    Result<RelationMap> map(int most) {
        RelationMap map;
        const auto now = m_cellar.database->now();
        std::map<QString, double> ours;
        std::map<QString, double> theirs;
        double strongest = 0;
        for (auto& [who, exchange] : m_exchanges) {
            exchange.strength = strengthOf(exchange, now);
            strongest = std::max(strongest, exchange.strength);
            ours[exchange.ours] += exchange.strength;
            theirs[exchange.theirs] += exchange.strength;
        }
        for (const QString& key : ranked(ours, kMostOfOurs, true)) {
            map.ours.push_back({key, m_names[key], {}, m_owners.owns(key)});
        }
        for (const QString& key : ranked(theirs, size_t(most), false)) {
            const auto side = sideOf(key);
            if (!side) {
                return side.error();
            }
            map.theirs.push_back(*side);
        }
        for (auto& [who, exchange] : m_exchanges) {
            const auto shown = [](const std::vector<RelationMap::Side>& sides, const QString& key) {
                return std::ranges::find(sides, key, &RelationMap::Side::address) != sides.end();
            };
            if (exchange.strength > 0 && shown(map.ours, exchange.ours) && shown(map.theirs, exchange.theirs)) {
                exchange.strength /= strongest;
                map.exchanges.push_back(exchange);
            }
        }
        std::ranges::sort(map.exchanges, [](const Exchange& a, const Exchange& b) {
            return std::make_tuple(-a.strength, a.theirs, a.ours) < std::make_tuple(-b.strength, b.theirs, b.ours);
        });
        return map;
    }

private:
    QStringList ranked(const std::map<QString, double>& sums, size_t most, bool ownersFirst) const {
        std::vector<std::pair<QString, double>> all(sums.begin(), sums.end());
        std::ranges::sort(all, [&](const auto& a, const auto& b) {
            const bool first = ownersFirst && m_owners.owns(a.first);
            const bool second = ownersFirst && m_owners.owns(b.first);
            return first != second ? first : std::make_pair(-a.second, a.first) < std::make_pair(-b.second, b.first);
        });
        QStringList keys;
        for (size_t i = 0; i < std::min(most, all.size()); ++i) {
            if (all[i].second > 0) {
                keys << all[i].first;
            }
        }
        return keys;
    }
    Result<RelationMap::Side> sideOf(const QString& key) {
        storage::ContactStore contacts(*m_cellar.database);
        const auto holder = contacts.find({QStringLiteral("email"), key});
        const auto known = m_cellar.correspondents.one(key);
        if (!holder || !known) {
            return holder ? known.error() : holder.error();
        }
        RelationMap::Side side{key, *known ? (*known)->name : QString(), {}, false};
        if (*holder) {
            const auto standing = contacts.standing(**holder);
            const auto row = standing ? storage::ContactList(*m_cellar.database).one(*standing)
                                      : Result<std::optional<storage::ContactSummary>>(standing.error());
            if (!row) {
                return row.error();
            }
            side.contact = *standing;
            side.name = *row && !(*row)->name.isEmpty() ? (*row)->name : side.name;
        }
        return side;
    }

    Cellar& m_cellar;
    storage::RelationStore m_store;
    QStringList m_domains;
    OwnerBook m_owners;
    std::map<std::pair<QString, QString>, Exchange> m_exchanges;  ///< by ours and theirs
    std::map<QString, QString> m_names;
};

}  // namespace

double strengthOf(const Exchange& exchange, std::chrono::milliseconds now) {
    const double both = std::sqrt(double(exchange.sent) * double(exchange.received));
    const double days = std::max(0.0, double((now - exchange.last).count()) / 86'400'000.0);
    const double fresh = 0.5 + 0.5 * std::exp2(-days / kHalfLifeDays);
    return std::log1p(double(exchange.sent + exchange.received) + 4 * both) * fresh;
}

Result<QStringList> houseDomains(Cellar& cellar) {
    const auto own = cellar.owners.addresses();
    if (!own) {
        return own.error();
    }
    QStringList domains;
    for (const QString& address : *own) {
        const QString domain = addressDomain(address);
        if (!domain.isEmpty() && !isFreeMailDomain(domain) && !domains.contains(domain)) {
            domains << domain;
        }
    }
    return domains;
}

Result<RelationMap> readRelations(Cellar& cellar, const RelationAsk& ask) {
    const auto domains = houseDomains(cellar);
    const auto own = cellar.owners.addresses();
    const auto addresses = own ? addressesAsked(cellar, ask) : Result<QStringList>(own.error());
    if (!domains || !addresses) {
        return domains ? addresses.error() : domains.error();
    }
    RelationGatherer gatherer(cellar, *domains, OwnerBook(*own));
    for (const QString& address : *addresses) {
        if (const auto added = gatherer.add(address); !added) {
            return added.error();
        }
    }
    return gatherer.map(ask.most);
}

}  // namespace kith::service
