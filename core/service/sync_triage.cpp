// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/sync_triage.h"

#include "core/service/contact_book.h"
#include "core/service/contact_growth.h"
#include "core/service/opportunity_finder.h"
#include "core/service/rule_hands.h"
#include "core/service/rule_work.h"
#include "core/service/triage_service.h"
#include "core/storage/growth_store.h"

namespace kith::service {

namespace {

class MailboxTriage {
public:
    MailboxTriage(Cellar& cellar, Clock& clock)
        : m_cellar(cellar)
        , m_clock(clock)
        , m_service(cellar, clock)
        , m_finder(cellar, clock) {}

    Result<void> arrived(const std::vector<MessageId>& messages) {
        if (const auto prepared = prepare(); !prepared) {
            return prepared;
        }
        if (const auto scored = m_service.scoreNow(messages); !scored) {
            return scored.error();
        }
        const auto found = m_finder.findIn(messages);
        return found ? Result<void>() : Result<void>(found.error());
    }

    /// The user's rules over what came, and what of them is due.
    Result<bool> ruled(std::stop_token stop) {
        const auto learned = [this]() -> Result<TriageService*> {
            const auto prepared = prepare();
            return prepared ? Result<TriageService*>(&m_service) : Result<TriageService*>(prepared.error());
        };
        const auto worked = runRules(m_cellar, m_clock, learned, stop, ruleHands(m_cellar, m_clock));
        return worked ? Result<bool>(*worked > 0) : Result<bool>(worked.error());
    }

    Result<void> filled(std::stop_token stop) {
        if (const auto counted = m_cellar.correspondents.rebuild(); !counted) {
            return counted.error();
        }
        if (const auto learned = m_service.learn(stop); !learned) {
            return learned;
        }
        m_ready = true;
        const auto scored = m_service.score(TriageService::Which::Changed, stop);
        const auto due =
            scored ? storage::GrowthStore(*m_cellar.database).dueForMattering() : Result<void>(scored.error());
        if (!due) {
            return due;
        }
        const auto found = m_finder.findAll(stop);
        return found ? Result<void>() : Result<void>(found.error());
    }

    /// Contacts out of what passed.
    Result<bool> grown(std::stop_token stop, const std::function<void(qint64)>& told) {
        const auto due = addressesDue(m_cellar);
        if (!due || *due == 0) {
            return due ? Result<bool>(false) : Result<bool>(due.error());
        }
        told(*due);
        const auto report = growContacts(m_cellar, stop, [&](const GrowthReport& so) { told(so.left); });
        const auto listed = report ? ContactBook(m_cellar).refresh(stop) : Result<qint64>(report.error());
        return listed ? Result<bool>(report->made > 0 || *listed > 0) : Result<bool>(listed.error());
    }

private:
    /// A mailbox that was learned from once is learned again; a new one tells nothing before it is here.
    Result<void> prepare() {
        if (m_ready) {
            return {};
        }
        const auto known = m_cellar.correspondents.count();
        if (!known) {
            return known.error();
        }
        const auto prepared = *known > 0 ? m_service.learn({}) : m_service.loadMarks();
        m_ready = prepared.isOk();
        return prepared;
    }

    Cellar& m_cellar;
    Clock& m_clock;
    TriageService m_service;
    OpportunityFinder m_finder;
    bool m_ready{false};
};

}  // namespace

SyncTriage mailboxTriage(Cellar& cellar, Clock& clock) {
    // Shared by the two functions, which may be copied.
    const auto triage = std::make_shared<MailboxTriage>(cellar, clock);
    return {
        [triage](const std::vector<MessageId>& messages) { return triage->arrived(messages); },
        [triage](std::stop_token stop) { return triage->filled(stop); },
        [triage](std::stop_token stop) { return triage->ruled(stop); },
        [triage](std::stop_token stop, const std::function<void(qint64)>& told) { return triage->grown(stop, told); }};
}

}  // namespace kith::service
