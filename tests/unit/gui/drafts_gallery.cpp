// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Drafts to approve as pictures: drafts_gallery FOLDER
#include "tests/unit/gui/draft_support.h"
#include "ui/drafts_page.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>

using namespace kith;
using namespace kith::ui;

namespace {

void settleDrafts() {
    for (int i = 0; i < 40; ++i) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

void drawDrafts(Theme& theme, const QString& file) {
    kith::testing::FakeDrafts desk;
    desk.views = {kith::testing::aDraftView(1), kith::testing::aDraftView(2), kith::testing::aDraftView(3)};
    DraftsPage page(theme, desk, nullptr);
    page.resize(1220, 900);
    page.QWidget::show();
    page.arrive();
    settleDrafts();
    page.grab().save(file + QStringLiteral(".png"));
    page.approve();
    settleDrafts();
    page.grab().save(file + QStringLiteral("-asked.png"));
    page.edit();
    settleDrafts();
    page.grab().save(file + QStringLiteral("-edit.png"));
    desk.views.clear();
    page.edit();
    page.arrive();
    settleDrafts();
    page.grab().save(file + QStringLiteral("-nothing.png"));
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    Theme theme;
    theme.dress(application);
    const QString folder = application.arguments().value(1, QStringLiteral("."));
    QDir().mkpath(folder);
    for (const auto& [choice, name] : {std::pair(Theme::Choice::Light, "light"),
                                       {Theme::Choice::Dark, "dark"},
                                       {Theme::Choice::HighContrast, "contrast"}}) {
        theme.choose(choice);
        drawDrafts(theme, folder + QStringLiteral("/drafts-") + QLatin1String(name));
    }
    return 0;
}
