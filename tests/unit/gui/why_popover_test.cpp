// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stories of the popover that says why, and takes the answer.
#include "reader_support.h"
#include "ui/contribution_bars.h"
#include "ui/others_list.h"
#include "ui/theme.h"
#include "ui/why_popover.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <optional>

using namespace kith;
using namespace kith::ui;

struct WhyStory : testing::Test {
    Theme theme;
    QWidget window;
    WhyPopover why{theme, &window};
    std::optional<Feedback> given;
    int confirmations{0};
    std::vector<Priority> asked;

    WhyStory() {
        window.resize(800, 800);
        window.show();
        why.setToday(readerToday);
        why.explain(tobiasDecision(), tobias());
        why.openAt(window, QRect(600, 100, 10, 10));
        QObject::connect(&why, &WhyPopover::corrected, &window, [this](const Feedback& feedback) { given = feedback; });
        QObject::connect(&why, &WhyPopover::confirmed, &window, [this] { ++confirmations; });
        QObject::connect(&why, &WhyPopover::previewRequested, &window,
                         [this](MessageId, Priority priority) { asked.push_back(priority); });
    }

    QAbstractButton& button(const char* name) { return *why.findChild<QAbstractButton*>(QLatin1String(name)); }
    QString label(const char* name) { return why.findChild<QLabel*>(QLatin1String(name))->text(); }
    bool scopeOpen() { return !why.findChild<QWidget*>(QStringLiteral("whyScope"))->isHidden(); }
};

TEST_F(WhyStory, TheTitleIsTheAnswer) {
    EXPECT_EQ(label("whyTitle"), QStringLiteral("Priority 2 · 78 %"));
    EXPECT_EQ(label("whyAlternatives"), QStringLiteral("Else 3 with 11 %, or 1 with 9 %"));
    EXPECT_TRUE(label("whyOrigin").startsWith(QStringLiteral("Decided by the model, prompt 7")));
    EXPECT_FALSE(scopeOpen());
}

TEST_F(WhyStory, YSaysRightAndShutsIt) {
    QTest::keyClick(&why, Qt::Key_Y);
    EXPECT_EQ(confirmations, 1);
    EXPECT_FALSE(why.isVisible());
    EXPECT_FALSE(given.has_value());
}

TEST_F(WhyStory, EscapeSaysNothing) {
    QTest::keyClick(&why, Qt::Key_1);
    QTest::keyClick(&why, Qt::Key_Escape);
    EXPECT_FALSE(why.isVisible());
    EXPECT_EQ(confirmations, 0);
    EXPECT_FALSE(given.has_value());
}

TEST_F(WhyStory, AWrongAnswerAsksForItsScopeAndEnterSavesIt) {
    QTest::keyClick(&why, Qt::Key_1);
    EXPECT_TRUE(scopeOpen());
    EXPECT_EQ(asked, std::vector{Priority::Critical});
    why.setPreview(aPreview());
    QTest::mouseClick(&button("scopeSender"), Qt::LeftButton);
    EXPECT_TRUE(button("scopeSender").accessibleDescription().contains(QStringLiteral("31 of 37")));
    EXPECT_EQ(button("whyOthers").text(), QStringLiteral("Show the other 6"));
    QTest::keyClick(&button("scopeSender"), Qt::Key_Return);
    ASSERT_TRUE(given.has_value());
    EXPECT_EQ(given->message, MessageId{23});
    EXPECT_EQ(given->assigned, Priority::Critical);
    EXPECT_EQ(given->suggested, Priority::High);
    EXPECT_EQ(given->scope, FeedbackScope::Sender);
    EXPECT_FALSE(why.isVisible());
}

TEST_F(WhyStory, OnlyThisMessageIsMeantUnlessSaidOtherwise) {
    QTest::mouseClick(why.findChild<QAbstractButton*>(QStringLiteral("priority5")), Qt::LeftButton);
    QTest::mouseClick(&button("whySave"), Qt::LeftButton);
    ASSERT_TRUE(given.has_value());
    EXPECT_EQ(given->scope, FeedbackScope::Message);
    EXPECT_EQ(given->assigned, Priority::VeryLow);
}

TEST_F(WhyStory, TheArrowsWalkThroughTheScopes) {
    QTest::keyClick(&why, Qt::Key_4);
    QTest::keyClick(&button("scopeMessage"), Qt::Key_Down);
    QTest::keyClick(&button("scopeSender"), Qt::Key_Down);
    QTest::keyClick(&button("scopeDomain"), Qt::Key_Return);
    ASSERT_TRUE(given.has_value());
    EXPECT_EQ(given->scope, FeedbackScope::Domain);
}

