// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the insights page shows: how sure Kith is against how often it is right, mail by priority, reply times, who owes
// whom, cost, and the error budget. Every answer comes as a future from a desk's own thread.
#pragma once

#include "core/base/clock.h"
#include "core/service/changes.h"
#include "core/service/review_service.h"

#include <QFuture>

#include <functional>

namespace kith::service {

template <class Subject>
class Desk;
class TriageRoom;

/// Marks with what was said before them, by tenths of the stated confidence.
struct SaidAndTrue {
    double said{0};  ///< mean of what was said
    double right{0};
    int marks{0};
};

/// Messages of one week by stored priority.
struct WeekOfMail {
    Millis monday{0};
    std::array<int, 5> byPriority{};
    int total() const;
};

/// How long the owner took to answer, in hours.
struct ReplyTimes {
    Priority priority{Priority::Medium};
    int answered{0};
    double lower{0};  ///< quarter
    double median{0};
    double upper{0};  ///< three quarters
};

/// One person and what is open between them and the owner.
struct OpenBetween {
    QString name;
    QString address;
    int theyWait{0};  ///< conversations that wait for the owner
    int ownerWaits{0};
    Millis oldest{0};  ///< of all of them
};

/// What left for a model and what it cost, by day.
struct DayOfAsking {
    Millis day{0};
    int requests{0};
    double usd{0};
};

/// What Kith did by itself, and what of it was taken back.
struct DoneByKith {
    QString kind;  ///< stable word: filed, labelled, drafts, contacts, opportunities
    int done{0};
    int undone{0};
};

struct Insights {
    int messages{0};  ///< in the time looked at
    int marks{0};     ///< by the user, ever
    std::vector<SaidAndTrue> calibration;
    double calibrationGap{0};  ///< expected calibration error
    int calibrationMarks{0};   ///< that tell what was said before them
    std::vector<WeekOfMail> weeks;
    std::vector<ReplyTimes> replies;
    std::vector<OpenBetween> owed;
    int owedByOwner{0};
    int owedToOwner{0};
    std::vector<DayOfAsking> asking;
    double usdInAll{0};
    double usdPerDay{0};  ///< the budget
    int requestsPerDay{0};
    std::vector<DoneByKith> done;
};

class InsightsDesk {
public:
    InsightsDesk(Desk<Cellar>& reading, Desk<TriageRoom>& triage, const Clock& clock,
                 std::function<void(const Changes&)> changed)
        : m_reading(reading)
        , m_triage(triage)
        , m_clock(clock)
        , m_changed(std::move(changed)) {}

    /// weeks: how far back, this one among them.
    QFuture<Result<Insights>> read(int weeks);
    QFuture<Result<ReviewStanding>> review();
    /// Journalled; the inbox is decided again.
    QFuture<Result<ReviewStanding>> setErrorBudget(double share);

private:
    Desk<Cellar>& m_reading;
    Desk<TriageRoom>& m_triage;
    const Clock& m_clock;
    std::function<void(const Changes&)> m_changed;
};

}  // namespace kith::service
