// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/journal.h"

#include "core/base/json.h"
#include "core/storage/contact_stale.h"
#include "core/storage/inbox_store.h"
#include "core/storage/outbox_planner.h"
#include "core/storage/table_shape.h"

#include <algorithm>

namespace kith::storage {

namespace {

Statement::Utf8 canonicalUtf8(const QJsonObject& object) {
    return {json::canonical(object)};
}

std::optional<Statement::Utf8> imageUtf8(const QJsonValue& image) {
    return image.isObject() ? std::optional(canonicalUtf8(image.toObject())) : std::nullopt;
}

Error notJournaled(const char* table) {
    return {ErrorKind::Failed, QStringLiteral("the journal does not write ") + QString::fromLatin1(table), {}};
}

}  // namespace

ChangeWriter::ChangeWriter(Database& database, ChangeInfo info)
    : m_database(database)
    , m_info(std::move(info))
    , m_id(database.ids().make<ChangeId>())
    , m_transaction(database)
    , m_error(m_transaction.error()) {
}

ChangeWriter::~ChangeWriter() = default;

void ChangeWriter::fail(const Error& error) {
    if (!m_error) {
        m_error = error;
    }
}

Result<void> ChangeWriter::writeChange() {
    const auto written = m_database.run(
        "INSERT INTO changes (id, role, kind, actor, entity, request_id, summary, at, row_count, undoable, undoes) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)",
        m_id, m_role, m_info.kind, m_info.actor, m_info.entity, m_info.requestId, m_info.summary, m_database.now(),
        m_info.undoable, m_undoes);
    return written ? Result<void>() : Result<void>(written.error());
}

void ChangeWriter::record(const char* table, const QJsonObject& key, const QJsonValue& before,
                          const QJsonValue& after) {
    if (m_rows == 0) {
        if (const auto begun = writeChange(); !begun) {
            fail(begun.error());
            return;
        }
    }
    const auto written = m_database.run("INSERT INTO change_rows (change_id, seq, row_table, row_key, before_json, "
                                        "after_json) VALUES (?, ?, ?, ?, ?, ?)",
                                        m_id, ++m_rows, QString::fromLatin1(table), canonicalUtf8(key),
                                        imageUtf8(before), imageUtf8(after));
    if (!written) {
        fail(written.error());
    }
    const QByteArray name(table);
    if (name == "messages") {
        touchMessage(MessageId{key.value(QStringLiteral("id")).toInteger()});
    } else if (name == "message_labels") {
        touchMessage(MessageId{key.value(QStringLiteral("message_id")).toInteger()});
    }
    noteMarks(table, key, before, after);
    if (const auto marked = markContactsOfRow(m_database, name, key, before.toObject(), after.toObject()); !marked) {
        fail(marked.error());
    }
}

void ChangeWriter::noteMarks(const char* table, const QJsonObject& key, const QJsonValue& before,
                             const QJsonValue& after) {
    const QByteArray name(table);
    if (name == "message_labels") {
        m_marked.insert(key.value(QStringLiteral("message_id")).toInteger());
    } else if (name == "messages") {
        for (const char* column : {"unread", "starred", "snoozed_until"}) {
            const QString word = QString::fromLatin1(column);
            if (before.toObject().contains(word) || after.toObject().contains(word)) {
                m_marked.insert(key.value(QStringLiteral("id")).toInteger());
            }
        }
    }
}

Result<void> ChangeWriter::planOutbox() {
    OutboxPlanner planner(m_database);
    const auto needed = m_marked.isEmpty() ? Result<bool>(false) : planner.needed();
    if (!needed || !*needed) {
        return needed ? Result<void>() : Result<void>(needed.error());
    }
    QList<qint64> messages = m_marked.values();
    std::ranges::sort(messages);
    for (const qint64 message : messages) {
        if (const auto planned = planner.plan(MessageId{message}, m_id); !planned) {
            return planned;
        }
    }
    return {};
}

void ChangeWriter::insertRow(const char* table, const QJsonObject& row) {
    const TableShape* shape = tableShape(table);
    if (m_error || !shape || shape->updateOnly) {
        return fail(notJournaled(table));
    }
    std::vector<ColumnShape> columns = shape->keys;
    columns.insert(columns.end(), shape->values.begin(), shape->values.end());
    QByteArray names;
    QByteArray marks;
    std::vector<ColumnShape> given;
    for (const ColumnShape& column : columns) {
        if (row.contains(QString::fromLatin1(column.name))) {
            names += QByteArray(given.empty() ? "" : ", ") + column.name;
            marks += given.empty() ? "?" : ", ?";
            given.push_back(column);
        }
    }
    {
        const QByteArray sql = "INSERT INTO " + QByteArray(table) + " (" + names + ") VALUES (" + marks + ")";
        Statement insert = m_database.query(sql);
        for (size_t i = 0; i < given.size() && !insert.failed(); ++i) {
            bindJson(insert, int(i) + 1, given[i].type, row.value(QString::fromLatin1(given[i].name)));
        }
        if (const auto done = insert.run(); !done) {
            return fail(done.error());
        }
    }
    const QJsonObject key = keyOfRow(*shape, row);
    const auto stored = readRow(m_database, *shape, key);
    stored ? record(table, key, QJsonValue::Null, *stored) : fail(stored.error());
}

void ChangeWriter::updateRow(const char* table, const QJsonObject& key, const QJsonObject& values) {
    const TableShape* shape = tableShape(table);
    if (m_error || !shape) {
        return fail(notJournaled(table));
    }
    const auto current = readRow(m_database, *shape, key);
    if (!current || current->isEmpty()) {
        return fail(current
                        ? Error{ErrorKind::NotFound, QStringLiteral("no such row in ") + QString::fromLatin1(table), {}}
                        : current.error());
    }
    QJsonObject before;
    QJsonObject after;
    QByteArray words;
    std::vector<ColumnShape> changed;
    for (const ColumnShape& column : shape->values) {
        const QString name = QString::fromLatin1(column.name);
        if (values.contains(name) && !sameValue(column.type, values.value(name), current->value(name))) {
            before.insert(name, current->value(name));
            after.insert(name, values.value(name));
            words += QByteArray(changed.empty() ? "" : ", ") + column.name + " = ?";
            changed.push_back(column);
        }
    }
    if (changed.empty()) {
        return;
    }
    {
        const QByteArray sql = "UPDATE " + QByteArray(table) + " SET " + words + " WHERE " + keyCondition(*shape);
        Statement update = m_database.query(sql);
        int index = 0;
        for (const ColumnShape& column : changed) {
            if (!update.failed()) {
                bindJson(update, ++index, column.type, after.value(QString::fromLatin1(column.name)));
            }
        }
        for (const ColumnShape& column : shape->keys) {
            if (!update.failed()) {
                bindJson(update, ++index, column.type, key.value(QString::fromLatin1(column.name)));
            }
        }
        if (const auto done = update.run(); !done) {
            return fail(done.error());
        }
    }
    record(table, key, before, after);
}

void ChangeWriter::deleteRow(const char* table, const QJsonObject& key) {
    const TableShape* shape = tableShape(table);
    if (m_error || !shape || shape->updateOnly) {
        return fail(notJournaled(table));
    }
    const auto current = readRow(m_database, *shape, key);
    if (!current || current->isEmpty()) {
        return fail(current
                        ? Error{ErrorKind::NotFound, QStringLiteral("no such row in ") + QString::fromLatin1(table), {}}
                        : current.error());
    }
    {
        const QByteArray sql = "DELETE FROM " + QByteArray(table) + " WHERE " + keyCondition(*shape);
        Statement remove = m_database.query(sql);
        for (size_t i = 0; i < shape->keys.size() && !remove.failed(); ++i) {
            bindJson(remove, int(i) + 1, shape->keys[i].type, key.value(QString::fromLatin1(shape->keys[i].name)));
        }
        if (const auto done = remove.run(); !done) {
            return fail(done.error());
        }
    }
    record(table, keyOfRow(*shape, *current), *current, QJsonValue::Null);
}

void ChangeWriter::recordBulk(BulkInverse inverse, qint64 number) {
    if (!m_error) {
        const QJsonObject key{{QStringLiteral("number"), number}};
        static constexpr const char* names[] = {"bulk:imported_mail", "bulk:decisions", "bulk:imported_contacts",
                                                "bulk:rule_run"};
        record(names[static_cast<int>(inverse)], key, QJsonValue::Null, key);
    }
}

void ChangeWriter::touchMessage(MessageId message) {
    const auto thread = m_database.number("SELECT thread_id FROM messages WHERE id = ?", message);
    if (!thread) {
        fail(thread.error());
    } else if (*thread) {
        m_threads.insert(**thread);
    }
}

std::vector<ThreadId> ChangeWriter::touchedThreads() const {
    std::vector<ThreadId> threads;
    for (const qint64 id : m_threads) {
        threads.push_back(ThreadId{id});
    }
    return threads;
}

Result<ChangeId> ChangeWriter::commit() {
    if (m_error) {
        return *m_error;
    }
    if (m_rows > 0) {
        const auto counted = m_database.run("UPDATE changes SET row_count = ? WHERE id = ?", m_rows, m_id);
        if (!counted) {
            return counted.error();
        }
    }
    if (const auto planned = planOutbox(); !planned) {
        return planned.error();
    }
    QJsonObject context = m_info.context;
    context.insert(QStringLiteral("change"), m_id.value);
    context.insert(QStringLiteral("rows"), m_rows);
    const auto event =
        EventLog(m_database).append({m_info.kind, m_info.entity, m_info.actor, m_info.requestId, context});
    if (!event) {
        return event.error();
    }
    if (const auto fresh = InboxStore(m_database).refreshThreads(touchedThreads()); !fresh) {
        return fresh.error();
    }
    const auto done = m_transaction.commit();
    return done ? Result<ChangeId>(m_id) : Result<ChangeId>(done.error());
}

}  // namespace kith::storage
