// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Work as rows: taken, finished, tried again later; what a killed process left is taken up again.
#pragma once

#include "core/domain/task.h"
#include "core/storage/database.h"

namespace kith::storage {

struct TaskCounts {
    qint64 pending{0};
    qint64 inProgress{0};
    qint64 completed{0};
    qint64 failed{0};
    qint64 skipped{0};
    qint64 cancelled{0};
};

class TaskStore {
public:
    explicit TaskStore(Database& database)
        : m_database(database) {}

    /// Nothing new where an unfinished task of this kind and entity exists: answers that one.
    Result<TaskId> add(const Task& task);
    /// Marks up to limit due tasks as in progress, oldest due first; each task goes to one taker only.
    Result<std::vector<Task>> take(const QString& kind, int limit);
    Result<void> saveProgress(TaskId id, const QJsonObject& detail);
    Result<void> finish(TaskId id, TaskState state, const QString& reason = {});
    /// One attempt more is used up: pending again after delay, or failed when attempts are exhausted.
    Result<TaskState> fail(TaskId id, const QString& reason, std::chrono::milliseconds delay);
    /// At start: what a dead process held is pending again. How many.
    Result<qint64> reclaim(const QString& kind);
    Result<qint64> retryFailed(const QString& kind);
    /// All due tasks of up to limit entities that end so, marked as in progress; oldest due first, each entity whole.
    struct EntityTasks {
        QString entity;
        std::vector<Task> tasks;
    };
    Result<std::vector<EntityTasks>> takeEntities(const QString& kindsBegin, const QString& entitiesEnd, int limit);
    /// Not begun after all: pending as before, no attempt used up.
    Result<void> release(TaskId id, const QString& reason);
    /// One that failed, was skipped or cancelled goes again at once; Conflict where its work waits anew already.
    Result<void> retry(TaskId id);
    /// Newest first, of all kinds that begin so; state: below 0 for any.
    Result<std::vector<Task>> listAll(const QString& kindsBegin, int state, TaskId before, int limit);
    Result<TaskCounts> countsAll(const QString& kindsBegin);
    Result<qint64> reclaimAll(const QString& kindsBegin);
    Result<std::optional<Task>> task(TaskId id);
    Result<std::vector<Task>> list(const QString& kind, TaskId before, int limit);
    Result<TaskCounts> counts(const QString& kind);

private:
    Database& m_database;
};

}  // namespace kith::storage
