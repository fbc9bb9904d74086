// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Settings, Enrichment, by clicks and keys: keys of services, a test call, tasks with reasons, writing back.
#include "fake_enrichment.h"
#include "settle.h"
#include "ui/enrichment_section.h"
#include "ui/theme.h"
#include "ui/write_back_popover.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

namespace kith::ui {
namespace {

class EnrichmentPage : public ::testing::Test {
protected:
    EnrichmentPage()
        : section(theme, desk, nullptr) {
        section.resize(760, 900);
        section.show();
        section.arrive();
        settle();
    }
    void settle() { EXPECT_TRUE(testing::settle(section)); }
    template <class T>
    T& part(const char* name) {
        auto* found = section.findChild<T*>(QLatin1String(name));
        EXPECT_TRUE(found) << name;
        return *found;
    }
    void click(const char* name) {
        part<QAbstractButton>(name).click();
        settle();
    }
    void chooseRow(int row) {
        auto& list = part<QListView>("enrichmentTasks");
        list.setCurrentIndex(list.model()->index(row, 0));
    }

    Theme theme;
    testing::FakeEnrichment desk;
    EnrichmentSection section;
};

TEST_F(EnrichmentPage, AKeyGoesToItsPlaceAndIsNotShownAgain) {
    auto& field = part<QLineEdit>("sourceKey_onyx");
    EXPECT_EQ(field.echoMode(), QLineEdit::Password);
    EXPECT_FALSE(part<QAbstractButton>("sourceSave_onyx").isEnabled());
    QTest::keyClicks(&field, QStringLiteral("on_secret"));
    QTest::keyClick(&field, Qt::Key_Return);
    settle();
    EXPECT_EQ(desk.keys, QStringList{QStringLiteral("onyx=on_secret")});
    EXPECT_TRUE(field.text().isEmpty());
    EXPECT_FALSE(part<QAbstractButton>("sourceTest_onyx").isEnabled()) << "this desk keeps none";
}

TEST_F(EnrichmentPage, ATestCallTellsWhoseKeyItIs) {
    click("sourceTest_attio");
    EXPECT_TRUE(part<QLabel>("sourceSaid_attio").text().contains(QStringLiteral("Fjordlight")));
}

TEST_F(EnrichmentPage, TasksShowTheirReasonAndAFailedOneGoesAgain) {
    auto& list = part<QListView>("enrichmentTasks");
    ASSERT_EQ(list.model()->rowCount(), 5);
    EXPECT_TRUE(list.model()->index(2, 0).data().toString().contains(QStringLiteral("503")));
    chooseRow(0);
    EXPECT_FALSE(part<QAbstractButton>("enrichmentRetry").isEnabled()) << "what is done needs no other try";
    chooseRow(2);
    click("enrichmentRetry");
    ASSERT_EQ(desk.retried.size(), 1U);
    EXPECT_EQ(desk.retried.front(), TaskId{998});
    auto& filter = part<QComboBox>("enrichmentFilter");
    filter.setFocus();
    while (filter.currentData().toInt() != int(TaskState::Failed)) {
        QTest::keyClick(&filter, Qt::Key_Down);
    }
    settle();
    EXPECT_EQ(list.model()->rowCount(), 1);
}

TEST_F(EnrichmentPage, PauseIsKeptAndNothingIsLookedForMeanwhile) {
    click("enrichmentPause");
    EXPECT_TRUE(desk.settings.paused);
    EXPECT_FALSE(part<QAbstractButton>("enrichmentLook").isEnabled());
    click("enrichmentPause");
    EXPECT_FALSE(desk.settings.paused);
    click("enrichmentLook");
    EXPECT_EQ(desk.visits, 1);
}

TEST_F(EnrichmentPage, NothingIsWrittenBackBeforeTheChangesWereSeen) {
    chooseRow(2);
    click("enrichmentWriteBack");
    auto* popover = section.findChild<WriteBackPopover*>();
    ASSERT_TRUE(popover);
    const QString phones = popover->findChild<QLabel*>(QStringLiteral("writeBack_phone"))->text();
    EXPECT_TRUE(phones.contains(QStringLiteral("+49 40 5550002")) && phones.contains(QStringLiteral("is new")));
    EXPECT_TRUE(popover->findChild<QLabel*>(QStringLiteral("writeBack_job_title"))
                    ->text()
                    .contains(QStringLiteral("Trainee goes")));
    EXPECT_EQ(desk.written, 0);
    popover->findChild<QAbstractButton*>(QStringLiteral("writeBackConfirm"))->click();
    settle();
    EXPECT_EQ(desk.written, 1);
}

}  // namespace
}  // namespace kith::ui
