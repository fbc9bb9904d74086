// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Drafts to approve as pictures: drafts_gallery FOLDER
#include "tests/unit/gui/draft_support.h"
#include "ui/drafts_page.h"
#include "ui/drafts_section.h"
#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace kith;
using namespace kith::ui;

namespace {

void settleDrafts() {
    for (int i = 0; i < 40; ++i) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

/// From the ask until it is painted, the desk answering at once: what of the 50 ms the window takes.
void timeOpening(DraftsPage& page) {
    std::vector<double> times;
    for (int i = 0; i < 41; ++i) {
        QElapsedTimer timer;
        timer.start();
        page.show(QString::number(1 + i % 2));
        while (page.current() != 1 + i % 2) {
            QCoreApplication::processEvents();
        }
        page.repaint();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    std::printf("opening a draft: median %.1f ms, worst %.1f ms\n", times[times.size() / 2], times.back());
}

void drawSection(Theme& theme, const QString& file) {
    kith::testing::FakeDrafts desk;
    desk.allowed.modelAllowed = true;
    desk.allowed.ahead = true;
    desk.facts.tone = {{1, QStringLiteral("greeting"), QStringLiteral("Hi"), {}, {}, 0, 4, {}},
                       {2, QStringLiteral("closing"), QStringLiteral("Cheers"), {}, {}, 0, 2, {}},
                       {3, QStringLiteral("omit"), QStringLiteral("hope this"), {}, {}, 0, 1, {}}};
    desk.facts.snippets = {
        {1, QStringLiteral("Delivery"), QStringLiteral("Hi {first_name}, delivery takes [days]."), {}}};
    DraftsSection section(theme, desk, nullptr);
    section.resize(960, 900);
    section.QWidget::show();
    section.arrive();
    settleDrafts();
    section.grab().save(file);
}

void drawDrafts(Theme& theme, const QString& file) {
    kith::testing::FakeDrafts desk;
    desk.views = {kith::testing::aDraftView(1), kith::testing::aDraftView(2), kith::testing::aDraftView(3)};
    desk.views.back().draft.account = AccountId{0};
    desk.allowed.maySend = file.contains(QStringLiteral("dark"));
    DraftsPage page(theme, desk, nullptr);
    page.resize(1220, 900);
    page.QWidget::show();
    page.arrive();
    settleDrafts();
    timeOpening(page);
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
        drawSection(theme, folder + QStringLiteral("/drafts-settings-") + QLatin1String(name) + QStringLiteral(".png"));
    }
    return 0;
}
