// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/company_reader.h"

#include "core/people/value_forms.h"
#include "core/service/owner_book.h"
#include "core/service/person_reader.h"
#include "core/storage/opportunity_store.h"
#include "core/storage/relation_store.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <map>

namespace kith::service {

namespace {

constexpr int kListedPeople = 100;
constexpr int kMonths = 12;

class CompanyGatherer {
public:
    CompanyGatherer(Cellar& cellar, CompanyView& view)
        : m_cellar(cellar)
        , m_book(cellar)
        , m_view(view) {}

    Result<void> add(ContactId id) {
        const auto card = m_book.card(id);
        if (!card) {
            return card.error();
        }
        for (const storage::HeldIdentity& held : card->identities) {
            if (held.identity.kind == QStringLiteral("email")) {
                m_addresses.insert(held.identity.value);
                const QString domain = addressDomain(held.identity.value);
                m_domains[domain] += domain.isEmpty() || isFreeMailDomain(domain) ? 0 : 1;
            }
        }
        for (const storage::Observation& one : card->observations) {
            const bool itself = one.field == QStringLiteral("company") &&
                                people::agrees(one.field, people::comparedForm(one.field, one.value), m_view.key);
            if (itself || one.field == QStringLiteral("address") || one.field == QStringLiteral("url")) {
                m_said.push_back(one);
            }
        }
        return {};
    }

    /// Pages that belong to it, not to the person: of one of its domains.
    void settleFields() {
        for (const auto& [domain, people] : ranked()) {
            m_view.domains << domain;
        }
        std::vector<people::Claim> claims;
        for (const storage::Observation& one : m_said) {
            if (one.field != QStringLiteral("url") || std::ranges::any_of(m_view.domains, [&](const QString& domain) {
                    return one.normalized.contains(domain, Qt::CaseInsensitive);
                })) {
                claims.push_back(claimOf(one));
            }
        }
        for (const people::FieldFacts& facts : people::resolveFacts(claims, {}, m_cellar.database->now())) {
            m_view.fields.push_back(personField(m_cellar, facts, m_said));
        }
        std::ranges::sort(m_view.fields, std::ranges::greater{}, [](const PersonField& field) {
            return field.field == QStringLiteral("company") ? 2 : field.field == QStringLiteral("address") ? 1 : 0;
        });
    }

    Result<void> addOpportunities() {
        storage::OpportunityStore store(*m_cellar.database);
        for (const QString& address : m_addresses) {
            storage::OpportunityQuery query;
            query.address = address;
            auto some = store.list(query);
            if (!some) {
                return some.error();
            }
            std::ranges::copy_if(*some, std::back_inserter(m_view.opportunities), [](const Opportunity& one) {
                return one.open() || one.status == OpportunityStatus::Completed;
            });
        }
        std::ranges::sort(m_view.opportunities, std::ranges::greater{},
                          [](const Opportunity& one) { return std::pair(one.saidAt, one.id.value); });
        return {};
    }

    Result<void> addVolume() {
        const QDate today = QDateTime::fromMSecsSinceEpoch(m_cellar.database->now().count(), Qt::UTC).date();
        const QDate first = QDate(today.year(), today.month(), 1).addMonths(1 - kMonths);
        m_view.lastMonth = QDate(today.year(), today.month(), 1);
        m_view.months.assign(kMonths, 0);
        storage::RelationStore relations(*m_cellar.database);
        const std::chrono::milliseconds since(QDateTime(first, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
        for (const QString& address : m_addresses) {
            const auto known = m_cellar.correspondents.one(address);
            const auto times = relations.times(address, since);
            if (!known || !times) {
                return known ? times.error() : known.error();
            }
            m_view.received += *known ? (*known)->received : 0;
            m_view.sent += *known ? (*known)->sentTo : 0;
            for (const std::chrono::milliseconds at : *times) {
                const QDate day = QDateTime::fromMSecsSinceEpoch(at.count(), Qt::UTC).date();
                const int month = (day.year() - first.year()) * 12 + day.month() - first.month();
                if (month >= 0 && month < kMonths) {
                    ++m_view.months[size_t(month)];
                }
            }
        }
        return {};
    }

private:
    std::vector<std::pair<QString, int>> ranked() const {
        std::vector<std::pair<QString, int>> all;
        std::ranges::copy_if(m_domains, std::back_inserter(all), [](const auto& one) { return one.second > 0; });
        std::ranges::sort(all, [](const auto& a, const auto& b) {
            return std::pair(-a.second, a.first) < std::pair(-b.second, b.first);
        });
        return all;
    }

    Cellar& m_cellar;
    ContactBook m_book;
    CompanyView& m_view;
    QSet<QString> m_addresses;
    std::map<QString, int> m_domains;
    std::vector<storage::Observation> m_said;
};

}  // namespace

Result<CompanyView> readCompany(Cellar& cellar, const QString& key) {
    CompanyView view;
    view.key = people::comparedForm(QStringLiteral("company"), key);
    storage::ContactQuery query;
    query.company = view.key;
    query.limit = kListedPeople;
    const auto rows = ContactBook(cellar).list(query);
    const auto total = rows ? storage::ContactList(*cellar.database).count(query) : Result<qint64>(rows.error());
    if (!total) {
        return total.error();
    }
    if (rows->empty()) {
        return Error{ErrorKind::NotFound, QStringLiteral("nobody names the company %1").arg(key), {}};
    }
    view.total = *total;
    CompanyGatherer gatherer(cellar, view);
    for (const storage::ContactSummary& row : *rows) {
        view.people.push_back(personLine(row));
        if (const auto added = gatherer.add(row.id); !added) {
            return added.error();
        }
    }
    gatherer.settleFields();
    const bool named = !view.fields.empty() && view.fields.front().field == QStringLiteral("company");
    view.name = named ? view.fields.front().values.front().value : view.people.front().company;
    const auto opportunities = gatherer.addOpportunities();
    const auto volume = opportunities ? gatherer.addVolume() : opportunities;
    return volume ? Result<CompanyView>(std::move(view)) : Result<CompanyView>(volume.error());
}

Result<std::vector<CompanyLine>> readCompanies(Cellar& cellar, int limit) {
    const auto rows = storage::ContactList(*cellar.database).companies(limit);
    if (!rows) {
        return rows.error();
    }
    std::vector<CompanyLine> lines;
    for (const storage::CompanySummary& row : *rows) {
        lines.push_back({row.normalized, row.name, row.people});
    }
    return lines;
}

}  // namespace kith::service
