// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Work is rows: one piece of work that a worker takes, finishes or tries again.
#pragma once

#include "core/domain/ids.h"

#include <QJsonObject>
#include <QString>

#include <chrono>

namespace kith {

enum class TaskState { Pending, InProgress, Completed, Failed, Skipped, Cancelled };

struct Task {
    TaskId id;
    QString kind;    ///< e.g. import.mail, enrich.contact_info
    QString entity;  ///< kind:id of what it is about
    TaskState state{TaskState::Pending};
    int attempts{0};
    int maxAttempts{5};
    std::chrono::milliseconds nextAttempt{0};
    QString reason;      ///< why it failed or was skipped
    QJsonObject detail;  ///< progress and parameters; what a restart needs to go on
};

}  // namespace kith
