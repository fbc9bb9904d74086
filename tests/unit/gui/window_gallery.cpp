// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Draws the window with invented mail, light and dark: window_gallery FOLDER
#include "fake_house.h"
#include "ui/list_pane.h"
#include "ui/main_window.h"
#include "ui/message_list_view.h"
#include "ui/place.h"
#include "ui/theme.h"
#include "ui/work_page.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

using namespace kith;
using namespace kith::ui;

namespace {

void shoot(QWidget& window, const QString& path) {
    QTest::qWait(400);
    QPixmap picture = window.grab();
    if (QWidget* popup = QApplication::activePopupWidget()) {
        QPainter painter(&picture);
        QPixmap over(popup->size());
        over.fill(Qt::transparent);
        popup->render(&over, {}, {}, QWidget::DrawChildren);
        painter.drawPixmap(popup->mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0)), over);
    }
    picture.save(path + QStringLiteral(".png"));
}

void walk(MainWindow& window, FakeHouse& house, const QString& to, const QString& scheme) {
    const auto name = [&](const char* scene) -> QString { return to + QLatin1String(scene) + scheme; };
    window.go(Place::Inbox);
    QTest::qWait(300);
    InboxPage& inbox = window.work()->inbox();
    shoot(window, name("inbox-"));
    inbox.list().view().toggleChecked();
    house.progress(service::ImportProgress::Phase::Reading, 4120, 2);
    shoot(window, name("busy-"));
    house.progress(service::ImportProgress::Phase::Cancelled, 4120);
    inbox.list().selectAll(false);
    inbox.moveBy(2);
    QTest::qWait(200);
    inbox.showWhy();
    shoot(window, name("why-"));
    QApplication::activePopupWidget()->close();
    inbox.snooze();
    shoot(window, name("snooze-"));
    QApplication::activePopupWidget()->close();
    window.go(Place::Review);
    shoot(window, name("review-"));
    window.go(Place::Opportunities);
    shoot(window, name("coming-"));
    window.toggleHelp();
    shoot(window, name("help-"));
    window.toggleHelp();
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Theme theme;
    theme.dress(application);
    MainWindow window(theme, Seams{});
    auto owned = std::make_unique<FakeHouse>();
    FakeHouse& house = *owned;
    window.setHouse(std::move(owned));
    window.show();
    QTest::qWait(300);
    const QString to = application.arguments().value(1, QStringLiteral(".")) + QLatin1Char('/');
    for (const auto& [choice, name] : {std::pair{Theme::Choice::Light, "light"}, {Theme::Choice::Dark, "dark"}}) {
        window.forceColours(choice);
        if (window.showsStart()) {
            shoot(window, to + QStringLiteral("start-") + QLatin1String(name));
            window.openSample();
            QTest::qWait(300);
        }
        walk(window, house, to, QLatin1String(name));
    }
    return 0;
}
