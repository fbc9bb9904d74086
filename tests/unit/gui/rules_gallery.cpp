// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Rules and what was learned as pictures, light and dark: rules_gallery FOLDER
#include "fake_house.h"
#include "learned_support.h"
#include "rules_support.h"
#include "ui/learned_section.h"
#include "ui/rules_page.h"
#include "ui/why_popover.h"

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

void drawLearned(Theme& theme, const QString& file) {
    FakeHouse house;
    FakeLearnedDesk desk;
    desk.fill();
    LearnedSection page(theme, house, desk, nullptr);
    page.resize(1020, 900);
    page.show();
    page.arrive();
    QTest::qWait(100);
    page.grab().save(file + QStringLiteral(".png"));
    WhyPopover why(theme, nullptr);
    why.explain({}, {QStringLiteral("News"), QStringLiteral("news@metrology.example")});
    why.show();
    why.setSuggestions({desk.kept.suggestions.front()});
    QTest::qWait(100);
    why.grab().save(file + QStringLiteral("-why.png"));
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    Theme theme;
    theme.dress(app);
    const QString folder = app.arguments().value(1, QStringLiteral("."));
    theme.choose(Theme::Choice::Light);
    draw(theme, folder + QStringLiteral("/rules-light"));
    drawLearned(theme, folder + QStringLiteral("/learned-light"));
    theme.choose(Theme::Choice::Dark);
    draw(theme, folder + QStringLiteral("/rules-dark"));
    drawLearned(theme, folder + QStringLiteral("/learned-dark"));
    return 0;
}