TEST_F(WhyStory, ItsOwnPriorityMeansRight) {
    QTest::keyClick(&why, Qt::Key_2);
    EXPECT_EQ(confirmations, 1);
    EXPECT_TRUE(asked.empty());
}

TEST_F(WhyStory, CancelTakesTheAnswerBack) {
    QTest::keyClick(&why, Qt::Key_1);
    QTest::mouseClick(&button("whyCancel"), Qt::LeftButton);
    EXPECT_FALSE(scopeOpen());
    QTest::keyClick(&why, Qt::Key_Return);
    EXPECT_FALSE(given.has_value());
    EXPECT_TRUE(why.isVisible());
}

TEST_F(WhyStory, TheOthersCanBeSeenBeforeSaving) {
    QTest::keyClick(&why, Qt::Key_1);
    why.setPreview(aPreview());
    EXPECT_TRUE(button("whyOthers").isHidden());
    QTest::mouseClick(&button("scopeSender"), Qt::LeftButton);
    QTest::mouseClick(&button("whyOthers"), Qt::LeftButton);
    auto* list = why.findChild<OthersList*>();
    ASSERT_TRUE(list && list->isVisible());
    EXPECT_EQ(list->count(), 6);
    EXPECT_FALSE(list->item(0)->data(Qt::AccessibleTextRole).toString().isEmpty());
    ThreadId opened;
    QObject::connect(&why, &WhyPopover::otherOpened, &window, [&](ThreadId thread) { opened = thread; });
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    EXPECT_EQ(opened, ThreadId{41});
    EXPECT_FALSE(given.has_value());
}

TEST_F(WhyStory, EvidenceLightsTheWordsInTheMail) {
    std::pair<int, int> lit{-1, -1};
    QObject::connect(&why, &WhyPopover::evidenceActivated, &window, [&](MessageId, int start, int end) {
        lit = {start, end};
    });
    auto* bars = why.findChild<ContributionBars*>();
    const QRect row = bars->visualRect(bars->model()->index(0, 0));
    QTest::mouseClick(bars->viewport(), Qt::LeftButton, {}, row.center());
    EXPECT_EQ(tobiasText().mid(lit.first, lit.second - lit.first), QStringLiteral("before we sign"));
    const QRect plain = bars->visualRect(bars->model()->index(1, 0));
    lit = {-1, -1};
    QTest::mouseClick(bars->viewport(), Qt::LeftButton, {}, plain.center());
    EXPECT_EQ(lit.first, -1);
}

TEST_F(WhyStory, TheBarsAreATableToAScreenReader) {
    auto* bars = why.findChild<ContributionBars*>();
    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(bars);
    ASSERT_NE(face, nullptr);
    ASSERT_NE(face->tableInterface(), nullptr);
    EXPECT_EQ(face->tableInterface()->rowCount(), 7);
    EXPECT_EQ(face->tableInterface()->cellAt(0, 0)->text(QAccessible::Name),
              QStringLiteral("Asks \u201cbefore we sign\u201d"));
    EXPECT_EQ(face->tableInterface()->cellAt(0, 2)->text(QAccessible::Name), QStringLiteral("+1.4"));
}

TEST_F(WhyStory, LettersTypedOverTheBarsStillAnswer) {
    auto* bars = why.findChild<ContributionBars*>();
    bars->setFocus();
    QTest::keyClick(bars, Qt::Key_Down);
    QTest::keyClick(bars, Qt::Key_3);
    EXPECT_EQ(asked, std::vector{Priority::Medium});
}

TEST_F(WhyStory, ADecisionOfThisComputerWasSentNowhere) {
    Decision local = tobiasDecision();
    local.decidedBy = DecidedBy::Local;
    local.modelRecord.clear();
    local.rankerVersion = QStringLiteral("2026-1");
    why.explain(local, tobias());
    EXPECT_FALSE(button("whySent").isEnabled());
    EXPECT_FALSE(button("whySent").toolTip().isEmpty());
    EXPECT_TRUE(label("whyOrigin").contains(QStringLiteral("ranker 2026-1")));
}

TEST_F(WhyStory, AReplaySaysWhetherItCameOutTheSame) {
    QSignalSpy replay(&why, &WhyPopover::replayRequested);
    QTest::mouseClick(&button("whyReplay"), Qt::LeftButton);
    EXPECT_EQ(replay.size(), 1);
    why.setReplay(true);
    EXPECT_EQ(button("whyReplay").text(), QStringLiteral("Same again"));
    why.explain(tobiasDecision(), tobias());
    EXPECT_EQ(button("whyReplay").text(), QStringLiteral("Replay"));
}
