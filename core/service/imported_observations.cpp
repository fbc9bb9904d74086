// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/value_forms.h"
#include "core/service/contact_book.h"
#include "core/storage/transaction.h"

#include <algorithm>

namespace kith::service {

std::vector<storage::Observation> observationsOfRow(const storage::ImportedRow& row) {
    std::vector<storage::Observation> all;
    const QString reference = QStringLiteral("import:%1:%2").arg(row.import.value).arg(row.line);
    for (std::size_t i = 0; i < row.said.size(); ++i) {
        storage::Observation one;
        one.id = row.observation(i);
        one.entity = contactEntity(row.contact);
        one.field = row.said[i].field;
        one.kind = row.said[i].kind;
        one.value = row.said[i].value;
        one.normalized = people::comparedForm(one.field, one.value);
        one.source = QStringLiteral("import");
        one.sourceRef = reference;
        one.method = QStringLiteral("file");
        one.confidence = 0.9;
        one.observedAt = one.validFrom = row.at;
        one.import = row.import;
        const bool again = std::ranges::any_of(all, [&](const storage::Observation& other) {
            return other.field == one.field && other.normalized == one.normalized;
        });
        if (!again) {
            all.push_back(std::move(one));
        }
    }
    std::ranges::stable_sort(all, {}, &storage::Observation::field);  // as the store tells them
    return all;
}

Result<int> ContactBook::keepRow(ImportId import, ContactDraft& draft, ContactId contact) {
    const int values = int(draft.said.size());
    const auto kept = m_rows.add({contact, import, draft.line, m_cellar.database->now(), std::move(draft.said)});
    return kept ? Result<int>(values) : Result<int>(kept.error());
}

Result<void> ContactBook::settle(ContactId contact) {
    const auto row = m_rows.of(contact);
    if (!row || !*row) {
        return row ? Result<void>() : Result<void>(row.error());
    }
    storage::Transaction transaction(*m_cellar.database);
    const auto added = m_cellar.observations.addFound(observationsOfRow(**row));
    const auto dropped = added ? m_rows.drop(contact) : Result<void>(added.error());
    return dropped ? transaction.commit() : dropped;
}

/// Of all identities of the drafts that somebody has.
Result<QHash<storage::Identity, ContactId>> ContactBook::heldIdentities(std::span<ContactDraft> drafts) {
    std::vector<storage::Identity> asked;
    QHash<storage::Identity, ContactId> held;
    for (const ContactDraft& draft : drafts) {
        if (draft.holders.size() != draft.identities.size()) {
            asked.insert(asked.end(), draft.identities.begin(), draft.identities.end());
            continue;
        }
        for (size_t i = 0; i < draft.holders.size(); ++i) {
            if (draft.holders[i]) {
                held.insert(draft.identities[i], draft.holders[i]);
            }
        }
    }
    const auto holders = m_store.findAll(asked);
    if (!holders) {
        return holders.error();
    }
    for (size_t i = 0; i < asked.size(); ++i) {
        if ((*holders)[i]) {
            held.insert(asked[i], (*holders)[i]);
        }
    }
    return held;
}

}  // namespace kith::service
