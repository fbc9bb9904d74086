// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/opportunity_finder.h"

#include "core/service/opportunity_book.h"
#include "core/service/prepared_letter.h"
#include "core/triage/opportunity.h"
#include "core/triage/sentence_model.h"
#include "core/triage/signals.h"

#include <QDateTime>

#include <algorithm>

namespace kith::service {

namespace {

constexpr std::chrono::hours kTakenUpWithin{24 * 90};
constexpr int kDaysAfterDue = 14;

Opportunity opportunityOf(const Message& message, const triage::FoundOpportunity& found) {
    Opportunity one;
    one.kind = QString(triage::headWord(found.kind));
    one.address = addressKey(message.from.address);
    one.name = message.from.name.isEmpty() ? message.from.address : message.from.name;
    one.message = message.id;
    one.thread = message.thread;
    for (const triage::Quote& quote : found.evidence) {
        one.evidence.push_back({quote.text, quote.start, quote.end});
    }
    if (found.amount) {
        one.amount = found.amount->value;
        one.currency = found.amount->currency;
    }
    one.due = found.due.value_or(QDate());
    one.saidAt = message.date;
    return one;
}

triage::Signals signsIn(const QByteArray& bytes) {
    auto signs = triage::signalsFromBytes(bytes);
    return signs ? std::move(*signs) : triage::Signals{};
}

}  // namespace

/// Decides whether this letter is worth reading, by what is stored of it.
Result<std::vector<Opportunity>> OpportunityFinder::foundIn(const Message& message, const QByteArray& signBytes) {
    const triage::Signals signs = signsIn(signBytes);
    const triage::TriageInput input = triageInput(message, signs, m_owners);
    std::vector<Opportunity> none;
    if (message.fromOwner || m_owners.owns(message.from.address) || signs.aimedAtAssistant ||
        signs.content.opportunity() < triage::kOpportunityWorthReading || !triage::mayHoldOpportunities(input)) {
        return none;
    }
    const QString weights = triage::SentenceModel::shipped().version();
    const auto known = m_cellar.opportunities.wasRead(message.id, weights);
    if (!known || *known) {
        return known ? Result<std::vector<Opportunity>>(none) : Result<std::vector<Opportunity>>(known.error());
    }
    const auto parts = m_cellar.messages.letterParts(message.id);
    if (!parts || !*parts) {
        return parts ? Result<std::vector<Opportunity>>(none) : Result<std::vector<Opportunity>>(parts.error());
    }
    ++m_report.read;
    m_read.push_back(message.id);
    std::vector<Opportunity> found;
    for (const triage::FoundOpportunity& one : triage::findOpportunities((*parts)->text, (*parts)->zones, input)) {
        Opportunity fresh = opportunityOf(message, one);
        const auto past = m_cellar.opportunities.settled(fresh.address, fresh.kind);
        if (!past) {
            return past.error();
        }
        fresh.confidence = triage::taughtConfidence(one.confidence, {past->accepted, past->dismissed});
        if (fresh.confidence >= triage::kOpportunityShown) {
            found.push_back(std::move(fresh));
        }
    }
    return found;
}

/// A conversation about a price is one opportunity, however many letters it takes.
Result<bool> OpportunityFinder::isKnown(const Opportunity& fresh) {
    for (const Opportunity& other : m_fresh) {
        if (other.thread == fresh.thread && other.kind == fresh.kind) {
            return true;
        }
    }
    const auto there = m_cellar.opportunities.inThread(fresh.thread, fresh.kind);
    return there ? Result<bool>(there->has_value()) : Result<bool>(there.error());
}

Result<void> OpportunityFinder::consider(const Message& message, const QByteArray& signs) {
    auto found = foundIn(message, signs);
    if (!found) {
        return found.error();
    }
    for (Opportunity& fresh : *found) {
        const auto known = isKnown(fresh);
        if (!known) {
            return known.error();
        }
        if (!*known) {
            m_fresh.push_back(std::move(fresh));
        }
    }
    return m_fresh.size() >= kKeptAtOnce || m_read.size() >= kReadAtOnce ? keep() : Result<void>();
}

Result<void> OpportunityFinder::noteReads() {
    const QString weights = triage::SentenceModel::shipped().version();
    for (const MessageId message : m_read) {
        if (const auto noted = m_cellar.opportunities.noteRead(message, weights); !noted) {
            return noted;
        }
    }
    m_read.clear();
    return {};
}

Result<void> OpportunityFinder::keep() {
    if (m_fresh.empty()) {
        storage::Transaction transaction(*m_cellar.database);
        const auto noted = noteReads();
        return noted ? transaction.commit() : noted;
    }
    storage::ChangeWriter change(*m_cellar.database, {QStringLiteral("opportunities.found"),
                                                      QStringLiteral("local"),
                                                      {},
                                                      {},
                                                      QStringLiteral("Find %1 opportunities").arg(m_fresh.size()),
                                                      {},
                                                      true});
    for (Opportunity& fresh : m_fresh) {
        fresh.changedAt = m_clock.now();
        fresh.settledBy = QStringLiteral("local");
        const auto contact = contactBehind(m_cellar, fresh.address);
        if (!contact) {
            return contact.error();
        }
        fresh.contact = *contact;
        m_cellar.opportunities.add(change, fresh);
    }
    if (const auto noted = noteReads(); !noted) {
        return noted;
    }
    m_report.found += static_cast<qint64>(m_fresh.size());
    m_fresh.clear();
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> OpportunityFinder::expire() {
    const auto newest = m_cellar.opportunities.newestMail();
    if (!newest) {
        return newest.error();
    }
    // By the mailbox's own time: an archive of last year is not one long list of missed chances.
    const auto ref = std::min(*newest, m_clock.now());
    const QDate day = QDateTime::fromMSecsSinceEpoch(ref.count(), Qt::UTC).date();
    const auto stale = m_cellar.opportunities.stale(ref - kTakenUpWithin, day.addDays(-kDaysAfterDue));
    if (!stale || stale->empty()) {
        return stale ? Result<void>() : Result<void>(stale.error());
    }
    storage::ChangeWriter change(*m_cellar.database, {QStringLiteral("opportunities.expired"),
                                                      QStringLiteral("local"),
                                                      {},
                                                      {},
                                                      QStringLiteral("Let %1 opportunities expire").arg(stale->size()),
                                                      {},
                                                      true});
    for (Opportunity one : *stale) {
        one.status = OpportunityStatus::Expired;
        one.changedAt = m_clock.now();
        m_cellar.opportunities.save(change, one);
    }
    m_report.expired += static_cast<qint64>(stale->size());
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> OpportunityFinder::begin() {
    const auto addresses = m_cellar.owners.addresses();
    if (!addresses) {
        return addresses.error();
    }
    m_owners = OwnerBook(*addresses);
    m_report = {};
    m_fresh.clear();
    m_read.clear();
    return {};
}

Result<OpportunityReport> OpportunityFinder::end() {
    const auto kept = keep();
    const auto expired = kept ? expire() : kept;
    return expired ? Result<OpportunityReport>(m_report) : Result<OpportunityReport>(expired.error());
}

Result<OpportunityReport> OpportunityFinder::findAll(std::stop_token stop) {
    if (const auto begun = begin(); !begun) {
        return begun.error();
    }
    Result<void> considered;
    const auto walked = m_cellar.signs.walk([&](const storage::SignedMessage& letter) {
        considered = consider(letter.message, letter.signs);
        return considered && !stop.stop_requested();
    });
    if (!walked || !considered) {
        return !walked ? walked.error() : considered.error();
    }
    return end();
}

Result<OpportunityReport> OpportunityFinder::findIn(const std::vector<MessageId>& messages) {
    if (const auto begun = begin(); !begun) {
        return begun.error();
    }
    const auto letters = m_cellar.messages.messages(messages);
    if (!letters) {
        return letters.error();
    }
    for (const Message& letter : *letters) {
        const auto signs = m_cellar.signs.of(letter.id);
        const auto considered = signs ? consider(letter, signs->value_or(QByteArray())) : Result<void>(signs.error());
        if (!considered) {
            return considered.error();
        }
    }
    return end();
}

}  // namespace kith::service
