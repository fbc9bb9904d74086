// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Counts over mail, marks, changes and questions for the insights page. Read-only.
#pragma once

#include "core/domain/feedback.h"
#include "core/storage/database.h"

#include <chrono>
#include <vector>

namespace kith::storage {

struct JudgedMark {
    double confidence{0};
    bool right{false};
};

struct WeekCount {
    int week{0};  ///< from the start
    int priority{0};
    qint64 messages{0};
};

struct ReplyDelay {
    int priority{0};
    double hours{0};
};

struct OpenCount {
    QString name;
    QString address;
    qint64 conversations{0};
    std::chrono::milliseconds oldest{0};
};

struct AskedOnDay {
    qint64 day{0};  ///< from the start
    qint64 requests{0};
    double usd{0};
};

struct DeedCount {
    QString kind;
    qint64 done{0};
    qint64 undone{0};
};

class InsightStore {
public:
    explicit InsightStore(Database& database)
        : m_database(database) {}

    /// Answers to what Kith asked, with the confidence that was stated; newest first.
    Result<std::vector<JudgedMark>> answers(int limit);
    Result<qint64> marks();
    /// Received and decided, by week from `start` on.
    Result<std::vector<WeekCount>> weeks(std::chrono::milliseconds start);
    /// Received since then and answered in the same conversation within two weeks.
    Result<std::vector<ReplyDelay>> replies(std::chrono::milliseconds since);
    /// Conversations that wait for the owner, or for the other side, by person; most first.
    Result<std::vector<OpenCount>> waitingForOwner();
    Result<std::vector<OpenCount>> waitingForOthers(std::chrono::milliseconds since);
    Result<std::vector<AskedOnDay>> asked(std::chrono::milliseconds start);
    /// Decided by the machine without asking since then, and of it what the user corrected.
    Result<DeedCount> filedSilently(std::chrono::milliseconds since);
    /// Changes of the machine other than deciding, by kind.
    Result<std::vector<DeedCount>> deeds(std::chrono::milliseconds since);

private:
    Database& m_database;
};

}  // namespace kith::storage
