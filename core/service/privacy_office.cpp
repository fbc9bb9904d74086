// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/privacy_office.h"

#include "core/service/egress_export.h"
#include "core/service/mail_labels.h"
#include "core/storage/account_store.h"

namespace kith::service {

PrivacyDesk::Answer<PrivacyFacts> PrivacyOffice::facts() {
    return m_reading.ask([](Cellar& cellar) -> Result<PrivacyFacts> {
        auto rules = loadPrivacy(cellar);
        const auto accounts = storage::AccountStore(*cellar.database).list();
        const auto labels = readLabels(cellar, {});
        if (!rules || !accounts || !labels) {
            return !rules ? rules.error() : !accounts ? accounts.error() : labels.error();
        }
        PrivacyFacts facts{std::move(*rules), {}, {}};
        for (const MailLabel& label : *labels) {
            facts.labels << label.name;
        }
        for (const Account& account : *accounts) {
            facts.accounts << account.address;
        }
        return facts;
    });
}

PrivacyDesk::Answer<triage::PrivacyRule> PrivacyOffice::set(const QString& name, triage::PrivacyLevel level) {
    return m_writing.ask([name, level, changed = m_changed](TriageRoom& room) {
        auto rule = setPrivacy(room.cellar(), name, level);
        changed({.order = false, .counts = false, .journal = true, .threads = {}});
        return rule;
    });
}

PrivacyDesk::Answer<triage::PrivacyRule> PrivacyOffice::remove(const QString& name) {
    return m_writing.ask([name, changed = m_changed](TriageRoom& room) {
        auto rule = removePrivacy(room.cellar(), name);
        changed({.order = false, .counts = false, .journal = true, .threads = {}});
        return rule;
    });
}

LedgerDesk::Answer<std::vector<storage::EgressEntry>> LedgerOffice::list(qint64 before, int limit,
                                                                         const QString& service) {
    return m_reading.ask([before, limit, service](Cellar& cellar) {
        return storage::EgressStore(*cellar.database).list(before, limit, service);
    });
}

LedgerDesk::Answer<std::vector<storage::EgressTotal>> LedgerOffice::totals() {
    return m_reading.ask([](Cellar& cellar) { return storage::EgressStore(*cellar.database).totals(); });
}

LedgerDesk::Answer<storage::EgressEntry> LedgerOffice::entry(qint64 id) {
    return m_reading.ask([id](Cellar& cellar) -> Result<storage::EgressEntry> {
        const auto found = storage::EgressStore(*cellar.database).entry(id);
        if (!found || !*found) {
            return found ? Error{ErrorKind::NotFound, QStringLiteral("no request %1 in the ledger").arg(id), {}}
                         : found.error();
        }
        return **found;
    });
}

LedgerDesk::Answer<qint64> LedgerOffice::exportTo(const QString& path, const QString& service) {
    return m_exporting.ask([path, service, stop = m_closing.get_token()](Cellar& cellar) {
        return exportEgress(cellar, path, service, stop);
    });
}

}  // namespace kith::service
