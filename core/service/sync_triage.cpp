// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/sync_triage.h"

#include "core/service/contact_book.h"
#include "core/service/contact_growth.h"
#include "core/service/opportunity_finder.h"
#include "core/service/triage_service.h"

namespace kith::service {

namespace {

class MailboxTriage {
public:
    MailboxTriage(Cellar& cellar, Clock& clock)
        : m_cellar(cellar)
        , m_service(cellar, clock)
        , m_finder(cellar, clock) {}

    Result<void> arrived(const std::vector<MessageId>& messages) {
        // A mailbox that was learned from once is learned again; a new one tells nothing before it is here.
        if (!m_ready) {
            const auto known = m_cellar.correspondents.count();
            if (!known) {
                return known.error();
            }
            const auto prepared = *known > 0 ? m_service.learn({}) : m_service.loadMarks();
            if (!prepared) {
                return prepared;
            }
            m_ready = true;
        }
        if (const auto scored = m_service.scoreNow(messages); !scored) {
            return scored.error();
        }
        const auto found = m_finder.findIn(messages);
        return found ? Result<void>() : Result<void>(found.error());
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
        const auto grown = scored ? growContacts(m_cellar, stop) : Result<GrowthReport>(scored.error());
        const auto listed = grown ? ContactBook(m_cellar).refresh(stop) : Result<qint64>(grown.error());
        if (!listed) {
            return listed.error();
        }
        const auto found = m_finder.findAll(stop);
        return found ? Result<void>() : Result<void>(found.error());
    }

private:
    Cellar& m_cellar;
    TriageService m_service;
    OpportunityFinder m_finder;
    bool m_ready{false};
};

}  // namespace

SyncTriage mailboxTriage(Cellar& cellar, Clock& clock) {
    // Shared by the two functions, which may be copied.
    const auto triage = std::make_shared<MailboxTriage>(cellar, clock);
    return {[triage](const std::vector<MessageId>& messages) { return triage->arrived(messages); },
            [triage](std::stop_token stop) { return triage->filled(stop); }};
}

}  // namespace kith::service
