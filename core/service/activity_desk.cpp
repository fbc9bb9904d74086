// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/activity_desk.h"

#include "core/service/cellar.h"
#include "core/service/desk.h"
#include "core/service/inbox_desk.h"
#include "core/storage/event_log.h"

#include <algorithm>

namespace kith::service {

namespace {

constexpr int kActivityChunk = 200;

ActivityBy activityBy(const storage::Change& change) {
    if (change.actor == QStringLiteral("user")) {
        return ActivityBy::You;
    }
    return change.actor.startsWith(QStringLiteral("import")) ? ActivityBy::Import : ActivityBy::Kith;
}

/// The first number in a summary; 0: there is none.
int numberInSummary(const QString& summary) {
    int number = 0;
    bool begun = false;
    for (const QChar c : summary) {
        if (c.isDigit()) {
            begun = true;
            number = std::min(number * 10 + c.digitValue(), 99'999'999);
        } else if (begun) {
            break;
        }
    }
    return number;
}

ActivityEntry activityEntry(const storage::Change& change) {
    ActivityEntry entry;
    entry.id = change.id;
    entry.when = change.at;
    entry.kind = change.kind;
    entry.by = activityBy(change);
    entry.actor = change.actor;
    entry.summary = change.summary;
    entry.rows = change.rows;
    entry.messages = change.kind == QStringLiteral("rule.applied") ? 1 : numberInSummary(change.summary);
    entry.undone = static_cast<bool>(change.undoneBy);
    entry.undoable = change.undoable && !entry.undone;
    return entry;
}

/// A mailbox is scored in slices, a rule acts message by message: together they are what one would call one run.
bool foldsInto(const ActivityEntry& last, const ActivityEntry& entry) {
    const auto isRun = [&last](const ActivityEntry& one) {
        const bool slices = one.kind == QStringLiteral("messages.scored") || one.kind == QStringLiteral("rule.applied");
        return slices && one.kind == last.kind && one.by == ActivityBy::Kith && !one.undone;
    };
    return isRun(last) && isRun(entry) && last.actor == entry.actor;
}

void addOrFold(std::vector<ActivityEntry>& entries, ActivityEntry entry, bool folds) {
    if (!folds) {
        entries.push_back(std::move(entry));
        return;
    }
    ActivityEntry& run = entries.back();
    run.messages += entry.messages;
    run.rows += entry.rows;
    run.undoable = false;
}

/// Reads on until the part is full or the journal ends, so that a filter never makes an empty part in between.
Result<ActivityPart> readActivity(Cellar& cellar, ChangeId before, int limit, std::optional<ActivityBy> by) {
    ActivityPart part;
    part.next = before;
    for (;;) {
        const int chunk = by ? kActivityChunk : limit;
        const auto changes = cellar.undo.list(part.next, chunk);
        if (!changes) {
            return changes.error();
        }
        for (const storage::Change& change : *changes) {
            if (by && activityBy(change) != *by) {
                part.next = change.id;
                continue;
            }
            ActivityEntry entry = activityEntry(change);
            const bool folds = !part.entries.empty() && foldsInto(part.entries.back(), entry);
            if (!folds && static_cast<int>(part.entries.size()) == limit) {
                return part;
            }
            part.next = change.id;
            addOrFold(part.entries, std::move(entry), folds);
        }
        if (static_cast<int>(changes->size()) < chunk) {
            part.next = {};
            return part;
        }
    }
}

}  // namespace

QFuture<Result<ActivityPart>> ActivityDesk::list(ChangeId before, int limit, std::optional<ActivityBy> by) {
    return m_reading.ask(
        [before, limit = std::max(1, limit), by](Cellar& cellar) { return readActivity(cellar, before, limit, by); });
}

QFuture<Result<Receipt>> ActivityDesk::undo(ChangeId change) {
    return m_inbox.undo(change);
}

QFuture<Result<LogReport>> ActivityDesk::verify() {
    return m_reading.ask([](Cellar& cellar) -> Result<LogReport> {
        const auto report = storage::EventLog(*cellar.database).verify();
        if (!report) {
            return report.error();
        }
        return LogReport{report->events, report->intact, report->firstBad.value_or(EventId{})};
    });
}

}  // namespace kith::service
