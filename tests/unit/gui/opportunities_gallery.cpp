// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The opportunities page as pictures, in every scheme: opportunities_gallery FOLDER
#include "fake_house.h"
#include "opportunity_support.h"
#include "ui/opportunities_page.h"

#include <QApplication>
#include <QListView>

using namespace kith;
using namespace kith::ui;

namespace {

void settleDown() {
    for (int i = 0; i < 20; ++i) {
        QCoreApplication::processEvents();
    }
}

void draw(Theme& theme, const QString& file) {
    FakeHouse house;
    FakeOpportunityDesk desk;
    desk.fill(QDate::currentDate());
    OpportunitiesPage page(theme, house, desk, nullptr);
    page.resize(1220, 900);
    page.show();
    page.activateWindow();
    page.arrive();
    settleDown();
    page.findChild<QListView*>(QStringLiteral("opportunityLane-quote"))->setFocus();
    settleDown();
    page.grab().save(file + QStringLiteral(".png"));
    page.show(QStringLiteral("table"));
    settleDown();
    page.grab().save(file + QStringLiteral("-table.png"));
    desk.all.clear();
    page.arrive();
    settleDown();
    page.grab().save(file + QStringLiteral("-nothing.png"));
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    Theme theme;
    theme.dress(app);
    const QString folder = app.arguments().value(1, QStringLiteral("."));
    theme.choose(Theme::Choice::Light);
    draw(theme, folder + QStringLiteral("/opportunities-light"));
    theme.choose(Theme::Choice::Dark);
    draw(theme, folder + QStringLiteral("/opportunities-dark"));
    theme.choose(Theme::Choice::HighContrast);
    draw(theme, folder + QStringLiteral("/opportunities-contrast"));
    return 0;
}
