// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Who the people are and what is known of them: found by what they are surely known as, taught by observations, shown
// with every value's sources. Whatever brings people in (mail, files, services, the user) goes through here.
#pragma once

#include "core/people/fact_resolver.h"
#include "core/service/cellar.h"
#include "core/storage/contact_list.h"
#include "core/storage/imported_rows.h"

namespace kith::service {

/// Somebody to be found or made, and what is said of them. The observations need field, value and source; sourceRef,
/// message, start, end, method, kind, confidence, observedAt where they are known. entity is filled in here,
/// normalized where it is empty.
struct ContactDraft {
    QString name;  ///< only for a contact that has to be made, until something is known
    std::vector<storage::Identity> identities;
    std::vector<storage::Observation> observations;
    /// Instead of observations, of a file's row: a contact that has to be made keeps them as they are until somebody
    /// looks; for one that is there they become observations.
    std::vector<storage::SaidValue> said;
    qint64 line{0};
    ContactId contact;               ///< who is meant, where the caller knows
    std::vector<ContactId> holders;  ///< of the identities, where the caller asked within the same transaction
};

struct Ensured {
    ContactId id;
    bool created{false};
    std::vector<ContactId> others;  ///< further contacts that have one of the identities: the same person, perhaps
};

struct ObserveCounts {
    int added{0};
    int confirmed{0};  ///< known from this source and reference already
    int conflicts{0};  ///< of those added: another value of a field that can have one only
    int closed{0};     ///< said before by the same reference and no more
};

enum class Completeness {
    Some,         ///< what is not mentioned stays
    WholeRecord,  ///< all that this source and reference say of the contact: what they no longer say is closed
};

/// The user's word on a value.
enum class Verdict { Use, Lock, Unlock, Wrong, NotWrong };

struct ContactCard {
    ContactId id;  ///< the one that stands
    QString name;
    std::vector<storage::HeldIdentity> identities;
    std::vector<people::FieldFacts> fields;
    std::vector<storage::Observation> observations;  ///< all, of all that were merged
    std::vector<storage::Merge> merges;              ///< of others into this one

    const people::FieldFacts* field(const QString& name) const;
    /// The value that is shown first; empty where there is none.
    QString value(const QString& field) const;
};

class ContactBook {
public:
    explicit ContactBook(Cellar& cellar)
        : m_cellar(cellar)
        , m_store(*cellar.database)
        , m_list(*cellar.database)
        , m_rows(*cellar.database) {}

    /// The contact that has it, as it was made: see standing() for merges. 0: nobody.
    Result<ContactId> find(const storage::Identity& identity);
    Result<ContactId> standing(ContactId id) { return m_store.standing(id); }
    /// The first contact that has one of the identities, or a new one; it gets those that nobody has.
    Result<Ensured> ensure(storage::ChangeWriter& change, const QString& name,
                           std::span<const storage::Identity> identities);
    Result<ObserveCounts> observe(storage::ChangeWriter& change, ContactId contact,
                                  std::vector<storage::Observation> observations,
                                  Completeness completeness = Completeness::Some);
    /// Many at once, for files: rows without inverse of their own. The caller has recorded
    /// BulkInverse::ImportedContacts for this import in his ChangeWriter. In the order of the drafts; two drafts with
    /// one identity are one contact.
    struct Taken {
        ContactId id;
        bool created{false};
        ObserveCounts counts;
    };
    Result<std::vector<Taken>> takeBulk(ImportId import, std::span<ContactDraft> drafts);

    /// On one observation and all others that say the same of this contact.
    Result<void> decide(storage::ChangeWriter& change, qint64 observation, Verdict verdict);
    /// A value that the user typed.
    Result<void> type(storage::ChangeWriter& change, ContactId contact, const QString& field, const QString& value);
    Result<void> setOpen(storage::ChangeWriter& change, qint64 observation, bool open);

    /// Of this contact alone, whoever it was merged with; also what waits in an imported row.
    Result<std::vector<storage::Observation>> observations(ContactId id);
    Result<std::optional<storage::Observation>> observation(qint64 id);
    /// NotFound where there is no such contact.
    Result<ContactCard> card(ContactId id);
    /// Of an address that may belong to nobody yet.
    Result<ContactCard> cardOfAddress(const QString& address);
    Result<std::vector<storage::ContactSummary>> list(const storage::ContactQuery& query);
    /// Makes the values anew that the lists show, where something changed; how many contacts.
    Result<qint64> refresh(std::stop_token stop = {});

private:
    Result<std::vector<storage::Observation>> observationsOf(std::span<const ContactId> contacts,
                                                             const std::vector<storage::HeldIdentity>& identities);
    Result<std::vector<Taken>> placeBulk(ImportId import, std::span<ContactDraft> drafts);
    Result<QHash<storage::Identity, ContactId>> heldIdentities(std::span<ContactDraft> drafts);
    Result<int> keepRow(ImportId import, ContactDraft& draft, ContactId contact);
    Result<int> takeOne(ImportId import, ContactDraft& draft, Taken& one);
    /// What waits in an imported row becomes observations; nothing where there is none.
    Result<void> settle(ContactId contact);
    /// All observations of whomever this one is of.
    Result<std::vector<storage::Observation>> fellows(const storage::Observation& one);
    Result<double> stated(const storage::Observation& one, const std::vector<storage::Observation>& all);
    Result<const people::SourceTrust*> trust();
    Result<std::optional<storage::ShownContact>> shown(ContactId id);

    Cellar& m_cellar;
    storage::ContactStore m_store;
    storage::ContactList m_list;
    storage::ImportedRows m_rows;
    std::optional<people::SourceTrust> m_trust;
};

/// contact:ID
QString contactEntity(ContactId id);
people::Claim claimOf(const storage::Observation& observation);
/// What a file's row says, each value once, with the ids that they will have.
std::vector<storage::Observation> observationsOfRow(const storage::ImportedRow& row);

}  // namespace kith::service
