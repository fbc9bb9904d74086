// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/local_labels.h"

#include "core/storage/message_writer.h"
#include "core/storage/rows.h"

namespace kith::storage {

namespace {

const QString& inboxKey() {
    static const QString key = labelKey(QStringLiteral("INBOX"));
    return key;
}

const QString& snoozedKey() {
    static const QString key = labelKey(snoozedLabel());
    return key;
}

const char* flagColumn(const QString& key) {
    static const QString unread = labelKey(QStringLiteral("UNREAD"));
    static const QString starred = labelKey(QStringLiteral("STARRED"));
    return key == unread ? "unread" : key == starred ? "starred" : nullptr;
}

class LocalLabelWriter {
public:
    LocalLabelWriter(Database& database, MessageId message, const LocalLabels& before)
        : m_database(database)
        , m_message(message)
        , m_before(before) {}

    Result<void> put(const QString& key, const QString& name) {
        if (const char* column = flagColumn(key)) {
            return setColumn(column, 1);
        }
        if (m_before.rows.contains(key)) {
            return {};
        }
        const auto label = labelRowFor(m_database, name);
        if (!label) {
            return label.error();
        }
        const auto linked = m_database.run("INSERT INTO message_labels (message_id, label_id) VALUES (?, ?) "
                                           "ON CONFLICT (message_id, label_id) DO NOTHING",
                                           m_message, *label);
        return linked && key == inboxKey() ? setColumn("in_inbox", 1) : done(linked);
    }

    Result<void> take(const QString& key) {
        if (const char* column = flagColumn(key)) {
            return setColumn(column, 0);
        }
        for (const qint64 row : m_before.rows.values(key)) {
            const auto gone =
                m_database.run("DELETE FROM message_labels WHERE message_id = ? AND label_id = ?", m_message, row);
            if (!gone) {
                return gone.error();
            }
        }
        return key == inboxKey() ? setColumn("in_inbox", 0) : Result<void>();
    }

    Result<void> setColumn(const char* column, int value) {
        return done(
            m_database.run(QByteArray("UPDATE messages SET ") + column + " = ? WHERE id = ?", value, m_message));
    }

private:
    Database& m_database;
    MessageId m_message;
    const LocalLabels& m_before;
};

}  // namespace

Result<std::vector<qint64>> labelRows(Database& database, const QString& name) {
    std::vector<qint64> rows;
    Statement all = database.query("SELECT id, name FROM labels ORDER BY id");
    while (all.next()) {
        if (labelKey(all.text(1)) == labelKey(name)) {
            rows.push_back(all.integer(0));
        }
    }
    return all.failed() ? Result<std::vector<qint64>>(all.error()) : rows;
}

Result<qint64> labelRowFor(Database& database, const QString& name) {
    const auto exact = database.number("SELECT id FROM labels WHERE name = ?", name);
    if (!exact || *exact) {
        return exact ? Result<qint64>(**exact) : Result<qint64>(exact.error());
    }
    const auto alike = labelRows(database, name);
    if (!alike || !alike->empty()) {
        return alike ? Result<qint64>(alike->front()) : Result<qint64>(alike.error());
    }
    return labelIdFor(database, name);
}

Result<LocalLabels> localLabels(Database& database, MessageId message) {
    LocalLabels local;
    {
        Statement row = database.query(
            "SELECT unread, starred, snoozed_until, import_id, thread_id FROM messages WHERE id = ?", message);
        if (row.next()) {
            local.exists = true;
            if (row.flag(0)) {
                local.labels.insert(labelKey(QStringLiteral("UNREAD")), QStringLiteral("UNREAD"));
            }
            if (row.flag(1)) {
                local.labels.insert(labelKey(QStringLiteral("STARRED")), QStringLiteral("STARRED"));
            }
            local.snoozed = row.integer(2) > 0;
            local.imported = !row.isNull(3);
            local.thread = row.id<ThreadId>(4);
        }
        if (row.failed()) {
            return row.error();
        }
    }
    Statement rows = database.query(
        "SELECT l.id, l.name FROM message_labels ml JOIN labels l ON l.id = ml.label_id WHERE ml.message_id = ?",
        message);
    while (rows.next()) {
        const QString name = rows.text(1);
        const QString key = labelKey(name);
        local.rows.insert(key, rows.integer(0));
        local.labels.insert(key, name);
    }
    if (local.snoozed) {
        local.labels.remove(inboxKey());
        local.labels.insert(snoozedKey(), snoozedLabel());
    }
    return rows.failed() ? Result<LocalLabels>(rows.error()) : local;
}

Result<void> changeLocalLabels(Database& database, MessageId message, const LabelChange& change) {
    if (change.isEmpty()) {
        return {};
    }
    const auto before = localLabels(database, message);
    if (!before || !before->exists) {
        return before ? Result<void>() : Result<void>(before.error());
    }
    const LabelSet after = applied(before->labels, change);
    const bool wakes = before->snoozed && (after.contains(inboxKey()) || !after.contains(snoozedKey()));
    LocalLabelWriter writer(database, message, *before);
    const auto hidden = [&](const QString& key) {
        return before->snoozed && (key == inboxKey() || key == snoozedKey());
    };
    for (auto it = change.remove.begin(); it != change.remove.end(); ++it) {
        if (const auto taken = hidden(it.key()) ? Result<void>() : writer.take(it.key()); !taken) {
            return taken;
        }
    }
    for (auto it = change.add.begin(); it != change.add.end(); ++it) {
        if (const auto put = hidden(it.key()) ? Result<void>() : writer.put(it.key(), it.value()); !put) {
            return put;
        }
    }
    if (!wakes) {
        return {};
    }
    const auto placed =
        after.contains(inboxKey()) ? writer.put(inboxKey(), QStringLiteral("INBOX")) : writer.take(inboxKey());
    return placed ? writer.setColumn("snoozed_until", 0) : placed;
}

}  // namespace kith::storage
