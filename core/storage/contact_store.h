// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The people themselves: who they are known as, who was merged with whom, and the lists of them.
#pragma once

#include "core/storage/journal.h"

#include <span>
#include <tuple>

namespace kith::storage {

/// A name under which somebody is known for sure: kind email, phone, attio, record_id …; at most one contact has it.
struct Identity {
    QString kind;
    QString value;  ///< in its compared form: an address as addressKey, a number as E.164

    bool operator==(const Identity&) const = default;
    bool operator<(const Identity& other) const { return std::tie(kind, value) < std::tie(other.kind, other.value); }
};

inline size_t qHash(const Identity& identity, size_t seed = 0) {
    return qHashMulti(seed, identity.kind, identity.value);
}

struct ContactRow {
    ContactId id;
    QString name;   ///< as it was when the contact was made; what the lists show is made from observations
    QString state;  ///< active; grown: made out of mail by itself
    ContactId mergedInto;
    ImportId import;
};

struct HeldIdentity {
    Identity identity;
    ContactId contact;
    int position{0};
};

/// A contact that is made in bulk: no inverse of its own (see BulkInverse::ImportedContacts).
struct NewContact {
    ContactId id;
    QString name;
    std::vector<Identity> identities;
    ImportId import;
    bool waits{false};  ///< what is said of it stands in imported_rows: the lists find it there
};

struct Merge {
    ContactId absorbed;
    ContactId survivor;
    QString actor;
    QString reason;
    QByteArray evidence;  ///< JSON
    std::chrono::milliseconds at{0};
};

class ContactStore {
public:
    explicit ContactStore(Database& database)
        : m_database(database) {}

    Result<std::optional<ContactRow>> row(ContactId id);
    Result<std::optional<ContactId>> find(const Identity& identity);
    /// In the order of the question; 0: nobody.
    Result<std::vector<ContactId>> findAll(std::span<const Identity> identities);
    /// Of these contacts, in order of position.
    Result<std::vector<HeldIdentity>> identitiesOf(std::span<const ContactId> contacts);

    Result<ContactId> add(ChangeWriter& change, const QString& name, const QString& state = QStringLiteral("active"));
    /// Conflict where another contact has it.
    Result<void> addIdentity(ChangeWriter& change, ContactId contact, const Identity& identity);
    Result<void> addBulk(std::span<const NewContact> contacts);
    /// Further identities of contacts that are there; those that another has are left out.
    Result<void> nameBulk(std::span<const NewContact> contacts);

    /// The contact that stands for this one after all merges: itself where it was not absorbed.
    Result<ContactId> standing(ContactId id);
    /// All that stand as one with it: the standing one first, the others by id.
    Result<std::vector<ContactId>> together(ContactId id);
    /// Conflict where they are one already. The survivor is the one that stands for the first.
    Result<Merge> merge(ChangeWriter& change, Merge merge);
    /// NotFound where it was not absorbed.
    Result<void> unmerge(ChangeWriter& change, ContactId absorbed);
    Result<std::vector<Merge>> merges(ContactId survivor);

    Result<qint64> count();

private:
    Database& m_database;
};

}  // namespace kith::storage
