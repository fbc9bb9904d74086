// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "learned_support.h"
#include "ui/learned_section.h"
#include "ui/why_popover.h"
#include "window_support.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

struct LearnedWorld {
    explicit LearnedWorld(bool filled = true) {
        if (filled) {
            desk.fill();
        }
        page = std::make_unique<LearnedSection>(theme, house, desk, nullptr);
        QObject::connect(page.get(), &PlacePage::said, [this](const ActionNews& one) { news = one; });
        QObject::connect(page.get(), &PlacePage::goAsked, [this](Place place) { gone = place; });
        page->resize(1000, 900);
        page->show();
        page->arrive();
        TestWindow::settle();
    }
    template <class T>
    QList<T*> all(const char* name) {
        QList<T*> shown;
        for (T* one : page->findChildren<T*>(QString::fromLatin1(name))) {
            if (one->isVisible()) {
                shown << one;
            }
        }
        return shown;
    }
    void press(const char* name) {
        const auto buttons = all<QAbstractButton>(name);
        ASSERT_FALSE(buttons.isEmpty()) << name;
        buttons.front()->click();
        TestWindow::settle();
    }
    QStringList words() {
        QStringList words;
        for (QLabel* label : page->findChildren<QLabel*>()) {
            if (label->isVisible()) {
                words << label->text();
            }
        }
        return words;
    }
    bool says(const QString& part) { return !words().filter(part).isEmpty(); }

    Theme theme;
    FakeHouse house;
    FakeLearnedDesk desk;
    std::unique_ptr<LearnedSection> page;
    ActionNews news;
    std::optional<Place> gone;
};

}  // namespace

TEST(Learned, SaysWhatEachPieceDoesAndNamesTheContradiction) {
    LearnedWorld world;
    EXPECT_TRUE(world.says(QStringLiteral("Mail from ana@caldervoss.example is at least High")));
    EXPECT_TRUE(world.says(QStringLiteral("Holds for 34 of the newest 2,000 messages, decides 12.")));
    EXPECT_TRUE(world.says(QStringLiteral("You marked 2 of them otherwise.")));
    EXPECT_TRUE(world.says(QStringLiteral("change 12: 9 as you treated them, 3 not")));
    ASSERT_EQ(world.all<QLabel>("learnedConflict").size(), 1);
    EXPECT_TRUE(world.all<QLabel>("learnedConflict").front()->text().contains(QStringLiteral("Our newsletter of May")));
    EXPECT_EQ(world.all<QWidget>("learnedMark").size(), 2);
}

TEST(Learned, ASuggestionIsAppliedAndRevertedAndEachCanBeUndone) {
    LearnedWorld world;
    ASSERT_EQ(world.all<QAbstractButton>("learnedRevert").size(), 1);
    world.press("learnedApply");
    EXPECT_EQ(world.desk.kept.suggestions[0].state, QStringLiteral("applied"));
    EXPECT_EQ(world.news.undoable, ChangeId{7});
    EXPECT_EQ(world.all<QAbstractButton>("learnedRevert").size(), 2);
    world.press("learnedRevert");
    EXPECT_EQ(world.desk.kept.suggestions[0].state, QStringLiteral("proposed"));
}

TEST(Learned, WhoWorksByKeysGoesOnAtTheSamePlace) {
    LearnedWorld world;
    const auto placeOfFocus = [&world] {
        QList<QWidget*> stops;
        for (QWidget* one : world.page->findChildren<QWidget*>()) {
            if (one->isVisible() && one->isEnabled() && (one->focusPolicy() & Qt::TabFocus) != 0) {
                stops << one;
            }
        }
        return stops.indexOf(world.page->window()->focusWidget());
    };
    const auto forget = world.all<QAbstractButton>("learnedMarkRemove");
    ASSERT_GT(forget.size(), 1);
    forget[0]->setFocus();
    const qsizetype before = placeOfFocus();
    ASSERT_GT(before, 0);
    QTest::keyClick(forget[0], Qt::Key_Space);
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return world.all<QAbstractButton>("learnedMarkRemove").size() == forget.size() - 1; }, 5000));
    EXPECT_TRUE(QTest::qWaitFor([&] { return placeOfFocus() == before; }, 5000)) << placeOfFocus() << " " << before;
}

