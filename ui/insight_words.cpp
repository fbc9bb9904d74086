// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/insight_words.h"

#include "ui/priority_mark.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

constexpr int answersBeforeDrawing = 20;

QDate localDay(Millis at) {
    return QDateTime::fromMSecsSinceEpoch(at.count()).date();
}

QString number(int count) {
    return QLocale().toString(count);
}

/// The tenth with the most marks: what one sees said most often.
const service::SaidAndTrue& mostSaid(const std::vector<service::SaidAndTrue>& points) {
    return *std::max_element(points.begin(), points.end(),
                             [](const auto& a, const auto& b) { return a.marks < b.marks; });
}

}  // namespace

QString InsightWords::percent(double share) {
    return tr("%1 %").arg(std::lround(share * 100));
}

QString InsightWords::precisePercent(double share) {
    const double percent = share * 100;
    return tr("%1 %").arg(QLocale().toString(percent, 'f', percent == std::floor(percent) ? 0 : 1));
}

QString InsightWords::duration(double hours) {
    const auto minutes = static_cast<int>(std::lround(hours * 60));
    if (minutes < 60) {
        return tr("%1 min").arg(std::max(1, minutes));
    }
    if (minutes < 24 * 60) {
        return minutes % 60 == 0 ? tr("%1 h").arg(minutes / 60) : tr("%1 h %2").arg(minutes / 60).arg(minutes % 60);
    }
    const int wholeHours = minutes / 60;
    return wholeHours % 24 == 0 ? tr("%1 d").arg(wholeHours / 24)
                                : tr("%1 d %2 h").arg(wholeHours / 24).arg(wholeHours % 24);
}

QString InsightWords::week(Millis monday, bool isNow) {
    return isNow ? tr("now") : tr("w %1").arg(localDay(monday).weekNumber());
}

QString InsightWords::span(Millis from, Millis to) {
    const QLocale locale;
    const QString form = tr("d MMM", "a day without its year");
    return tr("%1 – %2").arg(locale.toString(localDay(from), form), locale.toString(localDay(to), form));
}

QString InsightWords::money(double usd) {
    return tr("%1 USD").arg(QLocale().toString(usd, 'f', usd < 1 ? 4 : 2));
}

QString InsightWords::deed(const QString& kind) {
    if (kind == QLatin1String("filed")) {
        return tr("Filed quietly");
    }
    if (kind.startsWith(QLatin1String("message.woken"))) {
        return tr("Snoozes ended");
    }
    if (kind.startsWith(QLatin1String("message.label")) || kind.startsWith(QLatin1String("label"))) {
        return tr("Labelled");
    }
    if (kind.startsWith(QLatin1String("message.move"))) {
        return tr("Moved");
    }
    if (kind.startsWith(QLatin1String("draft"))) {
        return tr("Drafts prepared");
    }
    if (kind.startsWith(QLatin1String("contact")) || kind.startsWith(QLatin1String("enrich"))) {
        return tr("Contact values filled");
    }
    if (kind.startsWith(QLatin1String("opportunit"))) {
        return tr("Opportunities found");
    }
    if (kind.startsWith(QLatin1String("rule"))) {
        return tr("Rules applied");
    }
    if (kind.startsWith(QLatin1String("import"))) {
        return tr("Imports");
    }
    if (kind.startsWith(QLatin1String("transcript"))) {
        return tr("Transcripts matched");
    }
    if (kind == QLatin1String("feedback.filed")) {
        return tr("Remarks filed");
    }
    return tr("Other: %1").arg(kind);
}

QString InsightWords::meta(const service::Insights& insights) {
    return tr("%1, %2").arg(insights.messages == 1 ? tr("1 message") : tr("%1 messages").arg(number(insights.messages)),
                            insights.marks == 1 ? tr("1 mark by you")
                                                : tr("%1 marks by you").arg(number(insights.marks)));
}

InsightWords::Card InsightWords::calibration(const service::Insights& insights) {
    Card card;
    card.head = {tr("Kith said"), tr("Was right"), tr("Answers")};
    for (const service::SaidAndTrue& point : insights.calibration) {
        card.rows.push_back({percent(point.said), percent(point.right), number(point.marks)});
    }
    if (insights.calibrationMarks < answersBeforeDrawing) {
        card.finding = tr("How often Kith is right when it says so");
        card.nothing = tr("Answer %1 more questions in the review: they, and not the corrections that you make on your "
                          "own, show how far its percentages can be trusted.")
                           .arg(answersBeforeDrawing - insights.calibrationMarks);
        return card;
    }
    const service::SaidAndTrue& point = mostSaid(insights.calibration);
    card.finding = tr("When Kith says %1, it is right %2 of the time").arg(percent(point.said), percent(point.right));
    card.caption =
        tr("Said against true, by %1 of your answers · mean gap %2 points")
            .arg(number(insights.calibrationMarks), QLocale().toString(insights.calibrationGap * 100, 'f', 1));
    return card;
}

InsightWords::Card InsightWords::weeks(const service::Insights& insights) {
    Card card;
    card.head = {tr("Week")};
    for (int priority = 4; priority >= 0; --priority) {
        card.head << PriorityWords::name(static_cast<Priority>(priority));
    }
    for (const service::WeekOfMail& week : insights.weeks) {
        QStringList row{QLocale().toString(localDay(week.monday), QLocale::ShortFormat)};
        for (size_t priority = 5; priority-- > 0;) {
            row << number(week.byPriority[priority]);
        }
        card.rows.push_back(row);
    }
    card.caption = tr("Messages a week by priority");
    const auto last = std::find_if(insights.weeks.rbegin(), insights.weeks.rend(),
                                   [](const service::WeekOfMail& week) { return week.total() > 0; });
    if (last == insights.weeks.rend()) {
        card.finding = tr("Mail by priority");
        card.nothing = tr("No decided mail in these weeks.");
        return card;
    }
    const int needed = last->byPriority[3] + last->byPriority[4];
    const bool now = last == insights.weeks.rbegin();
    card.finding = (now ? tr("Of %1 messages this week, %2 needed you")
                        : tr("Of %1 messages in the last busy week, %2 "
                             "needed you"))
                       .arg(number(last->total()), number(needed));
    return card;
}

