// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Review and activity as pictures, with invented mail: gui_review_gallery FOLDER
#include "tests/unit/gui/review_support.h"
#include "ui/activity_page.h"
#include "ui/review_page.h"
#include "ui/theme.h"

#include <QApplication>

using namespace kith;
using namespace kith::ui;

namespace {

void settle() {
    for (int i = 0; i < 20; ++i) {
        QCoreApplication::processEvents();
    }
}

ReviewItem item() {
    ReviewItem made;
    made.conversation = aQuestion(1, QStringLiteral("Jonas Feld"), QStringLiteral("jonas@orrin-marine.example"));
    service::SenderCard card;
    card.address = made.conversation.row.sender;
    card.received = 1;
    made.sender = card;
    made.alike = 3;
    made.today = reviewToday;
    return made;
}

void drawReview(Theme& theme, const QString& file) {
    ReviewPage page(theme, nullptr);
    page.resize(1220, 900);
    page.setProgress({18, 12, reviewMinutes(18), 0.05, true});
    page.ask(item());
    page.show();
    settle();
    page.grab().save(file + QStringLiteral(".png"));
    page.edit();
    page.correct(Priority::Medium);
    page.tell(QStringLiteral("Some of it was changed meanwhile and stays as it is."));
    settle();
    page.grab().save(file + QStringLiteral("-edited.png"));
    page.showNothing();
    page.setProgress({0, 30, 1, 0.05, true});
    settle();
    page.grab().save(file + QStringLiteral("-nothing.png"));
}

void drawActivity(Theme& theme, const QString& file) {
    FakeActivityHouse house;
    house.journal = {aDeed(112, "change.undone", "Archive 3 conversations"),
                     aDeed(111, "message.archive", "Archive 3 conversations"),
                     aDeed(110, "feedback.given", "Set priority 2"),
                     aDeed(109, "message.woken", "Snooze ended", "local"),
                     aDeed(108, "messages.scored", "Score 412 messages", "local"),
                     aDeed(107, "import.finished", "Import 412 messages", "import:3"),
                     aDeed(106, "message.star", "Star 1 conversations"),
                     aDeed(105, "message.trash", "Move 2 conversations to the trash")};
    house.journal[1].undone = true;
    house.journal[1].undoable = false;
    house.journal[5].undoable = false;
    ActivityPage page(theme, nullptr);
    page.resize(1220, 900);
    ActivityController controller(house.house(), page, &page);
    controller.model().setToday(reviewToday);
    page.show();
    settle();
    page.showVerified({12'431, true, {}});
    controller.model().setNote(ChangeId{106}, QStringLiteral("One thing was changed meanwhile and stays as it is."));
    settle();
    page.grab().save(file + QStringLiteral(".png"));
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    Theme theme;
    theme.dress(application);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(".");
    const std::pair<Theme::Choice, const char*> schemes[] = {
        {Theme::Choice::Light, "light"}, {Theme::Choice::Dark, "dark"}, {Theme::Choice::HighContrast, "contrast"}};
    for (const auto& [choice, name] : schemes) {
        theme.choose(choice);
        drawReview(theme, folder + QStringLiteral("/review-") + QString::fromLatin1(name));
        drawActivity(theme, folder + QStringLiteral("/activity-") + QString::fromLatin1(name));
    }
    return 0;
}
