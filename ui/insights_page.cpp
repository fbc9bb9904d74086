// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/insights_page.h"

#include "ui/bring_home.h"
#include "ui/budget_choice.h"
#include "ui/insight_bars.h"
#include "ui/insight_card.h"
#include "ui/insight_charts.h"
#include "ui/insight_words.h"
#include "ui/text_label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int weeksUsually = 8;

void put(InsightCard& card, const InsightWords::Card& words) {
    card.setTable(words.head, words.rows);
    card.setNothing(words.nothing);
    card.tell(words.finding, words.nothing.isEmpty() ? words.caption : QString());
}

QString deedIcon(const QString& kind) {
    return kind == QLatin1String("filed")                    ? QStringLiteral("archive")
           : kind.startsWith(QLatin1String("message.label")) ? QStringLiteral("tag")
           : kind.startsWith(QLatin1String("draft"))         ? QStringLiteral("file-check-2")
           : kind.startsWith(QLatin1String("contact"))       ? QStringLiteral("user-plus")
           : kind.startsWith(QLatin1String("opportunit"))    ? QStringLiteral("target")
           : kind.startsWith(QLatin1String("import"))        ? QStringLiteral("file-up")
           : kind.startsWith(QLatin1String("message.woken")) ? QStringLiteral("clock")
                                                             : QStringLiteral("activity");
}

std::vector<ShareLines::Line> deedLines(const service::Insights& insights) {
    constexpr double wholeBar = 0.12;  // of undone ones: more than that is as bad as it gets
    constexpr double worrying = 0.05;
    std::vector<ShareLines::Line> lines;
    for (const service::DoneByKith& one : insights.done) {
        const double share = one.done > 0 ? static_cast<double>(one.undone) / one.done : 0;
        lines.push_back({deedIcon(one.kind), InsightWords::deed(one.kind), QLocale().toString(one.done),
                         InsightWords::tr("%1 undone").arg(one.undone), std::min(1.0, share / wholeBar),
                         share > worrying ? Role::Warn : Role::Accent, InsightWords::precisePercent(share)});
    }
    return lines;
}

std::vector<ShareLines::Line> owedLines(const service::Insights& insights) {
    std::vector<ShareLines::Line> lines;
    int most = 1;
    for (const service::OpenBetween& one : insights.owed) {
        most = std::max(most, one.theyWait + one.ownerWaits);
    }
    for (const service::OpenBetween& one : insights.owed) {
        const int all = one.theyWait + one.ownerWaits;
        lines.push_back({{},
                         one.name.isEmpty() ? one.address : one.name,
                         one.theyWait > 0 ? InsightWords::tr("%1 for you").arg(one.theyWait) : QString(),
                         one.ownerWaits > 0 ? InsightWords::tr("%1 for them").arg(one.ownerWaits) : QString(),
                         static_cast<double>(all) / most,
                         one.theyWait > 0 ? Role::Accent : Role::StrongLine,
                         QString::number(all)});
    }
    return lines;
}

}  // namespace

