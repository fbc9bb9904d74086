// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The user at another client of the same mailbox: what tests and the control endpoint do to it behind Kith's back.
#pragma once

#include "tests/emulators/gmail/mailbox.h"

namespace kith::emulator {

/// Ids are Gmail's (16 hex digits); labels are named by id or by name. Each function is false or empty where the
/// message or label does not exist, and changes nothing then.
class OtherClient {
public:
    explicit OtherClient(Mailbox& mailbox)
        : m_mailbox(mailbox) {}

    /// Comes in from outside now: INBOX, UNREAD, threaded by References and subject.
    QString deliver(const QByteArray& raw);
    /// Put there with these labels (created where missing), dated by its Date header.
    QString insert(const QByteArray& raw, const QStringList& labels);
    bool addLabels(const QString& id, const QStringList& labels) { return edit(id, labels, {}); }
    bool removeLabels(const QString& id, const QStringList& labels) { return edit(id, {}, labels); }
    bool edit(const QString& id, const QStringList& add, const QStringList& remove);
    bool trash(const QString& id);
    bool untrash(const QString& id);
    bool deleteForGood(const QString& id);

    /// The new label's id.
    QString createLabel(const QString& name);
    bool renameLabel(const QString& label, const QString& name);
    bool deleteLabel(const QString& label, bool withRecords = true);

    /// Draft id.
    QString writeDraft(const QByteArray& raw);
    bool rewriteDraft(const QString& draftId, const QByteArray& raw);
    bool discardDraft(const QString& draftId);

private:
    std::optional<LabelKey> keyOf(const QString& label) const;
    std::optional<LabelKeys> keysOf(const QStringList& labels) const;

    Mailbox& m_mailbox;
};

/// What both this client and the methods of the API do. TRASH comes, INBOX and SPAM go:
bool moveToTrash(Mailbox& mailbox, StoredMessage& message);
/// The new label's id; the name is sound and free.
QString makeLabel(Mailbox& mailbox, const QString& name);
/// The new draft's id.
QString makeDraft(Mailbox& mailbox, NewMessage message);
/// The draft exists; its message gets a new id and keeps its thread unless the message names another.
StoredMessage& remakeDraft(Mailbox& mailbox, const QString& draftId, NewMessage message);

}  // namespace kith::emulator