InsightWords::Card InsightWords::replies(const service::Insights& insights) {
    Card card;
    card.head = {tr("Priority"), tr("Answered"), tr("25 % within"), tr("50 % within"), tr("75 % within")};
    for (const service::ReplyTimes& times : insights.replies) {
        card.rows.push_back({PriorityWords::name(times.priority), number(times.answered), duration(times.lower),
                             duration(times.median), duration(times.upper)});
    }
    if (insights.replies.empty()) {
        card.finding = tr("How fast you answer");
        card.nothing = tr("No mail of these weeks was answered in its conversation.");
        return card;
    }
    const service::ReplyTimes& first = insights.replies.front();
    card.finding = tr("%1 mail waits %2").arg(PriorityWords::name(first.priority), duration(first.median));
    card.caption = tr("Your reply time: median, and the middle half");
    return card;
}

InsightWords::Card InsightWords::done(const service::Insights& insights) {
    Card card;
    card.head = {tr("What"), tr("Done"), tr("Undone"), tr("Share")};
    int all = 0, undone = 0;
    for (const service::DoneByKith& one : insights.done) {
        all += one.done;
        undone += one.undone;
        card.rows.push_back({deed(one.kind), number(one.done), number(one.undone),
                             precisePercent(one.done > 0 ? static_cast<double>(one.undone) / one.done : 0)});
    }
    card.caption = tr("What Kith did, and what you took back");
    if (all == 0) {
        card.finding = tr("What Kith did by itself");
        card.nothing = tr("Nothing in these weeks.");
        return card;
    }
    card.finding = tr("%1 of %2 automatic steps were undone").arg(number(undone), number(all));
    return card;
}

InsightWords::Card InsightWords::owed(const service::Insights& insights) {
    Card card;
    card.head = {tr("Who"), tr("Wait for you"), tr("You wait"), tr("Since")};
    for (const service::OpenBetween& one : insights.owed) {
        card.rows.push_back({one.name.isEmpty() ? one.address : one.name, number(one.theyWait), number(one.ownerWaits),
                             QLocale().toString(localDay(one.oldest), QLocale::ShortFormat)});
    }
    if (insights.owed.empty()) {
        card.finding = tr("Nobody waits");
        card.nothing = tr("No conversation waits for you, and you wait for none.");
        return card;
    }
    card.finding =
        tr("You owe %1 answers, %2 are owed to you").arg(number(insights.owedByOwner), number(insights.owedToOwner));
    card.caption = tr("Conversations that wait, the most first");
    return card;
}

InsightWords::Card InsightWords::asking(const service::Insights& insights) {
    Card card;
    card.head = {tr("Day"), tr("Questions"), tr("Cost")};
    int all = 0;
    for (const service::DayOfAsking& day : insights.asking) {
        all += day.requests;
        if (day.requests > 0) {
            card.rows.push_back(
                {QLocale().toString(localDay(day.day), QLocale::ShortFormat), number(day.requests), money(day.usd)});
        }
    }
    if (all == 0) {
        card.finding = tr("The model was not asked");
        card.nothing = tr("Kith decided everything on this computer. A model is asked once its key is entered and you "
                          "have agreed.");
        return card;
    }
    card.finding = tr("%1 questions to the model cost %2").arg(number(all), money(insights.usdInAll));
    card.caption = tr("Questions a day, %1 · at most %2 and %3 a day")
                       .arg(span(insights.asking.front().day, insights.asking.back().day),
                            number(insights.requestsPerDay), money(insights.usdPerDay));
    return card;
}

QString InsightWords::plan(const service::BudgetPlan& plan) {
    return tr("files %1 quietly, asks %2 of 100")
        .arg(percent(plan.threshold.coverage), number(static_cast<int>(std::lround(plan.questionsPer100))));
}

InsightWords::Card InsightWords::budget(const service::ReviewStanding& standing) {
    Card card;
    card.head = {tr("May be wrong"), tr("Filed quietly"), tr("Questions in 100"), tr("Error"), tr("At most")};
    for (const service::BudgetPlan& one : standing.plans) {
        card.rows.push_back({precisePercent(one.budget), percent(one.threshold.coverage),
                             number(static_cast<int>(std::lround(one.questionsPer100))),
                             precisePercent(one.threshold.error.estimate), precisePercent(one.threshold.error.bound)});
    }
    const triage::ReviewThreshold& now = standing.threshold;
    if (now.coverage <= 0) {
        card.finding = tr("At %1 Kith asks about everything").arg(precisePercent(standing.budget));
        card.caption = tr("Nothing can be filed quietly within this budget yet.");
        return card;
    }
    card.finding = tr("Kith files %1 quietly, about %2 of it wrongly")
                       .arg(percent(now.coverage), precisePercent(now.error.estimate));
    card.caption =
        now.measured
            ? tr("At most %1, measured on %2 of your answers").arg(precisePercent(now.error.bound), number(now.answers))
            : tr("Assumed until you have answered %1 questions; %2 so far")
                  .arg(triage::kMarksBeforeMeasuring)
                  .arg(now.answers);
    return card;
}

}  // namespace kith::ui
