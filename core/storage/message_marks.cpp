// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/message_marks.h"

#include "core/storage/local_labels.h"
#include "core/storage/message_writer.h"
#include "core/storage/rows.h"

namespace kith::storage {

namespace {

QJsonObject messageKey(MessageId message) {
    return {{QStringLiteral("id"), message.value}};
}

QJsonObject linkKey(MessageId message, qint64 label) {
    return {{QStringLiteral("message_id"), message.value}, {QStringLiteral("label_id"), label}};
}

Result<std::vector<qint64>> otherPriorityLabels(Database& database, MessageId message, qint64 except) {
    return allRows(database.query("SELECT ml.label_id FROM message_labels ml JOIN labels l ON l.id = ml.label_id "
                                  "WHERE ml.message_id = ? AND ml.label_id <> ? AND l.name LIKE 'Priority/%'",
                                  message, except),
                   [](const Statement& row) { return row.integer(0); });
}

}  // namespace

void MessageMarks::setUnread(std::span<const MessageId> messages, bool unread) {
    for (const MessageId message : messages) {
        m_change.updateRow("messages", messageKey(message), {{QStringLiteral("unread"), unread ? 1 : 0}});
    }
}

void MessageMarks::setStarred(std::span<const MessageId> messages, bool starred) {
    for (const MessageId message : messages) {
        m_change.updateRow("messages", messageKey(message), {{QStringLiteral("starred"), starred ? 1 : 0}});
    }
}

void MessageMarks::snooze(std::span<const MessageId> messages, std::chrono::milliseconds until) {
    // Put off elsewhere, it carries the word as a label: from here on the time says it.
    setLabel(messages, snoozedLabel(), false);
    for (const MessageId message : messages) {
        m_change.updateRow("messages", messageKey(message), {{QStringLiteral("snoozed_until"), qint64(until.count())}});
    }
}

void MessageMarks::moveToInbox(std::span<const MessageId> messages) {
    setLabel(messages, snoozedLabel(), false);
    setLabel(messages, QStringLiteral("INBOX"), true);
}

qint64 MessageMarks::labelId(const QString& name, bool make) {
    const auto exact = m_change.database().number("SELECT id FROM labels WHERE name = ?", name);
    if (!exact || *exact) {
        return exact ? **exact : 0;
    }
    const auto alike = labelRows(m_change.database(), name);  // servers tell labels apart without case
    if (!alike || !alike->empty() || !make) {
        return alike && !alike->empty() ? alike->front() : 0;
    }
    const qint64 id = m_change.database().ids().next();
    m_change.insertRow(
        "labels", {{QStringLiteral("id"), id},
                   {QStringLiteral("name"), name},
                   {QStringLiteral("kind"), isSystemLabel(name) ? QStringLiteral("system") : QStringLiteral("user")},
                   {QStringLiteral("colour"), QString()}});
    return id;
}

void MessageMarks::setLabel(std::span<const MessageId> messages, const QString& label, bool on) {
    if (label == QLatin1String("UNREAD") || label == QLatin1String("STARRED")) {
        return label == QLatin1String("UNREAD") ? setUnread(messages, on) : setStarred(messages, on);
    }
    const qint64 id = labelId(label, on);
    for (const MessageId message : messages) {
        const auto linked = m_change.database().number(
            "SELECT 1 FROM message_labels WHERE message_id = ? AND label_id = ?", message, id);
        if (id == 0 || !linked || m_change.error()) {
            return;
        }
        if (on && isPriorityLabel(label)) {
            const auto others = otherPriorityLabels(m_change.database(), message, id);
            for (const qint64 other : others ? *others : std::vector<qint64>{}) {
                m_change.deleteRow("message_labels", linkKey(message, other));
            }
        }
        if (on && !*linked) {
            m_change.insertRow("message_labels", linkKey(message, id));
        } else if (!on && *linked) {
            m_change.deleteRow("message_labels", linkKey(message, id));
        }
        if (label == QLatin1String("INBOX")) {
            m_change.updateRow("messages", messageKey(message), {{QStringLiteral("in_inbox"), on ? 1 : 0}});
        }
    }
}

Result<std::vector<MessageId>> messagesOfThreads(Database& database, std::span<const ThreadId> threads) {
    std::vector<MessageId> all;
    for (const ThreadId thread : threads) {
        const auto some =
            idRows<MessageId>(database.query("SELECT id FROM messages WHERE thread_id = ? ORDER BY id", thread));
        if (!some) {
            return some;
        }
        all.insert(all.end(), some->begin(), some->end());
    }
    return all;
}

Result<std::vector<MessageId>> dueSnoozes(Database& database, std::chrono::milliseconds now) {
    return idRows<MessageId>(database.query(
        "SELECT id FROM messages WHERE snoozed_until > 0 AND snoozed_until <= ? ORDER BY snoozed_until", now));
}

Result<std::vector<LabelInfo>> labels(Database& database) {
    return allRows(database.query("SELECT l.id, l.name, l.kind, l.colour, (SELECT count(*) FROM message_labels ml "
                                  "WHERE ml.label_id = l.id) FROM labels l ORDER BY l.name"),
                   [](const Statement& row) {
                       return LabelInfo{row.id<LabelId>(0), row.text(1), row.text(2) == QLatin1String("system"),
                                        row.text(3), row.integer(4)};
                   });
}

Result<std::vector<QString>> labelsOfThread(Database& database, ThreadId thread) {
    return allRows(database.query("SELECT DISTINCT l.name FROM messages m JOIN message_labels ml "
                                  "ON ml.message_id = m.id JOIN labels l ON l.id = ml.label_id "
                                  "WHERE m.thread_id = ? ORDER BY l.name",
                                  thread),
                   [](const Statement& row) { return row.text(0); });
}

}  // namespace kith::storage
