// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/insights_reader.h"

#include "core/service/model_scoring.h"
#include "core/storage/insight_store.h"
#include "core/triage/calibration.h"

#include <QDateTime>

#include <algorithm>
#include <map>
#include <numeric>

namespace kith::service {

namespace {

using namespace std::chrono_literals;
constexpr int kAnswersLooked = 5000;
constexpr size_t kPeopleShown = 8;
constexpr int kDaysOfAsking = 28;
constexpr Millis kOneDayLong = 24h;
constexpr Millis kWaitingLong = 30 * 24h;

/// Midnight of this week's Monday, local time.
QDateTime thisMonday(Millis now) {
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.count()).date();
    return today.addDays(1 - today.dayOfWeek()).startOfDay();
}

void addCalibration(const std::vector<storage::JudgedMark>& marks, Insights& insights) {
    std::vector<triage::Scored> scored;
    std::array<int, 10> counts{};
    for (const storage::JudgedMark& mark : marks) {
        scored.push_back({mark.confidence, mark.right});
        ++counts[static_cast<size_t>(std::clamp(static_cast<int>(mark.confidence * 10), 0, 9))];
    }
    const auto bins = triage::reliability(scored);
    for (size_t i = 0; i < bins.size(); ++i) {
        if (counts[i] > 0) {
            insights.calibration.push_back({bins[i].meanProbability, bins[i].observed, counts[i]});
        }
    }
    insights.calibrationGap = triage::expectedCalibrationError(scored);
    insights.calibrationMarks = static_cast<int>(marks.size());
}

void addWeeks(const std::vector<storage::WeekCount>& counted, Millis start, int weeks, Insights& insights) {
    for (int week = 0; week < weeks; ++week) {
        const QDateTime monday = QDateTime::fromMSecsSinceEpoch(start.count()).addDays(7 * week);
        insights.weeks.push_back({Millis{monday.toMSecsSinceEpoch()}, {}});
    }
    for (const storage::WeekCount& one : counted) {
        if (one.week >= 0 && one.week < weeks && one.priority >= 0 && one.priority < 5) {
            insights.weeks[static_cast<size_t>(one.week)].byPriority[static_cast<size_t>(one.priority)] +=
                static_cast<int>(one.messages);
            insights.messages += static_cast<int>(one.messages);
        }
    }
}

double quantile(const std::vector<double>& ascending, double share) {
    const double at = share * static_cast<double>(ascending.size() - 1);
    const size_t low = static_cast<size_t>(at);
    const size_t high = std::min(low + 1, ascending.size() - 1);
    return ascending[low] + (at - static_cast<double>(low)) * (ascending[high] - ascending[low]);
}

void addReplies(const std::vector<storage::ReplyDelay>& delays, Insights& insights) {
    std::array<std::vector<double>, 5> hours;
    for (const storage::ReplyDelay& delay : delays) {
        if (delay.priority >= 0 && delay.priority < 5) {
            hours[static_cast<size_t>(delay.priority)].push_back(delay.hours);
        }
    }
    for (int priority = 4; priority >= 0; --priority) {
        std::vector<double>& ofThem = hours[static_cast<size_t>(priority)];
        if (ofThem.empty()) {
            continue;
        }
        std::sort(ofThem.begin(), ofThem.end());
        insights.replies.push_back({static_cast<Priority>(priority), static_cast<int>(ofThem.size()),
                                    quantile(ofThem, 0.25), quantile(ofThem, 0.5), quantile(ofThem, 0.75)});
    }
}

void addOpen(const std::vector<storage::OpenCount>& owner, const std::vector<storage::OpenCount>& others,
             Insights& insights) {
    std::map<QString, OpenBetween> people;
    const auto meet = [&people](const storage::OpenCount& one) -> OpenBetween& {
        OpenBetween& person = people[one.address];
        person.address = one.address;
        person.name = person.name.isEmpty() ? one.name : person.name;
        person.oldest = person.oldest == Millis{0} ? one.oldest : std::min(person.oldest, one.oldest);
        return person;
    };
    for (const storage::OpenCount& one : owner) {
        meet(one).theyWait = static_cast<int>(one.conversations);
        insights.owedByOwner += static_cast<int>(one.conversations);
    }
    for (const storage::OpenCount& one : others) {
        meet(one).ownerWaits = static_cast<int>(one.conversations);
        insights.owedToOwner += static_cast<int>(one.conversations);
    }
    for (auto& [address, person] : people) {
        insights.owed.push_back(std::move(person));
    }
    std::stable_sort(insights.owed.begin(), insights.owed.end(), [](const OpenBetween& a, const OpenBetween& b) {
        return a.theyWait + a.ownerWaits > b.theyWait + b.ownerWaits;
    });
    insights.owed.resize(std::min(insights.owed.size(), kPeopleShown));
}

void addAsking(const std::vector<storage::AskedOnDay>& asked, Millis start, const ModelSettings& settings,
               Insights& insights) {
    for (int day = 0; day < kDaysOfAsking; ++day) {
        insights.asking.push_back({start + day * kOneDayLong, 0, 0});
    }
    for (const storage::AskedOnDay& one : asked) {
        if (one.day >= 0 && one.day < kDaysOfAsking) {
            DayOfAsking& day = insights.asking[static_cast<size_t>(one.day)];
            day.requests = static_cast<int>(one.requests);
            day.usd = one.usd;
            insights.usdInAll += one.usd;
        }
    }
    insights.usdPerDay = settings.usdPerDay;
    insights.requestsPerDay = settings.requestsPerDay;
}

Result<void> addAskingAndDeeds(Cellar& cellar, Millis now, Millis start, Insights& insights) {
    storage::InsightStore store(*cellar.database);
    const auto settings = modelSettings(cellar);
    const QDate firstDay = QDateTime::fromMSecsSinceEpoch(now.count()).date().addDays(1 - kDaysOfAsking);
    const Millis days{firstDay.startOfDay().toMSecsSinceEpoch()};
    const auto asked = store.asked(days);
    const auto filed = store.filedSilently(start);
    const auto deeds = store.deeds(start);
    if (!settings || !asked || !filed || !deeds) {
        return !settings ? settings.error() : !asked ? asked.error() : !filed ? filed.error() : deeds.error();
    }
    addAsking(*asked, days, *settings, insights);
    if (filed->done > 0) {
        insights.done.push_back({filed->kind, static_cast<int>(filed->done), static_cast<int>(filed->undone)});
    }
    for (const storage::DeedCount& one : *deeds) {
        insights.done.push_back({one.kind, static_cast<int>(one.done), static_cast<int>(one.undone)});
    }
    return {};
}

}  // namespace

