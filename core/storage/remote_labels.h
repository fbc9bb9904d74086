// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The labels of a mailbox on a server: their ids there and their names, and the addresses it sends from.
#pragma once

#include "core/domain/ids.h"
#include "core/storage/database.h"
#include "core/storage/label_merge.h"

#include <QHash>

namespace kith::storage {

struct StoredLabel {
    QString id;
    QString name;
    bool system{false};
    QString background;
    QString foreground;
    bool madeHere{false};  ///< by Kith

    bool operator==(const StoredLabel&) const = default;
};

struct StoredAlias {
    QString address;
    QString name;
    QString signature;  ///< HTML
    bool isDefault{false};
};

/// Ids to names and back. Gmail's system labels are known without asking.
class LabelBook {
public:
    LabelBook() = default;
    explicit LabelBook(const std::vector<StoredLabel>& labels);

    void insert(const StoredLabel& label);
    void remove(const QString& id);
    /// Empty where the id is not known.
    QString name(const QString& id) const;
    /// Compared without case; empty where there is none.
    QString id(const QString& name) const;
    /// Ids that nobody knows are left out.
    LabelSet names(const QStringList& ids) const;
    bool knows(const QStringList& ids) const;
    const QHash<QString, StoredLabel>& labels() const { return m_byId; }

private:
    QHash<QString, StoredLabel> m_byId;
    QHash<QString, QString> m_byKey;
};

class RemoteLabelStore {
public:
    RemoteLabelStore(Database& database, AccountId account)
        : m_database(database)
        , m_account(account) {}

    Result<LabelBook> book();
    Result<void> save(const StoredLabel& label);
    Result<void> remove(const QString& id);
    Result<void> saveAliases(const std::vector<StoredAlias>& aliases);
    Result<std::vector<StoredAlias>> aliases();

private:
    Database& m_database;
    AccountId m_account;
};

}  // namespace kith::storage
