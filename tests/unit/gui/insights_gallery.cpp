// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The insights as pictures, with invented numbers: insights_gallery FOLDER
#include "insights_support.h"
#include "ui/insight_card.h"
#include "ui/theme.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>

using namespace kith;
using namespace kith::ui;

namespace {

void settleInsights() {
    for (int i = 0; i < 20; ++i) {
        QCoreApplication::processEvents();
    }
}

void drawInsights(Theme& theme, const QString& file) {
    FakeInsightsHouse house;
    InsightsPage page(theme, house.door(), nullptr);
    page.resize(1220, 900);
    static_cast<QWidget&>(page).show();
    page.arrive();
    settleInsights();
    page.grab().save(file + QStringLiteral(".png"));
    auto* scroll = page.findChild<QScrollArea*>(QStringLiteral("insightsScroll"));
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    settleInsights();
    page.grab().save(file + QStringLiteral("-below.png"));
    scroll->verticalScrollBar()->setValue(0);
    for (auto* card : page.findChildren<InsightCard*>()) {
        card->showTable(true);
    }
    settleInsights();
    page.grab().save(file + QStringLiteral("-tables.png"));
    house.insights = {};
    house.standing = {};
    page.arrive();
    settleInsights();
    page.grab().save(file + QStringLiteral("-nothing.png"));
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(".");
    Theme theme;
    theme.dress(application);
    for (const auto& [choice, name] : {std::pair{Theme::Choice::Light, "light"},
                                       {Theme::Choice::Dark, "dark"},
                                       {Theme::Choice::HighContrast, "contrast"}}) {
        theme.choose(choice);
        drawInsights(theme, folder + QStringLiteral("/insights-") + QLatin1String(name));
    }
    return 0;
}
