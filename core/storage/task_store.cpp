// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/task_store.h"

#include "core/base/json.h"
#include "core/storage/rows.h"
#include "core/storage/transaction.h"

#include <QJsonDocument>

namespace kith::storage {

namespace {

constexpr auto kTaskColumns = "id, kind, entity, state, attempts, max_attempts, next_attempt, reason, detail";

Task readTask(const Statement& row) {
    return {row.id<TaskId>(0),
            row.text(1),
            row.text(2),
            static_cast<TaskState>(row.number(3)),
            row.number(4),
            row.number(5),
            row.millis(6),
            row.text(7),
            QJsonDocument::fromJson(row.utf8(8).toByteArray()).object()};
}

Result<TaskCounts> readCounts(Statement rows) {
    TaskCounts counts;
    qint64* const answers[] = {&counts.pending, &counts.inProgress, &counts.completed,
                               &counts.failed,  &counts.skipped,    &counts.cancelled};
    while (rows.next()) {
        *answers[std::clamp(rows.number(0), 0, 5)] += rows.integer(1);
    }
    return rows.failed() ? Result<TaskCounts>(rows.error()) : counts;
}

QByteArray selectTasks(const char* tail) {
    return QByteArray("SELECT ") + kTaskColumns + " FROM tasks WHERE " + tail;
}

}  // namespace

Result<TaskId> TaskStore::add(const Task& task) {
    Transaction transaction(m_database);
    const TaskId id = task.id ? task.id : m_database.ids().make<TaskId>();
    const auto added = m_database.run(
        "INSERT INTO tasks (id, kind, entity, state, attempts, max_attempts, next_attempt, reason, detail) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        id, task.kind, task.entity, int(task.state), task.attempts, task.maxAttempts, task.nextAttempt, task.reason,
        Statement::Utf8{json::canonical(task.detail)});
    if (!added) {
        return added.error();
    }
    const auto open =
        m_database.number("SELECT id FROM tasks WHERE kind = ? AND entity = ? AND state < 2", task.kind, task.entity);
    if (!open) {
        return open.error();
    }
    const auto committed = transaction.commit();
    return committed ? Result<TaskId>(*added == 1 ? id : TaskId{open->value_or(id.value)}) : committed.error();
}

Result<std::vector<Task>> TaskStore::take(const QString& kind, int limit) {
    Transaction transaction(m_database);
    QByteArray sql = selectTasks("kind = ? AND state = 0 AND next_attempt <= ? ORDER BY next_attempt, id LIMIT ?");
    sql += m_database.isSqlite() ? "" : " FOR UPDATE SKIP LOCKED";
    auto tasks = allRows(m_database.query(sql, kind, m_database.now(), limit), readTask);
    if (!tasks) {
        return tasks;
    }
    for (Task& task : *tasks) {
        if (const auto taken = m_database.run("UPDATE tasks SET state = 1 WHERE id = ?", task.id); !taken) {
            return taken.error();
        }
        task.state = TaskState::InProgress;
    }
    const auto committed = transaction.commit();
    return committed ? std::move(tasks) : Result<std::vector<Task>>(committed.error());
}

Result<void> TaskStore::saveProgress(TaskId id, const QJsonObject& detail) {
    return done(
        m_database.run("UPDATE tasks SET detail = ? WHERE id = ?", Statement::Utf8{json::canonical(detail)}, id));
}

Result<void> TaskStore::finish(TaskId id, TaskState state, const QString& reason) {
    return done(m_database.run("UPDATE tasks SET state = ?, reason = ? WHERE id = ?", int(state), reason, id));
}

Result<TaskState> TaskStore::fail(TaskId id, const QString& reason, std::chrono::milliseconds delay) {
    Transaction transaction(m_database);
    const auto failed = m_database.run("UPDATE tasks SET attempts = attempts + 1, reason = ?, next_attempt = ?, "
                                       "state = CASE WHEN attempts + 1 >= max_attempts THEN 3 ELSE 0 END WHERE id = ?",
                                       reason, m_database.now() + delay, id);
    if (!failed) {
        return failed.error();
    }
    const auto state = m_database.number("SELECT state FROM tasks WHERE id = ?", id);
    if (!state) {
        return state.error();
    }
    if (!*state) {
        return Error{ErrorKind::NotFound, QStringLiteral("no such task"), {}};
    }
    const auto committed = transaction.commit();
    return committed ? Result<TaskState>(static_cast<TaskState>(**state)) : Result<TaskState>(committed.error());
}

Result<qint64> TaskStore::reclaim(const QString& kind) {
    return m_database.run("UPDATE tasks SET state = 0 WHERE kind = ? AND state = 1", kind);
}

Result<qint64> TaskStore::retryFailed(const QString& kind) {
    // A task whose work was queued anew meanwhile stays as it is.
    return m_database.run("UPDATE tasks SET state = 0, attempts = 0, next_attempt = 0 WHERE id IN (SELECT max(t.id) "
                          "FROM tasks t WHERE t.kind = ? AND t.state = 3 AND NOT EXISTS (SELECT 1 FROM tasks o WHERE "
                          "o.kind = t.kind AND o.entity = t.entity AND o.state < 2) GROUP BY t.entity)",
                          kind);
}

Result<std::optional<Task>> TaskStore::task(TaskId id) {
    return firstRow(m_database.query(selectTasks("id = ?"), id), readTask);
}

Result<std::vector<Task>> TaskStore::list(const QString& kind, TaskId before, int limit) {
    return allRows(
        m_database.query(selectTasks("kind = ? AND id < ? ORDER BY id DESC LIMIT ?"), kind, below(before), limit),
        readTask);
}

Result<TaskCounts> TaskStore::counts(const QString& kind) {
    return readCounts(m_database.query("SELECT state, count(*) FROM tasks WHERE kind = ? GROUP BY state", kind));
}

Result<std::vector<TaskStore::EntityTasks>> TaskStore::takeEntities(const QString& kindsBegin,
                                                                    const QString& entitiesEnd, int limit) {
    Transaction transaction(m_database);
    const auto now = m_database.now();
    const QString kinds = kindsBegin + QLatin1Char('%');
    const auto entities =
        allRows(m_database.query("SELECT entity, min(next_attempt) AS due FROM tasks WHERE state = 0 AND "
                                 "next_attempt <= ? AND kind LIKE ? AND entity LIKE ? GROUP BY entity ORDER BY due, "
                                 "entity LIMIT ?",
                                 now, kinds, QString(QLatin1Char('%') + entitiesEnd), limit),
                [](const Statement& row) { return row.text(0); });
    if (!entities) {
        return entities.error();
    }
    QByteArray sql = selectTasks("entity = ? AND kind LIKE ? AND state = 0 AND next_attempt <= ? ORDER BY kind");
    sql += m_database.isSqlite() ? "" : " FOR UPDATE SKIP LOCKED";
    std::vector<EntityTasks> taken;
    for (const QString& entity : *entities) {
        auto tasks = allRows(m_database.query(sql, entity, kinds, now), readTask);
        if (!tasks) {
            return tasks.error();
        }
        for (Task& task : *tasks) {
            if (const auto marked = m_database.run("UPDATE tasks SET state = 1 WHERE id = ?", task.id); !marked) {
                return marked.error();
            }
            task.state = TaskState::InProgress;
        }
        if (!tasks->empty()) {
            taken.push_back({entity, *std::move(tasks)});
        }
    }
    const auto committed = transaction.commit();
    return committed ? Result<std::vector<EntityTasks>>(std::move(taken))
                     : Result<std::vector<EntityTasks>>(committed.error());
}

Result<void> TaskStore::release(TaskId id, const QString& reason) {
    return done(m_database.run("UPDATE tasks SET state = 0, reason = ? WHERE id = ?", reason, id));
}

Result<void> TaskStore::retry(TaskId id) {
    const auto retried =
        m_database.run("UPDATE tasks SET state = 0, attempts = 0, next_attempt = 0 WHERE id = ? AND state > 2 AND NOT "
                       "EXISTS (SELECT 1 "
                       "FROM tasks o WHERE o.kind = tasks.kind AND o.entity = tasks.entity AND o.state < 2)",
                       id);
    if (!retried) {
        return retried.error();
    }
    return *retried == 1
               ? Result<void>()
               : Error{ErrorKind::Conflict, QStringLiteral("this task is not one that could be tried again"), {}};
}

Result<std::vector<Task>> TaskStore::listAll(const QString& kindsBegin, int state, TaskId before, int limit) {
    return allRows(m_database.query(selectTasks("kind LIKE ? AND (? < 0 OR state = ?) AND id < ? ORDER BY id DESC "
                                                "LIMIT ?"),
                                    QString(kindsBegin + QLatin1Char('%')), state, state, below(before), limit),
                   readTask);
}

Result<TaskCounts> TaskStore::countsAll(const QString& kindsBegin) {
    return readCounts(m_database.query("SELECT state, count(*) FROM tasks WHERE kind LIKE ? GROUP BY state",
                                       QString(kindsBegin + QLatin1Char('%'))));
}

Result<qint64> TaskStore::reclaimAll(const QString& kindsBegin) {
    return m_database.run("UPDATE tasks SET state = 0 WHERE kind LIKE ? AND state = 1",
                          QString(kindsBegin + QLatin1Char('%')));
}

}  // namespace kith::storage
