// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Review and activity on a real workspace with the sample in it.
#include "core/service/cellar.h"
#include "core/service/workspace.h"
#include "tests/support/fake_clock.h"
#include "ui/activity_controller.h"
#include "ui/activity_page.h"
#include "ui/review_controller.h"
#include "ui/review_page.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

class ReviewInAWorkspace : public ::testing::Test {
protected:
    ReviewInAWorkspace() {
        auto opened = service::Workspace::open({folder.filePath(QStringLiteral("w")), {}, true}, clock);
        EXPECT_TRUE(opened) << (opened ? "" : qPrintable(opened.error().detail));
        workspace = std::move(*opened);
        bool done = false;
        QObject::connect(workspace.get(), &service::Workspace::importProgress, workspace.get(),
                         [&done](const service::ImportProgress& progress) {
                             done = done || progress.phase == service::ImportProgress::Phase::Done;
                         });
        workspace->imports().startSample();
        EXPECT_TRUE(QTest::qWaitFor([&done] { return done; }, 30'000));
        clock.advance(std::chrono::hours(1));  // a second source of ids: not at the same moments
        doubt(3);
        clock.advance(std::chrono::hours(1));
    }
    /// The first of the inbox become questions, as if their decisions had been uncertain.
    void doubt(size_t count) {
        auto opened = service::Cellar::open(
            {folder.filePath(QStringLiteral("w")), {}, service::CellarMode::Share, nullptr}, clock);
        ASSERT_TRUE(opened);
        service::Cellar& cellar = **opened;
        storage::ChangeWriter change(
            *cellar.database, {QStringLiteral("messages.scored"), QStringLiteral("local"), {}, {}, {}, {}, true});
        const auto newest = cellar.messages.newest({}, 60);
        ASSERT_TRUE(newest);
        for (const MessageId id : *newest) {
            const auto decision = cellar.triage.latest(id);
            if (count > 0 && decision && *decision) {
                storage::DecisionToSave doubted{**decision, {}, {}};
                doubted.decision.id = {};
                doubted.decision.needsReview = true;
                ASSERT_TRUE(cellar.triage.save(change, doubted));
                --count;
            }
        }
        ASSERT_TRUE(change.commit());
        ASSERT_EQ(count, 0u);
    }
    template <class Condition>
    bool comes(Condition condition) {
        return QTest::qWaitFor(condition, 30'000);
    }

    QTemporaryDir folder;
    kith::testing::FakeClock clock;
    std::unique_ptr<service::Workspace> workspace;
    Theme theme;
};

TEST_F(ReviewInAWorkspace, AcceptingTakesAQuestionOutAndUndoBringsItBack) {
    ReviewPage page(theme, nullptr);
    ReviewController controller(*workspace, page, nullptr);
    page.show();
    ASSERT_TRUE(comes([&] { return page.isTaking(); }));
    const int before = controller.left();
    const ThreadId first = page.asked();
    QTest::keyClick(&page, Qt::Key_Y);
    ASSERT_TRUE(comes([&] { return controller.left() < before && page.asked() != first; }));
    QTest::keyClick(&page, Qt::Key_Z);
    ASSERT_TRUE(comes([&] { return page.isTaking() && page.asked() == first; }));
    EXPECT_TRUE(comes([&] { return controller.left() == before; })) << controller.left() << " of " << before;
}

TEST_F(ReviewInAWorkspace, ProgressIsRememberedInTheWorkspace) {
    ReviewPage page(theme, nullptr);
    auto controller = std::make_unique<ReviewController>(*workspace, page, nullptr);
    page.show();
    ASSERT_TRUE(comes([&] { return page.isTaking(); }));
    const ThreadId first = page.asked();
    QTest::keyClick(&page, Qt::Key_4);
    const auto remembered = [&] {
        auto setting = workspace->setting(QStringLiteral("review.progress"), {});
        setting.waitForFinished();
        return setting.result().value().contains(QString::number(first.value));
    };
    ASSERT_TRUE(comes(remembered));
    controller.reset();
    ReviewPage later(theme, nullptr);
    ReviewController again(*workspace, later, nullptr);
    later.show();
    later.setFocus();
    // what was answered may have settled the other questions: the empty page offers undo itself
    const auto offersUndo = [&later](const QAbstractButton* button) {
        const bool last = button->text() == QStringLiteral("Undo the last answer") && button->isVisibleTo(&later);
        return last || (button->objectName() == QStringLiteral("undo") && button->isEnabled());
    };
    ASSERT_TRUE(comes([&] {
        const auto buttons = later.findChildren<QAbstractButton*>();
        return std::any_of(buttons.begin(), buttons.end(), offersUndo);
    }));
    QTest::keyClick(&later, Qt::Key_Z);
    EXPECT_TRUE(comes([&] { return later.isTaking() && later.asked() == first; }));
}

TEST_F(ReviewInAWorkspace, WhatWasAnsweredStandsInTheActivity) {
    ReviewPage page(theme, nullptr);
    ReviewController controller(*workspace, page, nullptr);
    ActivityPage done(theme, nullptr);
    ActivityController activity(*workspace, done, nullptr);
    page.show();
    ASSERT_TRUE(comes([&] { return page.isTaking(); }));
    QTest::keyClick(&page, Qt::Key_1);
    int answered = -1;
    ASSERT_TRUE(comes([&] {
        for (int row = 0; row < 2; ++row) {  // what follows from the answer may stand above it
            const service::ActivityEntry* entry = activity.model().entryAt(row);
            answered = entry && entry->kind == QStringLiteral("feedback.given") ? row : answered;
        }
        return answered >= 0;
    }));
    EXPECT_EQ(activity.model().index(answered).data().toString(),
              QStringLiteral("Gave a message the priority Critical"));
}
