// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a user or a rule does to messages (archive, star, snooze, read, label), through the journal.
#pragma once

#include "core/storage/journal.h"

#include <span>

namespace kith::storage {

/// Each function acts on the messages given and records its inverse in the change; the caller commits.
class MessageMarks {
public:
    explicit MessageMarks(ChangeWriter& change)
        : m_change(change) {}

    void archive(std::span<const MessageId> messages) { setLabel(messages, QStringLiteral("INBOX"), false); }
    void moveToInbox(std::span<const MessageId> messages);
    void setUnread(std::span<const MessageId> messages, bool unread);
    void setStarred(std::span<const MessageId> messages, bool starred);
    /// 0 ends the snooze.
    void snooze(std::span<const MessageId> messages, std::chrono::milliseconds until);
    /// Makes a user label where there is none. A Priority/… label replaces the message's other Priority/… labels.
    void setLabel(std::span<const MessageId> messages, const QString& label, bool on);

private:
    qint64 labelId(const QString& name, bool make);
    ChangeWriter& m_change;
};

/// All messages of these threads; what a click on a row of the inbox acts on.
Result<std::vector<MessageId>> messagesOfThreads(Database& database, std::span<const ThreadId> threads);
/// Messages whose snooze ended before now.
Result<std::vector<MessageId>> dueSnoozes(Database& database, std::chrono::milliseconds now);

struct LabelInfo {
    LabelId id;
    QString name;
    bool system{false};
    QString colour;
    qint64 messages{0};
};
Result<std::vector<LabelInfo>> labels(Database& database);
/// Each label once that any message of the thread carries, by name.
Result<std::vector<QString>> labelsOfThread(Database& database, ThreadId thread);

}  // namespace kith::storage
