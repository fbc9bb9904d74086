// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the lists of people show and search: values made out of observations, kept beside the observation that each of
// them came from, and made again where that changed.
#pragma once

#include "core/storage/contact_store.h"

namespace kith::storage {

struct ShownValue {
    QString field;
    int position{0};  ///< 0: the first of its field
    QString value;
    QString normalized;
    double confidence{0};
    bool disputed{false};
    qint64 observation{0};
};

/// All that the lists keep of one contact.
struct ShownContact {
    ContactId id;
    QString sortKey;
    QString search;  ///< folded
    std::chrono::milliseconds lastSeen{0};
    std::vector<ShownValue> values;
};

struct ContactSummary {
    ContactId id;
    QString name;  ///< empty where nothing is known but an address
    QString email;
    QString phone;
    QString jobTitle;
    QString company;
    std::chrono::milliseconds lastSeen{0};
    bool disputed{false};
    QString sortKey;
};

struct ContactQuery {
    enum class Order { Name, Recent };
    QString search;   ///< words that must all occur; folded by the store
    QString company;  ///< normalized
    QString domain;   ///< of an e-mail address
    bool disputed{false};
    Order order{Order::Name};
    QString afterName;                        ///< keyset: the last row that is known
    std::chrono::milliseconds beforeTime{0};  ///< the same for Recent
    ContactId after;
    int limit{100};
};

struct CompanySummary {
    QString normalized;
    QString name;
    qint64 people{0};
};

class ContactList {
public:
    explicit ContactList(Database& database)
        : m_database(database) {}

    Result<std::vector<ContactSummary>> list(const ContactQuery& query);
    Result<qint64> count(const ContactQuery& query);
    Result<std::optional<ContactSummary>> one(ContactId id);
    /// Who shows this value of this field, by its compared form; those that were absorbed by another are not told.
    Result<std::vector<ContactId>> having(const QString& field, const QString& normalized, int limit);
    /// Most people first.
    Result<std::vector<CompanySummary>> companies(int limit);

    /// Sources disagree about this field, and one of them is believed differently now; at most 300 contacts.
    Result<void> markDisputed(const QString& field);
    /// Contacts whose values are to be made again, at most so many.
    Result<std::vector<ContactId>> stale(int limit);
    /// Writes what the lists show of these and takes them off the stale ones. Bookkeeping, not journaled.
    Result<void> save(std::span<const ShownContact> contacts);
    /// Takes them off the lists (merged into another, or gone) and off the stale ones.
    Result<void> drop(std::span<const ContactId> contacts);

private:
    Database& m_database;
};

}  // namespace kith::storage
