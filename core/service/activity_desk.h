// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What was done, by whom and when, newest first; taking one of it back; and whether the log still is what was written.
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/service/conversation.h"

#include <QFuture>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace kith::service {

template <class Subject>
class Desk;
class InboxDesk;
struct Cellar;

enum class ActivityBy { You, Kith, Import };

/// One change of the journal; scoring runs that followed each other are one entry, which cannot be taken back.
struct ActivityEntry {
    ChangeId id;
    std::chrono::milliseconds when{0};
    QString kind;  ///< message.archive, feedback.given, messages.scored, change.undone …
    ActivityBy by{ActivityBy::You};
    QString actor;         ///< user, rule:ID, local, model:NAME, import:ID
    QString summary;       ///< as written in the log
    int rows{0};           ///< rows of the workspace that it touched
    int messages{0};       ///< the number in the summary; what scoring runs that followed each other decided together
    bool undoable{false};  ///< can be taken back now
    bool undone{false};

    bool operator==(const ActivityEntry&) const = default;
};

struct ActivityPart {
    std::vector<ActivityEntry> entries;  ///< newest first
    ChangeId next;                       ///< ask for what is before this one; 0: there is nothing older
};

struct LogReport {
    qint64 events{0};
    bool intact{true};
    EventId firstBad;  ///< 0: none
};

class ActivityDesk {
public:
    ActivityDesk(Desk<Cellar>& reading, InboxDesk& inbox)
        : m_reading(reading)
        , m_inbox(inbox) {}

    /// before 0: from the newest.
    QFuture<Result<ActivityPart>> list(ChangeId before = {}, int limit = 100, std::optional<ActivityBy> by = {});
    /// Conflict where it was taken back already, Unsupported where it cannot be.
    QFuture<Result<Receipt>> undo(ChangeId change);
    /// Reads the whole log and computes every hash again.
    QFuture<Result<LogReport>> verify();

private:
    Desk<Cellar>& m_reading;
    InboxDesk& m_inbox;
};

}  // namespace kith::service