int WeekOfMail::total() const {
    return std::accumulate(byPriority.begin(), byPriority.end(), 0);
}

Result<Insights> readInsights(Cellar& cellar, Millis now, int weeks) {
    const Millis start{thisMonday(now).addDays(-7 * (weeks - 1)).toMSecsSinceEpoch()};
    storage::InsightStore store(*cellar.database);
    Insights insights;
    const auto answers = store.answers(kAnswersLooked);
    const auto marks = store.marks();
    const auto counted = store.weeks(start);
    const auto replies = store.replies(start);
    const auto owner = store.waitingForOwner();
    const auto others = store.waitingForOthers(now - kWaitingLong);
    for (const Error* error :
         {answers ? nullptr : &answers.error(), marks ? nullptr : &marks.error(), counted ? nullptr : &counted.error(),
          replies ? nullptr : &replies.error(), owner ? nullptr : &owner.error(), others ? nullptr : &others.error()}) {
        if (error != nullptr) {
            return *error;
        }
    }
    insights.marks = static_cast<int>(*marks);
    addCalibration(*answers, insights);
    addWeeks(*counted, start, weeks, insights);
    addReplies(*replies, insights);
    addOpen(*owner, *others, insights);
    const auto rest = addAskingAndDeeds(cellar, now, start, insights);
    return rest ? Result<Insights>(std::move(insights)) : Result<Insights>(rest.error());
}

}  // namespace kith::service
