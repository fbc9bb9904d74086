// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/remote_labels.h"

#include "core/storage/message_writer.h"
#include "core/storage/rows.h"
#include "core/storage/transaction.h"

namespace kith::storage {

LabelBook::LabelBook(const std::vector<StoredLabel>& labels) {
    for (const StoredLabel& label : labels) {
        insert(label);
    }
}

void LabelBook::insert(const StoredLabel& label) {
    remove(label.id);
    m_byId.insert(label.id, label);
    m_byKey.insert(labelKey(label.name), label.id);
}

void LabelBook::remove(const QString& id) {
    if (const auto known = m_byId.constFind(id); known != m_byId.constEnd()) {
        const QString key = labelKey(known->name);
        if (m_byKey.value(key) == id) {
            m_byKey.remove(key);
        }
        m_byId.erase(known);
    }
}

QString LabelBook::name(const QString& id) const {
    const auto known = m_byId.constFind(id);
    return known != m_byId.constEnd() ? known->name : isSystemLabel(id) ? id : QString();
}

QString LabelBook::id(const QString& name) const {
    const QString known = m_byKey.value(labelKey(name));
    return known.isEmpty() && isSystemLabel(name) ? name : known;
}

LabelSet LabelBook::names(const QStringList& ids) const {
    LabelSet set;
    for (const QString& one : ids) {
        if (const QString known = name(one); !known.isEmpty()) {
            set.insert(labelKey(known), known);
        }
    }
    return set;
}

bool LabelBook::knows(const QStringList& ids) const {
    return std::all_of(ids.begin(), ids.end(), [this](const QString& one) { return !name(one).isEmpty(); });
}

Result<LabelBook> RemoteLabelStore::book() {
    const auto labels = allRows(
        m_database.query("SELECT label_id, name, is_system, background, foreground, made_here FROM remote_labels "
                         "WHERE account_id = ? ORDER BY label_id",
                         m_account),
        [](const Statement& row) {
            return StoredLabel{row.text(0), row.text(1), row.flag(2), row.text(3), row.text(4), row.flag(5)};
        });
    return labels ? Result<LabelBook>(LabelBook(*labels)) : Result<LabelBook>(labels.error());
}

Result<void> RemoteLabelStore::save(const StoredLabel& label) {
    return done(m_database.run(
        "INSERT INTO remote_labels (account_id, label_id, name, is_system, background, foreground, made_here) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, label_id) DO UPDATE SET name = excluded.name, "
        "is_system = excluded.is_system, background = excluded.background, foreground = excluded.foreground, "
        "made_here = excluded.made_here",
        m_account, label.id, label.name, label.system, label.background, label.foreground, label.madeHere));
}

Result<void> RemoteLabelStore::remove(const QString& id) {
    return done(m_database.run("DELETE FROM remote_labels WHERE account_id = ? AND label_id = ?", m_account, id));
}

Result<void> RemoteLabelStore::saveAliases(const std::vector<StoredAlias>& aliases) {
    Transaction transaction(m_database);
    if (const auto gone = m_database.run("DELETE FROM remote_aliases WHERE account_id = ?", m_account); !gone) {
        return gone.error();
    }
    for (const StoredAlias& alias : aliases) {
        const auto saved = m_database.run("INSERT INTO remote_aliases (account_id, address, name, signature, "
                                          "is_default) VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id, address) DO "
                                          "UPDATE SET name = excluded.name, signature = excluded.signature",
                                          m_account, alias.address, alias.name, alias.signature, alias.isDefault);
        if (!saved) {
            return saved.error();
        }
    }
    return transaction.commit();
}

Result<std::vector<StoredAlias>> RemoteLabelStore::aliases() {
    return allRows(m_database.query("SELECT address, name, signature, is_default FROM remote_aliases WHERE "
                                    "account_id = ? ORDER BY is_default DESC, address",
                                    m_account),
                   [](const Statement& row) {
                       return StoredAlias{row.text(0), row.text(1), row.text(2), row.flag(3)};
                   });
}

}  // namespace kith::storage