InsightsPage::InsightsPage(const Theme& theme, InsightsHouse house, QWidget* parent)
    : PlacePage(theme, parent)
    , m_house(std::move(house)) {
    setObjectName(QStringLiteral("insightsPage"));
    setAccessibleName(tr("Insights"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(buildCards(), 1);
    setFocusProxy(m_weeks);
}

QWidget* InsightsPage::buildHead() {
    auto* head = new Pane(theme(), Role::Base, this);
    head->setLines(Qt::BottomEdge);
    head->setFixedHeight(theme().scaled(64));
    auto* title = new TextLabel(theme(), head, TextStyle::Heading);
    title->setText(tr("Insights"));
    m_meta = new TextLabel(theme(), head, TextStyle::Body, Role::Text2);
    m_meta->setObjectName(QStringLiteral("insightsMeta"));
    m_weeks = new QComboBox(head);
    m_weeks->setObjectName(QStringLiteral("insightsWeeks"));
    m_weeks->setAccessibleName(tr("How far back"));
    for (const int weeks : {4, weeksUsually, 26, 52}) {
        m_weeks->addItem(tr("Last %1 weeks").arg(weeks), weeks);
    }
    m_weeks->setCurrentIndex(m_weeks->findData(weeksUsually));
    connect(m_weeks, &QComboBox::activated, this, &InsightsPage::arrive);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::screen, 0, space::screen, 0);
    row->setSpacing(space::two);
    row->addWidget(title);
    row->addWidget(m_meta);
    row->addStretch();
    row->addWidget(m_weeks);
    return head;
}

InsightCard* InsightsPage::addCard(QGridLayout& grid, const char* name, int row, int column, int columns) {
    auto* card = new InsightCard(theme(), QLatin1String(name), this);
    card->setLines(column == 0 && columns == 1 ? Qt::BottomEdge | Qt::RightEdge : Qt::Edges(Qt::BottomEdge));
    grid.addWidget(card, row, column, 1, columns);
    return card;
}

QWidget* InsightsPage::buildCards() {
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("insightsScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* holder = new Pane(theme(), Role::Base, scroll);
    auto* grid = new QGridLayout(holder);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    m_calibrationCard = addCard(*grid, "calibration", 0, 0);
    m_weeksCard = addCard(*grid, "weeks", 0, 1);
    m_repliesCard = addCard(*grid, "replies", 1, 0);
    m_doneCard = addCard(*grid, "done", 1, 1);
    m_budgetCard = addCard(*grid, "budget", 2, 0);
    m_owedCard = addCard(*grid, "owed", 2, 1);
    m_askingCard = addCard(*grid, "asking", 3, 0, 2);
    m_calibrationCard->setPicture(m_calibration = new CalibrationChart(theme(), m_calibrationCard));
    auto* weeks = new QWidget(m_weeksCard);
    auto* row = new QHBoxLayout(weeks);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::two);
    row->addWidget(m_weeksChart = new WeeksChart(theme(), weeks), 1);
    row->addWidget(new PriorityKey(theme(), weeks));
    m_weeksCard->setPicture(weeks);
    m_repliesCard->setPicture(m_replies = new ReplyBars(theme(), m_repliesCard));
    m_doneCard->setPicture(m_done = new ShareLines(theme(), m_doneCard));
    m_budgetCard->setPicture(m_budget = new BudgetChoice(theme(), m_budgetCard));
    m_owedCard->setPicture(m_owed = new ShareLines(theme(), m_owedCard));
    m_askingCard->setPicture(m_asking = new AskingChart(theme(), m_askingCard));
    connect(m_budget, &BudgetChoice::chose, this, &InsightsPage::chooseBudget);
    scroll->setWidget(holder);
    return scroll;
}

void InsightsPage::arrive() {
    const quint64 number = ++m_asked;
    bringHome(this, m_house.read(m_weeks->currentData().toInt()),
              [this, number](const Result<service::Insights>& insights) {
                  if (number != m_asked) {
                      return;
                  }
                  if (insights) {
                      show(*insights);
                  } else {
                      m_meta->setText(tr("The numbers could not be read."));
                  }
              });
    bringHome(this, m_house.review(), [this](const Result<service::ReviewStanding>& standing) {
        if (standing) {
            show(*standing);
        }
    });
}

void InsightsPage::show(const service::Insights& insights) {
    m_meta->setText(InsightWords::meta(insights));
    put(*m_calibrationCard, InsightWords::calibration(insights));
    put(*m_weeksCard, InsightWords::weeks(insights));
    put(*m_repliesCard, InsightWords::replies(insights));
    put(*m_doneCard, InsightWords::done(insights));
    put(*m_owedCard, InsightWords::owed(insights));
    put(*m_askingCard, InsightWords::asking(insights));
    m_calibration->show(insights.calibration);
    m_weeksChart->show(insights.weeks);
    m_replies->show(insights.replies);
    m_done->show(deedLines(insights));
    m_owed->show(owedLines(insights));
    m_asking->show(insights.asking);
}

void InsightsPage::show(const service::ReviewStanding& standing) {
    put(*m_budgetCard, InsightWords::budget(standing));
    m_budget->show(standing);
}

void InsightsPage::chooseBudget(double share) {
    bringHome(this, m_house.setErrorBudget(share), [this](const Result<service::ReviewStanding>& standing) {
        if (standing) {
            show(*standing);
            Q_EMIT said({QStringLiteral("circle-check"),
                         tr("The error budget is %1 now").arg(InsightWords::precisePercent(standing->budget)),
                         {},
                         true});
        } else {
            arrive();
        }
    });
}

}  // namespace kith::ui
