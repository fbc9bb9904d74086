// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The rules page as pictures, light and dark: rules_gallery FOLDER
#include "fake_house.h"
#include "rules_support.h"
#include "ui/rules_page.h"

#include <QApplication>
#include <QListView>
#include <QTest>

using namespace kith;
using namespace kith::ui;

namespace {

void draw(Theme& theme, const QString& file) {
    FakeHouse house;
    FakeRulesDesk desk;
    desk.fill();
    desk.ask(41, RuleActionKind::Trash, "Weekly offers");
    desk.ask(42, RuleActionKind::Trash, "More offers");
    desk.ask(43, RuleActionKind::Forward, "Trade news of the week", "paul@fjord.example");
    const Seams seams;
    RulesPage page(theme, house, desk, seams, nullptr);
    page.resize(1220, 900);
    page.show();
    page.activateWindow();
    page.arrive();
    QTest::qWait(300);
    page.grab().save(file + QStringLiteral("-questions.png"));
    page.findChild<QListView*>(QStringLiteral("ruleList"))->setFocus();
    for (int row = 2; row >= 0; --row) {
        page.findChild<QListView*>(QStringLiteral("ruleList"))
            ->setCurrentIndex(page.findChild<QListView*>(QStringLiteral("ruleList"))->model()->index(row, 0));
        QTest::qWait(300);
        service::RulePlace place;
        place.action = 1;
        place.sentence = QStringLiteral("“Invoices” and “Tenders” hold for the same mail and undo each other: label "
                                        "“Invoices” against remove label “Invoices”.");
        desk.answerTrial(43, row == 0 ? std::optional(place) : std::nullopt);
        QTest::qWait(100);
        page.grab().save(QStringLiteral("%1-%2.png").arg(file).arg(row));
    }
    page.resize(860, 700);
    QTest::qWait(100);
    page.grab().save(file + QStringLiteral("-narrow.png"));
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    Theme theme;
    theme.dress(app);
    const QString folder = app.arguments().value(1, QStringLiteral("."));
    theme.choose(Theme::Choice::Light);
    draw(theme, folder + QStringLiteral("/rules-light"));
    theme.choose(Theme::Choice::Dark);
    draw(theme, folder + QStringLiteral("/rules-dark"));
    return 0;
}