TEST(Learned, NotNowSetsItAsideWhereItCanStillBeApplied) {
    LearnedWorld world;
    world.press("learnedNotNow");
    EXPECT_EQ(world.desk.kept.suggestions[0].state, QStringLiteral("dismissed"));
    EXPECT_TRUE(world.all<QAbstractButton>("learnedNotNow").isEmpty());
    EXPECT_EQ(world.all<QAbstractButton>("learnedApply").size(), 1);
}

TEST(Learned, ARuleGetsAnotherBoundOrGoes) {
    LearnedWorld world;
    auto* priority = world.all<QComboBox>("learnedRulePriority").front();
    priority->setCurrentIndex(priority->findData(static_cast<int>(Priority::Critical)));
    Q_EMIT priority->activated(priority->currentIndex());
    TestWindow::settle();
    ASSERT_TRUE(world.desk.changedRule);
    EXPECT_EQ(world.desk.changedRule->minPriority, Priority::Critical);
    EXPECT_FALSE(world.desk.changedRule->maxPriority) << "a floor stays a floor";
    world.press("learnedRuleRemove");
    EXPECT_EQ(world.desk.kept.rules.size(), 1u);
    EXPECT_TRUE(world.all<QLabel>("learnedConflict").isEmpty());
}

TEST(Learned, AMarkIsChangedAndForgotten) {
    LearnedWorld world;
    auto* priority = world.all<QComboBox>("learnedMarkPriority").front();
    priority->setCurrentIndex(priority->findData(static_cast<int>(Priority::Medium)));
    Q_EMIT priority->activated(priority->currentIndex());
    TestWindow::settle();
    EXPECT_EQ(world.desk.kept.marks[0].mark.assigned, Priority::Medium);
    world.press("learnedMarkRemove");
    ASSERT_EQ(world.desk.kept.marks.size(), 1u);
    EXPECT_EQ(world.desk.kept.marks[0].mark.id, FeedbackId{22});
    EXPECT_EQ(world.news.undoable, ChangeId{7});
}

TEST(Learned, WithoutAnythingItSaysHowToBegin) {
    LearnedWorld world(false);
    EXPECT_TRUE(world.says(QStringLiteral("Press 1 to 5")));
    for (QPushButton* button : world.page->findChildren<QPushButton*>()) {
        if (button->isVisible()) {
            button->click();
        }
    }
    EXPECT_EQ(world.gone, Place::Inbox);
}

TEST(Learned, TheWhyPanelOffersTheSuggestionWithItsBacktest) {
    Theme theme;
    FakeLearnedDesk desk;
    desk.fill();
    WhyPopover why(theme, nullptr);
    Decision decision;
    decision.message = MessageId{5};
    why.explain(decision, {QStringLiteral("News"), QStringLiteral("news@metrology.example")});
    std::pair<qint64, bool> answer{0, false};
    QObject::connect(&why, &WhyPopover::suggestionAnswered, [&](qint64 suggestion, bool apply) {
        answer = {suggestion, apply};
    });
    why.show();
    why.setSuggestions({desk.kept.suggestions.front()});
    TestWindow::settle();
    auto* backtest = why.findChild<QLabel*>(QStringLiteral("suggestionBacktest"));
    ASSERT_TRUE(backtest);
    EXPECT_TRUE(backtest->text().contains(QStringLiteral("change 12: 9 as you treated them")));
    EXPECT_LE(backtest->mapTo(&why, backtest->rect().bottomRight()).y(), why.height()) << "nothing is cut off";
    why.findChild<QAbstractButton*>(QStringLiteral("suggestionApply"))->click();
    EXPECT_EQ(answer, (std::pair<qint64, bool>{11, true}));
    EXPECT_FALSE(why.isVisible());
}
