// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "opportunity_support.h"
#include "ui/opportunities_page.h"
#include "ui/opportunity_board.h"
#include "ui/opportunity_model.h"
#include "ui/opportunity_words.h"
#include "window_support.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QTableView>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

struct OpportunitiesWorld {
    OpportunitiesWorld() {
        desk.fill(QDate::currentDate());
        page = std::make_unique<OpportunitiesPage>(theme, house, desk, nullptr);
        QObject::connect(page.get(), &PlacePage::said, [this](const ActionNews& one) { news = one; });
        QObject::connect(page.get(), &PlacePage::threadAsked, [this](ThreadId one) { thread = one; });
        page->resize(1220, 900);
        page->show();
        page->activateWindow();
        page->arrive();
        TestWindow::settle();
        lane("new")->setFocus();
        TestWindow::settle();
    }
    QListView* lane(const char* stage) {
        return page->findChild<QListView*>(QStringLiteral("opportunityLane-") + QString::fromLatin1(stage));
    }
    int rows(const char* stage) { return lane(stage)->model()->rowCount(); }
    const Opportunity* current() { return page->findChild<OpportunityBoard*>()->current(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(page->focusWidget(), key, modifiers);
        TestWindow::settle();
    }
    QString words(const char* label) { return page->findChild<QLabel*>(QString::fromLatin1(label))->text(); }

    Theme theme;
    FakeHouse house;
    FakeOpportunityDesk desk;
    std::unique_ptr<OpportunitiesPage> page;
    ActionNews news;
    ThreadId thread;
};

}  // namespace

TEST(Opportunities, StandByStageWithTheirNumberAndSum) {
    OpportunitiesWorld world;
    EXPECT_EQ(world.rows("new"), 4);
    EXPECT_EQ(world.rows("talking"), 3);
    EXPECT_EQ(world.rows("won"), 2);
    EXPECT_EQ(world.words("opportunitySum-talking").remove(QChar(0x00A0)), QStringLiteral("€58,300"));
    EXPECT_TRUE(world.words("opportunityFacts").contains(QStringLiteral("236,700"))) << "what is won is not open";
}

TEST(Opportunities, ACardIsMovedByKeyAndStaysUnderTheKeyboard) {
    OpportunitiesWorld world;
    const OpportunityId first = world.current()->id;
    world.key(Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_EQ(world.desk.get(first).stage, OpportunityStage::Talking);
    EXPECT_EQ(world.rows("new"), 3);
    ASSERT_TRUE(world.current());
    EXPECT_EQ(world.current()->id, first);
    EXPECT_EQ(world.news.undoable, ChangeId{7});
    world.key(Qt::Key_V);
    auto* menu = world.page->findChild<QMenu*>(QStringLiteral("opportunityStages"));
    ASSERT_TRUE(menu);
    EXPECT_FALSE(menu->actions().at(1)->isEnabled()) << "there it stands already";
    menu->actions().at(4)->trigger();
    menu->close();
    TestWindow::settle();
    EXPECT_EQ(world.desk.get(first).status, OpportunityStatus::Completed);
}

TEST(Opportunities, ADroppedCardAsksToBeMovedToThatColumn) {
    OpportunitiesWorld world;
    auto* from = qobject_cast<OpportunityModel*>(world.lane("new")->model());
    const std::unique_ptr<QMimeData> carried(from->mimeData({from->index(1, 0)}));
    const OpportunityId id = from->at(1)->id;
    world.lane("decision")->model()->dropMimeData(carried.get(), Qt::MoveAction, 0, 0, {});
    TestWindow::settle();
    EXPECT_EQ(world.desk.get(id).stage, OpportunityStage::Decision);
    EXPECT_EQ(world.rows("decision"), 3);
}

TEST(Opportunities, YTakesUpNDismissesAndEnterOpensTheMail) {
    OpportunitiesWorld world;
    const OpportunityId first = world.current()->id;
    world.key(Qt::Key_Y);
    EXPECT_EQ(world.desk.get(first).status, OpportunityStatus::Active);
    world.key(Qt::Key_Return);
    EXPECT_EQ(world.thread, world.desk.get(first).thread);
    world.key(Qt::Key_N);
    EXPECT_EQ(world.desk.get(first).status, OpportunityStatus::Dismissed);
    EXPECT_EQ(world.rows("new"), 3);
    ASSERT_TRUE(world.current()) << "the keyboard is on the next card";
}

TEST(Opportunities, TheNextStepIsWrittenBelow) {
    OpportunitiesWorld world;
    const OpportunityId first = world.current()->id;
    world.key(Qt::Key_E);
    QTest::keyClicks(world.page->focusWidget(), QStringLiteral("Call Jonas"));
    world.key(Qt::Key_Return);
    EXPECT_EQ(world.desk.get(first).nextStep, QStringLiteral("Call Jonas"));
}

TEST(Opportunities, TheKindIsFilteredOnTheBoardAndTheStatusInTheTable) {
    OpportunitiesWorld world;
    auto* kind = world.page->findChild<QComboBox*>(QStringLiteral("opportunityKind"));
    kind->setCurrentIndex(kind->findData(QStringLiteral("cancellation")));
    TestWindow::settle();
    EXPECT_EQ(world.rows("new"), 0);
    EXPECT_EQ(world.rows("talking"), 1);
    kind->setCurrentIndex(0);
    world.page->show(QStringLiteral("table"));
    auto* table = world.page->findChild<QTableView*>(QStringLiteral("opportunityTable"));
    EXPECT_TRUE(table->isVisible());
    EXPECT_EQ(table->model()->rowCount(), 13);
    auto* status = world.page->findChild<QComboBox*>(QStringLiteral("opportunityStatus"));
    status->setCurrentIndex(status->findData(static_cast<int>(OpportunityStatus::Completed)));
    TestWindow::settle();
    EXPECT_EQ(table->model()->rowCount(), 2);
}

TEST(Opportunities, EveryControlHasANameForThoseWhoDoNotSeeIt) {
    OpportunitiesWorld world;
    for (const QWidget* one : world.page->findChildren<QWidget*>()) {
        if (qobject_cast<const QAbstractButton*>(one) || qobject_cast<const QComboBox*>(one) ||
            qobject_cast<const QAbstractItemView*>(one)) {
            const auto* button = qobject_cast<const QAbstractButton*>(one);
            const bool named = !one->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            const bool inside = one->objectName().startsWith(QStringLiteral("qt_")) || one->objectName().isEmpty();
            const bool idle = button && button->isHidden();  // an empty state that offers nothing to do
            EXPECT_TRUE(named || inside || idle) << qPrintable(one->objectName());
        }
    }
    const auto* model = world.lane("new")->model();
    EXPECT_TRUE(model->data(model->index(0, 0), Qt::AccessibleTextRole).toString().contains(QStringLiteral("Jonas")));
}
