// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Review and activity on a real workspace with the sample in it.
#include "core/service/workspace.h"
#include "tests/support/fake_clock.h"
#include "ui/activity_controller.h"
#include "ui/activity_page.h"
#include "ui/review_controller.h"
#include "ui/review_page.h"
#include "ui/theme.h"

#include <QTemporaryDir>
#include <QTest>

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
    ASSERT_TRUE(comes([&] { return page.isTaking(); })) << "the sample leaves nothing to review";
    const int before = controller.left();
    const ThreadId first = page.asked();
    QTest::keyClick(&page, Qt::Key_Y);
    ASSERT_TRUE(comes([&] { return controller.left() < before && page.asked() != first; }));
    QTest::keyClick(&page, Qt::Key_Z);
    ASSERT_TRUE(comes([&] { return page.isTaking() && page.asked() == first; }));
    EXPECT_TRUE(comes([&] { return controller.left() == before; })) << controller.left() << " of " << before;
}

TEST_F(ReviewInAWorkspace, WhatWasAnsweredStandsInTheActivity) {
    ReviewPage page(theme, nullptr);
    ReviewController controller(*workspace, page, nullptr);
    ActivityPage done(theme, nullptr);
    ActivityController activity(*workspace, done, nullptr);
    page.show();
    ASSERT_TRUE(comes([&] { return page.isTaking(); }));
    QTest::keyClick(&page, Qt::Key_1);
    ASSERT_TRUE(comes([&] {
        const service::ActivityEntry* newest = activity.model().entryAt(0);
        return newest && newest->kind == QStringLiteral("feedback.given");
    }));
    EXPECT_EQ(activity.model().index(0).data().toString(), QStringLiteral("Gave a message the priority Critical"));
}
