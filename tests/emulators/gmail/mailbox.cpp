// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/mailbox.h"

#include "tests/emulators/gmail/header_scan.h"

#include <algorithm>

namespace kith::emulator {
namespace {

bool olderFirst(const StoredMessage* a, const StoredMessage* b) {
    return a->internalDate != b->internalDate ? a->internalDate < b->internalDate : a->sequence < b->sequence;
}

template <class List>
void insertInOrder(List& list, StoredMessage* message) {
    list.insert(std::upper_bound(list.begin(), list.end(), message, olderFirst), message);
}

template <class List>
void takeOut(List& list, StoredMessage* message) {
    const auto found = std::lower_bound(list.begin(), list.end(), message, olderFirst);
    Q_ASSERT(found != list.end() && *found == message);
    list.erase(found);
}

LabelKeys sortedOnce(LabelKeys keys) {
    std::ranges::sort(keys);
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

}  // namespace

void StoredMessage::setLabels(const LabelKeys& sorted) {
    labels = sorted;
    marks = 0;
    for (const LabelKey key : sorted) {
        marks |= key < LabelKey::FirstOfUser ? 1U << static_cast<quint32>(key) : 0;
    }
}

Mailbox::Mailbox(QString address, quint64 seed, EmulatorClock& clock)
    : ids(seed)
    , history(ids)
    , m_address(std::move(address))
    , m_clock(clock) {
    SendAs own;
    own.address = m_address;
    own.isPrimary = own.isDefault = true;
    sendAs.push_back(std::move(own));
}

const StoredThread* Mailbox::thread(quint64 id) const {
    const auto found = m_threads.constFind(id);
    return found == m_threads.cend() ? nullptr : &*found;
}

StoredMessage Mailbox::made(const NewMessage& message, const ThreadMarks& marks) {
    StoredMessage made;
    made.id = ids.messageId();
    made.threadId = threadFor(message, made.id, marks);
    made.sequence = ++m_sequence;
    made.internalDate = message.internalDate;
    made.raw = message.raw;
    made.setLabels(sortedOnce(message.labels));
    return made;
}

StoredMessage& Mailbox::add(const NewMessage& message) {
    const ThreadMarks marks = threadMarksOf(message.raw);
    StoredMessage& stored = store(made(message, marks), marks);
    record(stored, {ChangeKind::MessageAdded, stored.id, stored.threadId, {}, stored.labels});
    return stored;
}

void Mailbox::plant(const std::vector<NewMessage>& messages) {
    m_byId.reserve(m_byId.size() + static_cast<qsizetype>(messages.size()));
    m_order.reserve(m_order.size() + messages.size());
    QHash<quint64, quint64> groups;
    for (const NewMessage& message : messages) {
        const ThreadMarks marks = threadMarksOf(message.raw);
        StoredMessage planted = made(message, marks);
        planted.historyId = history.advance();
        if (message.group != 0) {
            const auto known = groups.constFind(message.group);
            planted.threadId = known == groups.cend() ? planted.id : *known;
            groups.insert(message.group, planted.threadId);
        }
        store(std::move(planted), marks);
    }
    history.expireBefore(history.current());
}

void Mailbox::restore(StoredMessage message) {
    m_sequence = std::max(m_sequence, message.sequence);
    message.setLabels(LabelKeys(message.labels));
    const ThreadMarks marks = threadMarksOf(message.raw);
    store(std::move(message), marks);
}

StoredMessage& Mailbox::store(StoredMessage message, const ThreadMarks& marks) {
    StoredMessage* place = nullptr;
    if (m_free.empty()) {
        place = &m_store.emplace_back(std::move(message));
    } else {
        place = m_free.back();
        m_free.pop_back();
        *place = std::move(message);
    }
    m_byId.insert(place->id, place);
    insertInOrder(m_order, place);
    StoredThread& thread = m_threads[place->threadId];
    thread.subject = thread.messages.empty() ? marks.subject : thread.subject;
    insertInOrder(thread.messages, place);
    index(*place, marks);
    return *place;
}

bool Mailbox::relabel(StoredMessage& message, const LabelKeys& add, const LabelKeys& remove) {
    LabelKeys came;
    LabelKeys went;
    for (const LabelKey key : sortedOnce(add)) {
        if (!message.has(key)) {
            came << key;
        }
    }
    for (const LabelKey key : sortedOnce(remove)) {
        if (message.has(key)) {
            went << key;
        }
    }
    if (!came.isEmpty()) {
        message.setLabels(sortedOnce(message.labels + came));
        record(message, {ChangeKind::LabelAdded, message.id, message.threadId, came, message.labels});
    }
    if (!went.isEmpty()) {
        LabelKeys left = message.labels;
        left.removeIf([&](LabelKey key) { return went.contains(key); });
        message.setLabels(left);
        record(message, {ChangeKind::LabelRemoved, message.id, message.threadId, went, message.labels});
    }
    return !came.isEmpty() || !went.isEmpty();
}

void Mailbox::record(StoredMessage& message, HistoryChange change) {
    const bool joins = m_bulk && m_bulkRecord != 0 && ids.random(3) == 0;
    message.historyId = joins ? m_bulkRecord : history.advance();
    m_bulkRecord = m_bulk ? message.historyId : 0;
    history.add(message.historyId, std::move(change));
}

void Mailbox::endBulk() {
    m_bulk = false;
    m_bulkRecord = 0;
}

void Mailbox::erase(quint64 id) {
    StoredMessage* message = find(id);
    if (!message) {
        return;
    }
    record(*message, {ChangeKind::MessageDeleted, id, message->threadId, {}, message->labels});
    if (const StoredDraft* draft = message->has(LabelKey::Draft) ? drafts.ofMessage(id) : nullptr) {
        drafts.remove(QString(draft->id));
    }
    unindex(*message);
    takeOut(m_order, message);
    StoredThread& thread = m_threads[message->threadId];
    takeOut(thread.messages, message);
    if (thread.messages.empty()) {
        m_threads.remove(message->threadId);
    }
    m_byId.remove(id);
    *message = {};
    m_free.push_back(message);
}

void Mailbox::removeLabel(LabelKey key, bool withRecords) {
    beginBulk();
    for (StoredMessage* message : m_order) {
        if (withRecords) {
            relabel(*message, {}, {key});
        } else {
            LabelKeys left = message->labels;
            left.removeOne(key);
            message->setLabels(left);
        }
    }
    endBulk();
    labels.remove(key);
    history.advance();
}

std::vector<const StoredMessage*> Mailbox::withMessageId(QByteArrayView messageId) const {
    std::vector<const StoredMessage*> found;
    const auto [first, last] = m_byMessageId.equal_range(hashOf(messageId));
    for (auto it = first; it != last; ++it) {
        const StoredMessage* message = find(*it);
        if (message && messageIdOf(message->raw) == messageId) {
            found.push_back(message);
        }
    }
    return found;
}

void Mailbox::index(const StoredMessage& message, const ThreadMarks& marks) {
    if (marks.messageId != 0) {
        m_byMessageId.insert(marks.messageId, message.id);
    }
    for (const quint64 reference : marks.references) {
        if (!m_byMessageId.contains(reference) && !m_mentioned.contains(reference)) {
            m_mentioned.insert(reference, message.threadId);
        }
    }
}

void Mailbox::unindex(const StoredMessage& message) {
    if (const ThreadMarks marks = threadMarksOf(message.raw); marks.messageId != 0) {
        m_byMessageId.remove(marks.messageId, message.id);
    }
}

quint64 Mailbox::threadFor(const NewMessage& message, quint64 id, const ThreadMarks& marks) const {
    switch (message.threading) {
    case NewMessage::Threading::Alone:
        return id;
    case NewMessage::Threading::Inside:
        return message.intoThread;
    case NewMessage::Threading::OnlyInto:
        return knownThread(marks, message.intoThread).value_or(id);
    case NewMessage::Threading::AsDelivered:
        break;
    }
    return knownThread(marks, std::nullopt).value_or(id);
}

std::optional<quint64> Mailbox::knownThread(const ThreadMarks& marks, std::optional<quint64> only) const {
    const auto fits = [&](quint64 id) {
        const StoredThread* known = thread(id);
        return known && known->subject == marks.subject && (!only || *only == id);
    };
    for (auto reference = marks.references.rbegin(); reference != marks.references.rend(); ++reference) {
        const auto [first, last] = m_byMessageId.equal_range(*reference);
        for (auto it = first; it != last; ++it) {
            const StoredMessage* parent = find(*it);
            if (parent && fits(parent->threadId)) {
                return parent->threadId;
            }
        }
        const auto mentioned = m_mentioned.constFind(*reference);
        if (mentioned != m_mentioned.cend() && fits(*mentioned)) {
            return *mentioned;
        }
    }
    return std::nullopt;
}

}  // namespace kith::emulator
