// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/contact_store.h"

#include "core/storage/contact_stale.h"
#include "core/storage/dialect.h"
#include "core/storage/rows.h"

#include <QHash>

#include <algorithm>

namespace kith::storage {

namespace {

constexpr size_t kAskedAtOnce = 100;

QByteArray repeated(const char* word, size_t times) {
    QByteArray out;
    for (size_t i = 0; i < times; ++i) {
        out += i == 0 ? "" : ", ";
        out += word;
    }
    return out;
}

Result<void> findSome(Database& database, std::span<const Identity> asked, QHash<Identity, ContactId>& found) {
    // Always the same number of places, so that the statement is prepared once; a join, because IN reads all
    // identities.
    Statement rows =
        database.query("SELECT i.kind, i.value, i.contact_id FROM (VALUES " + repeated("(?, ?)", kAskedAtOnce) +
                       ") AS q CROSS JOIN identities i WHERE i.kind = q.column1 AND i.value = q.column2");
    for (size_t i = 0; i < kAskedAtOnce && !rows.failed(); ++i) {
        const Identity& identity = asked[std::min(i, asked.size() - 1)];
        rows.bindTo(int(2 * i) + 1, identity.kind);
        rows.bindTo(int(2 * i) + 2, identity.value);
    }
    while (rows.next()) {
        found.insert({rows.text(0), rows.text(1)}, rows.id<ContactId>(2));
    }
    return rows.failed() ? Result<void>(rows.error()) : Result<void>();
}

Result<std::vector<ContactId>> absorbedBy(Database& database, ContactId survivor) {
    return idRows<ContactId>(
        database.query("SELECT absorbed FROM contact_merges WHERE survivor = ? ORDER BY absorbed", survivor));
}

Merge readMerge(const Statement& row) {
    return {row.id<ContactId>(0), row.id<ContactId>(1),      row.text(2),
            row.text(3),          row.utf8(4).toByteArray(), row.millis(5)};
}

}  // namespace

Result<std::optional<ContactRow>> ContactStore::row(ContactId id) {
    return firstRow(m_database.query("SELECT id, name, state, merged_into, import_id FROM contacts WHERE id = ?", id),
                    [](const Statement& row) {
                        return ContactRow{row.id<ContactId>(0), row.text(1), row.text(2), row.id<ContactId>(3),
                                          row.id<ImportId>(4)};
                    });
}

Result<std::optional<ContactId>> ContactStore::find(const Identity& identity) {
    return firstRow(m_database.query("SELECT contact_id FROM identities WHERE kind = ? AND value = ?", identity.kind,
                                     identity.value),
                    [](const Statement& row) { return row.id<ContactId>(0); });
}

Result<std::vector<ContactId>> ContactStore::findAll(std::span<const Identity> identities) {
    QHash<Identity, ContactId> found;
    for (size_t at = 0; at < identities.size(); at += kAskedAtOnce) {
        const auto some =
            findSome(m_database, identities.subspan(at, std::min(kAskedAtOnce, identities.size() - at)), found);
        if (!some) {
            return some.error();
        }
    }
    std::vector<ContactId> answers(identities.size());
    for (size_t i = 0; i < identities.size() && !found.isEmpty(); ++i) {
        answers[i] = found.value(identities[i]);
    }
    return answers;
}

Result<std::vector<HeldIdentity>> ContactStore::identitiesOf(std::span<const ContactId> contacts) {
    std::vector<HeldIdentity> all;
    for (const ContactId contact : contacts) {
        auto some = allRows(m_database.query("SELECT kind, value, position FROM identities WHERE contact_id = ? "
                                             "ORDER BY position, kind, value",
                                             contact),
                            [&](const Statement& row) {
                                return HeldIdentity{{row.text(0), row.text(1)}, contact, row.number(2)};
                            });
        if (!some) {
            return some;
        }
        std::ranges::move(*some, std::back_inserter(all));
    }
    return all;
}

Result<ContactId> ContactStore::add(ChangeWriter& change, const QString& name, const QString& state) {
    const ContactId id = m_database.ids().make<ContactId>();
    change.insertRow("contacts", {{QStringLiteral("id"), id.value},
                                  {QStringLiteral("name"), name},
                                  {QStringLiteral("state"), state},
                                  {QStringLiteral("merged_into"), 0},
                                  {QStringLiteral("import_id"), 0}});
    return change.error() ? Result<ContactId>(*change.error()) : Result<ContactId>(id);
}

Result<void> ContactStore::addIdentity(ChangeWriter& change, ContactId contact, const Identity& identity) {
    const auto holder = find(identity);
    if (!holder) {
        return holder.error();
    }
    if (*holder) {
        return **holder == contact
                   ? Result<void>()
                   : Result<void>(Error{
                         ErrorKind::Conflict,
                         QStringLiteral("contact %1 has this %2 already").arg((*holder)->value).arg(identity.kind),
                         QStringLiteral("Merge the two if they are one person.")});
    }
    const auto last = m_database.number("SELECT max(position) FROM identities WHERE contact_id = ?", contact);
    if (!last) {
        return last.error();
    }
    change.insertRow("identities", {{QStringLiteral("kind"), identity.kind},
                                    {QStringLiteral("value"), identity.value},
                                    {QStringLiteral("contact_id"), contact.value},
                                    {QStringLiteral("position"), last->value_or(-1) + 1},
                                    {QStringLiteral("import_id"), 0}});
    return change.error() ? Result<void>(*change.error()) : Result<void>();
}

Result<void> ContactStore::addBulk(std::span<const NewContact> contacts) {
    Transaction transaction(m_database);
    for (const NewContact& contact : contacts) {
        const auto added = m_database.run(
            "INSERT INTO contacts (id, name, state, merged_into, import_id) VALUES (?, ?, 'active', 0, ?)", contact.id,
            contact.name, contact.import);
        if (!added) {
            return added.error();
        }
    }
    const auto named = nameBulk(contacts);
    return named ? transaction.commit() : named;
}

/// In the order of their index: pages are touched once.
Result<void> ContactStore::nameBulk(std::span<const NewContact> contacts) {
    struct Named {
        const Identity* identity;
        const NewContact* contact;
        int position;
    };
    std::vector<Named> all;
    for (const NewContact& contact : contacts) {
        for (int position = 0; const Identity& identity : contact.identities) {
            all.push_back({&identity, &contact, position++});
        }
    }
    std::ranges::sort(all, [](const Named& a, const Named& b) { return *a.identity < *b.identity; });
    Transaction transaction(m_database);
    for (const Named& one : all) {
        const auto named =
            m_database.run("INSERT INTO identities (kind, value, contact_id, position, import_id) "
                           "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                           one.identity->kind, one.identity->value, one.contact->id, one.position, one.contact->import);
        if (!named) {
            return named.error();
        }
    }
    for (const NewContact& contact : contacts) {
        const auto stale = contact.waits ? Result<qint64>(0)
                                         : m_database.run("INSERT INTO contact_stale (contact_id) VALUES (?) ON "
                                                          "CONFLICT DO NOTHING",
                                                          contact.id);
        if (!stale) {
            return stale.error();
        }
    }
    return transaction.commit();
}

Result<ContactId> ContactStore::standing(ContactId id) {
    for (ContactId at = id;;) {
        const auto into = m_database.number("SELECT survivor FROM contact_merges WHERE absorbed = ?", at);
        if (!into) {
            return into.error();
        }
        if (!*into) {
            return at;
        }
        at = ContactId{**into};
    }
}

Result<std::vector<ContactId>> ContactStore::together(ContactId id) {
    const auto root = standing(id);
    if (!root) {
        return root.error();
    }
    std::vector<ContactId> all{*root};
    for (size_t at = 0; at < all.size(); ++at) {
        const auto absorbed = absorbedBy(m_database, all[at]);
        if (!absorbed) {
            return absorbed.error();
        }
        all.insert(all.end(), absorbed->begin(), absorbed->end());
    }
    std::sort(all.begin() + 1, all.end());
    return all;
}

Result<Merge> ContactStore::merge(ChangeWriter& change, Merge merge) {
    const auto survivor = standing(merge.survivor);
    const auto absorbed = survivor ? standing(merge.absorbed) : survivor;
    if (!absorbed) {
        return absorbed.error();
    }
    if (*survivor == *absorbed) {
        return Error{ErrorKind::Conflict, QStringLiteral("these two are one contact already"), {}};
    }
    merge.survivor = *survivor;
    merge.absorbed = *absorbed;
    merge.at = m_database.now();
    change.insertRow("contact_merges", {{QStringLiteral("absorbed"), merge.absorbed.value},
                                        {QStringLiteral("survivor"), merge.survivor.value},
                                        {QStringLiteral("actor"), merge.actor},
                                        {QStringLiteral("reason"), merge.reason},
                                        {QStringLiteral("evidence"), QString::fromUtf8(merge.evidence)},
                                        {QStringLiteral("at"), qint64(merge.at.count())}});
    change.updateRow("contacts", {{QStringLiteral("id"), merge.absorbed.value}},
                     {{QStringLiteral("merged_into"), merge.survivor.value}});
    return change.error() ? Result<Merge>(*change.error()) : Result<Merge>(merge);
}

Result<void> ContactStore::unmerge(ChangeWriter& change, ContactId absorbed) {
    const auto merged = m_database.number("SELECT survivor FROM contact_merges WHERE absorbed = ?", absorbed);
    if (!merged) {
        return merged.error();
    }
    if (!*merged) {
        return Error{ErrorKind::NotFound, QStringLiteral("contact %1 is not merged into another").arg(absorbed.value),
                     QStringLiteral("kithctl contacts show ID lists the merges.")};
    }
    change.deleteRow("contact_merges", {{QStringLiteral("absorbed"), absorbed.value}});
    change.updateRow("contacts", {{QStringLiteral("id"), absorbed.value}}, {{QStringLiteral("merged_into"), 0}});
    return change.error() ? Result<void>(*change.error()) : Result<void>();
}

Result<std::vector<Merge>> ContactStore::merges(ContactId survivor) {
    return allRows(m_database.query("SELECT absorbed, survivor, actor, reason, evidence, at FROM contact_merges WHERE "
                                    "survivor = ? ORDER BY at, absorbed",
                                    survivor),
                   readMerge);
}

Result<qint64> ContactStore::count() {
    const auto number = m_database.number("SELECT count(*) FROM contacts WHERE merged_into = 0");
    return number ? Result<qint64>(number->value_or(0)) : Result<qint64>(number.error());
}

}  // namespace kith::storage
