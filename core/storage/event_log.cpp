// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/event_log.h"

#include "core/base/json.h"
#include "core/base/text.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace kith::storage {

namespace {

constexpr auto kEventColumns = "id, type, at, entity, actor, request_id, context, previous_hash, hash";

Event readEvent(const Statement& row) {
    Event event;
    event.id = row.id<EventId>(0);
    event.type = row.text(1);
    event.at = row.millis(2);
    event.entity = row.text(3);
    event.actor = row.text(4);
    event.requestId = row.text(5);
    event.context = QJsonDocument::fromJson(row.utf8(6).toByteArray()).object();
    event.previousHash = row.utf8(7).toByteArray();
    event.hash = row.utf8(8).toByteArray();
    return event;
}

}  // namespace

QByteArray eventHash(const Event& event) {
    const QJsonObject rest{
        {QStringLiteral("id"), event.id.value},           {QStringLiteral("type"), event.type},
        {QStringLiteral("at"), qint64(event.at.count())}, {QStringLiteral("entity"), event.entity},
        {QStringLiteral("actor"), event.actor},           {QStringLiteral("request_id"), event.requestId},
        {QStringLiteral("context"), event.context}};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(event.previousHash);
    hash.addData(json::canonical(rest));
    return hash.result().toHex();
}

QJsonObject eventJson(const Event& event) {
    return {{QStringLiteral("id"), event.id.value},
            {QStringLiteral("type"), event.type},
            {QStringLiteral("at"), text::rfc3339(event.at)},
            {QStringLiteral("entity"), event.entity},
            {QStringLiteral("actor"), event.actor},
            {QStringLiteral("request_id"), event.requestId},
            {QStringLiteral("context"), event.context},
            {QStringLiteral("previous_hash"), QString::fromLatin1(event.previousHash)},
            {QStringLiteral("hash"), QString::fromLatin1(event.hash)}};
}

Result<EventId> EventLog::append(const EventDraft& draft) {
    Q_ASSERT(m_database.inTransaction());
    if (!m_database.isSqlite()) {
        if (const auto locked = m_database.query("SELECT pg_advisory_xact_lock(7018)").run(); !locked) {
            return locked.error();
        }
    }
    Event event{EventId{1},
                draft.type,
                m_database.now(),
                draft.entity,
                draft.actor,
                draft.requestId,
                QJsonDocument::fromJson(json::canonical(draft.context)).object(),
                QByteArray(64, '0'),
                {}};
    {
        Statement last = m_database.query("SELECT id, hash FROM events ORDER BY id DESC LIMIT 1");
        if (last.next()) {
            event.id.value = last.integer(0) + 1;
            event.previousHash = last.utf8(1).toByteArray();
        }
        if (last.failed()) {
            return last.error();
        }
    }
    event.hash = eventHash(event);
    const auto written =
        m_database.run("INSERT INTO events (id, type, at, entity, actor, request_id, context, previous_hash, hash) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       event.id, event.type, event.at, event.entity, event.actor, event.requestId,
                       Statement::Utf8{json::canonical(event.context)}, Statement::Utf8{event.previousHash},
                       Statement::Utf8{event.hash});
    return written ? Result<EventId>(event.id) : Result<EventId>(written.error());
}

Result<std::vector<Event>> EventLog::list(const EventFilter& filter) {
    QByteArray sql = QByteArray("SELECT ") + kEventColumns + " FROM events WHERE id < ?";
    sql += filter.type.isEmpty() ? "" : " AND type = ?";
    sql += filter.entity.isEmpty() ? "" : " AND entity = ?";
    Statement rows = m_database.query(sql + " ORDER BY id DESC LIMIT ?");
    if (!rows.failed()) {
        int index = 0;
        rows.bindTo(++index, filter.before ? filter.before.value : std::numeric_limits<qint64>::max());
        if (!filter.type.isEmpty()) {
            rows.bindTo(++index, filter.type);
        }
        if (!filter.entity.isEmpty()) {
            rows.bindTo(++index, filter.entity);
        }
        rows.bindTo(++index, filter.limit);
    }
    std::vector<Event> events;
    while (rows.next()) {
        events.push_back(readEvent(rows));
    }
    return rows.failed() ? Result<std::vector<Event>>(rows.error()) : events;
}

Result<ChainReport> EventLog::verify() {
    ChainReport report;
    QByteArray previous(64, '0');
    Statement rows = m_database.query(QByteArray("SELECT ") + kEventColumns + " FROM events ORDER BY id");
    while (rows.next()) {
        const Event event = readEvent(rows);
        ++report.events;
        const bool good =
            event.id.value == report.events && event.previousHash == previous && eventHash(event) == event.hash;
        if (!good && report.intact) {
            report.intact = false;
            report.firstBad = event.id;
        }
        previous = event.hash;
    }
    return rows.failed() ? Result<ChainReport>(rows.error()) : report;
}

Result<qint64> EventLog::exportTo(QIODevice& device) {
    qint64 count = 0;
    Statement rows = m_database.query(QByteArray("SELECT ") + kEventColumns + " FROM events ORDER BY id");
    while (rows.next()) {
        const QByteArray line = json::canonical(eventJson(readEvent(rows))) + '\n';
        if (device.write(line) != line.size()) {
            return Error{ErrorKind::Full, device.errorString(), QStringLiteral("Check the disk that is written to.")};
        }
        ++count;
    }
    return rows.failed() ? Result<qint64>(rows.error()) : count;
}

}  // namespace kith::storage
