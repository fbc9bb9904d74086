// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A Gmail mailbox in memory: messages with their bytes, labels, threads, history, drafts and aliases.
#pragma once

#include "tests/emulators/emulator_clock.h"
#include "tests/emulators/gmail/draft_book.h"
#include "tests/emulators/gmail/history_log.h"
#include "tests/emulators/gmail/id_source.h"
#include "tests/emulators/gmail/label_book.h"
#include "tests/emulators/gmail/thread_marks.h"

#include <QByteArray>
#include <QString>

#include <deque>
#include <optional>
#include <vector>

namespace kith::emulator {

struct StoredMessage {
    quint64 id{0};
    quint64 threadId{0};
    quint64 historyId{0};  ///< of the last record that changed it
    quint64 sequence{0};   ///< order of arrival, where internalDate is equal
    qint64 internalDate{0};
    QByteArray raw;
    LabelKeys labels;  ///< sorted; changed by setLabels() only
    quint32 marks{0};  ///< a bit for each of the system's labels: lists look at every message

    void setLabels(const LabelKeys& sorted);
    bool has(LabelKey key) const {
        return key < LabelKey::FirstOfUser ? marks >> static_cast<quint32>(key) & 1 : labels.contains(key);
    }
};

struct StoredThread {
    std::vector<StoredMessage*> messages;  ///< oldest first
    quint64 subject{0};                    ///< hash of the subject without its reply marks
};

struct NewMessage {
    QByteArray raw;
    qint64 internalDate{0};
    LabelKeys labels;
    enum class Threading { AsDelivered, OnlyInto, Inside, Alone } threading{Threading::AsDelivered};
    quint64 intoThread{0};  ///< OnlyInto: where References and Subject allow it, else alone; Inside: whatever they say
    quint64 group{0};       ///< plant() only: those of one group other than 0 are one thread
};

struct SendAs {
    QString address;
    QString name;
    QString replyTo;
    QString signatureHtml;
    bool isPrimary{false};
    bool isDefault{false};
};

/// Used from one thread. References to messages hold until that message is erased.
class Mailbox {
public:
    Mailbox(QString address, quint64 seed, EmulatorClock& clock);

    const QString& address() const { return m_address; }
    EmulatorClock& clock() const { return m_clock; }
    qint64 messageCount() const { return m_byId.size(); }
    qint64 threadCount() const { return m_threads.size(); }

    const StoredMessage* find(quint64 id) const { return m_byId.value(id); }
    StoredMessage* find(quint64 id) { return m_byId.value(id); }
    const StoredThread* thread(quint64 id) const;
    /// Oldest internalDate first.
    const std::vector<StoredMessage*>& inOrder() const { return m_order; }
    /// Those whose Message-ID is this, without brackets.
    std::vector<const StoredMessage*> withMessageId(QByteArrayView messageId) const;

    StoredMessage& add(const NewMessage& message);
    /// Many that were there before history began, oldest first: no records.
    void plant(const std::vector<NewMessage>& messages);
    /// False where nothing changed. Two records where labels both come and go.
    bool relabel(StoredMessage& message, const LabelKeys& add, const LabelKeys& remove);
    void erase(quint64 id);
    /// Takes it off every message; with records where that is so wished.
    void removeLabel(LabelKey key, bool withRecords);
    void restore(StoredMessage message);

    IdSource ids;
    LabelBook labels;
    HistoryLog history;
    DraftBook drafts;
    std::vector<SendAs> sendAs;
    /// Records of one bulk change now and then hold several messages; a bulk change is between these two.
    void beginBulk() { m_bulk = true; }
    void endBulk();

private:
    StoredMessage& store(StoredMessage message, const ThreadMarks& marks);
    StoredMessage made(const NewMessage& message, const ThreadMarks& marks);
    void record(StoredMessage& message, HistoryChange change);
    quint64 threadFor(const NewMessage& message, quint64 id, const ThreadMarks& marks) const;
    std::optional<quint64> knownThread(const ThreadMarks& marks, std::optional<quint64> only) const;
    void index(const StoredMessage& message, const ThreadMarks& marks);
    void unindex(const StoredMessage& message);

    QString m_address;
    EmulatorClock& m_clock;
    std::deque<StoredMessage> m_store;
    std::vector<StoredMessage*> m_free;
    QHash<quint64, StoredMessage*> m_byId;
    std::vector<StoredMessage*> m_order;
    QHash<quint64, StoredThread> m_threads;
    QMultiHash<quint64, quint64> m_byMessageId;  ///< hash of the Message-ID → id
    QHash<quint64, quint64> m_mentioned;         ///< hash of a Message-ID that only replies name → thread
    quint64 m_sequence{0};
    bool m_bulk{false};
    quint64 m_bulkRecord{0};
};

}  // namespace kith::emulator
