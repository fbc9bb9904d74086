// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/other_client.h"

#include "tests/emulators/gmail/mail_time.h"

namespace kith::emulator {
namespace {

QString freshLabelId(Mailbox& mailbox) {
    return QStringLiteral("Label_%1").arg(mailbox.ids.random(1ULL << 62));
}

NewMessage newDraft(const Mailbox& mailbox, const QByteArray& raw) {
    NewMessage message;
    message.raw = raw;
    message.internalDate = mailbox.clock().now().count();
    message.labels = {LabelKey::Draft};
    return message;
}

}  // namespace

bool moveToTrash(Mailbox& mailbox, StoredMessage& message) {
    return mailbox.relabel(message, {LabelKey::Trash}, {LabelKey::Inbox, LabelKey::Spam});
}

QString makeLabel(Mailbox& mailbox, const QString& name) {
    const QString id = freshLabelId(mailbox);
    mailbox.labels.create(id, name);
    mailbox.history.advance();
    return id;
}

QString makeDraft(Mailbox& mailbox, NewMessage message) {
    message.labels = {LabelKey::Draft};
    const StoredMessage& stored = mailbox.add(message);
    const QString id = QStringLiteral("r%1").arg(static_cast<qint64>(mailbox.ids.random()));
    mailbox.drafts.add({id, stored.id});
    return id;
}

StoredMessage& remakeDraft(Mailbox& mailbox, const QString& draftId, NewMessage message) {
    const quint64 old = mailbox.drafts.find(draftId)->message;
    if (message.threading != NewMessage::Threading::OnlyInto) {
        message.threading = NewMessage::Threading::Inside;
        message.intoThread = mailbox.find(old)->threadId;
    }
    message.labels = {LabelKey::Draft};
    StoredMessage& stored = mailbox.add(message);
    mailbox.drafts.find(draftId)->message = stored.id;
    mailbox.erase(old);
    return stored;
}

QString OtherClient::deliver(const QByteArray& raw) {
    NewMessage message;
    message.raw = raw;
    message.internalDate = m_mailbox.clock().now().count();
    message.labels = {LabelKey::Inbox, LabelKey::Unread};
    return QString::fromLatin1(idText(m_mailbox.add(message).id));
}

QString OtherClient::insert(const QByteArray& raw, const QStringList& labels) {
    NewMessage message;
    message.raw = raw;
    message.internalDate = dateHeaderOf(raw).value_or(m_mailbox.clock().now().count());
    for (const QString& name : labels) {
        const auto key = keyOf(name);
        message.labels << (key ? *key : m_mailbox.labels.byId(makeLabel(m_mailbox, name))->key);
    }
    return QString::fromLatin1(idText(m_mailbox.add(message).id));
}

bool OtherClient::edit(const QString& id, const QStringList& add, const QStringList& remove) {
    StoredMessage* message = m_mailbox.find(idOf(id).value_or(0));
    const auto came = keysOf(add);
    const auto went = keysOf(remove);
    if (!message || !came || !went) {
        return false;
    }
    m_mailbox.relabel(*message, *came, *went);
    return true;
}

bool OtherClient::trash(const QString& id) {
    StoredMessage* message = m_mailbox.find(idOf(id).value_or(0));
    if (message) {
        moveToTrash(m_mailbox, *message);
    }
    return message;
}

bool OtherClient::untrash(const QString& id) {
    return edit(id, {}, {QStringLiteral("TRASH")});
}

bool OtherClient::deleteForGood(const QString& id) {
    const quint64 key = idOf(id).value_or(0);
    const bool known = m_mailbox.find(key);
    m_mailbox.erase(key);
    return known;
}

QString OtherClient::createLabel(const QString& name) {
    const bool refused = name.isEmpty() || m_mailbox.labels.byName(name) || LabelBook::isReserved(name);
    return refused ? QString() : makeLabel(m_mailbox, name);
}

bool OtherClient::renameLabel(const QString& label, const QString& name) {
    const auto key = keyOf(label);
    const StoredLabel* other = m_mailbox.labels.byName(name);
    if (!key || *key < LabelKey::FirstOfUser || (other && other->key != *key) || LabelBook::isReserved(name)) {
        return false;
    }
    m_mailbox.labels.rename(*key, name);
    m_mailbox.history.advance();
    return true;
}

bool OtherClient::deleteLabel(const QString& label, bool withRecords) {
    const auto key = keyOf(label);
    if (!key || *key < LabelKey::FirstOfUser) {
        return false;
    }
    m_mailbox.removeLabel(*key, withRecords);
    return true;
}

QString OtherClient::writeDraft(const QByteArray& raw) {
    return makeDraft(m_mailbox, newDraft(m_mailbox, raw));
}

bool OtherClient::rewriteDraft(const QString& draftId, const QByteArray& raw) {
    const bool known = m_mailbox.drafts.find(draftId);
    if (known) {
        remakeDraft(m_mailbox, draftId, newDraft(m_mailbox, raw));
    }
    return known;
}

bool OtherClient::discardDraft(const QString& draftId) {
    const StoredDraft* draft = m_mailbox.drafts.find(draftId);
    if (!draft) {
        return false;
    }
    m_mailbox.erase(draft->message);
    return true;
}

std::optional<LabelKey> OtherClient::keyOf(const QString& label) const {
    const StoredLabel* known = m_mailbox.labels.byId(label);
    known = known ? known : m_mailbox.labels.byName(label);
    return known ? std::optional(known->key) : std::nullopt;
}

std::optional<LabelKeys> OtherClient::keysOf(const QStringList& labels) const {
    LabelKeys keys;
    for (const QString& label : labels) {
        const auto key = keyOf(label);
        if (!key) {
            return std::nullopt;
        }
        keys << *key;
    }
    return keys;
}

}  // namespace kith::emulator
