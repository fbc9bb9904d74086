// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The labels of a mailbox: system labels with fixed keys, the user's own with names, colours and visibility.
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <deque>

namespace kith::emulator {

/// A label for good, also after it was deleted. The first ones are the system's.
enum class LabelKey : quint32 {
    Inbox,
    Sent,
    Draft,
    Unread,
    Starred,
    Important,
    Spam,
    Trash,
    Chat,
    Personal,
    Social,
    Promotions,
    Updates,
    Forums,
    FirstOfUser,
};
using LabelKeys = QList<LabelKey>;

struct StoredLabel {
    LabelKey key{LabelKey::Inbox};
    QString id;
    QString name;
    QString messageListVisibility;  ///< empty: not told
    QString labelListVisibility;
    QString textColor;  ///< both or none
    QString backgroundColor;
    bool gone{false};

    bool system() const { return key < LabelKey::FirstOfUser; }
};

class LabelBook {
public:
    LabelBook();

    /// The existing ones: the system's first, then the user's as they were made.
    QList<const StoredLabel*> all() const;
    const StoredLabel& label(LabelKey key) const { return m_labels[static_cast<std::size_t>(key)]; }
    StoredLabel& label(LabelKey key) { return m_labels[static_cast<std::size_t>(key)]; }
    /// Existing ones only; null where there is none.
    StoredLabel* byId(const QString& id);
    const StoredLabel* byId(const QString& id) const;
    /// Compared without case.
    const StoredLabel* byName(const QString& name) const;
    static bool isReserved(const QString& name);
    qsizetype count() const { return m_byId.size(); }

    /// The name is free and sound: that was asked before.
    LabelKey create(const QString& id, const QString& name);
    void rename(LabelKey key, const QString& name);
    void remove(LabelKey key);
    /// As it was saved, gone ones too, in the order of their keys.
    void restore(const StoredLabel& label);
    const std::deque<StoredLabel>& everEach() const { return m_labels; }

private:
    std::deque<StoredLabel> m_labels;
    QHash<QString, LabelKey> m_byId;
    QHash<QString, LabelKey> m_byName;  ///< case-folded
};

}  // namespace kith::emulator
