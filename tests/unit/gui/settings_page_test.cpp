// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/place_page.h"
#include "ui/settings_page.h"
#include "ui/shortcut_registry.h"
#include "window_support.h"

#include <QComboBox>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

/// Counts what is asked of it.
class CountingPage : public PlacePage {
public:
    using PlacePage::PlacePage;
    void arrive() override { ++arrived; }
    void leave() override { ++left; }
    bool undo() override {
        ++undone;
        return true;
    }
    int arrived{0};
    int left{0};
    int undone{0};
};

TEST(Settings, OpenByKeyAndAColourChosenThereIsSeenAtOnce) {
    TestWindow test;
    test.key(Qt::Key_Comma, Qt::ControlModifier);
    EXPECT_EQ(test.window->work()->place(), Place::Settings);
    auto* colours = test.shown<QComboBox>("appearanceColours");
    ASSERT_TRUE(colours);
    colours->setFocus();
    while (colours->currentData().toInt() != static_cast<int>(Theme::Choice::Dark)) {
        test.key(Qt::Key_Down);
    }
    EXPECT_EQ(test.theme.scheme(), Scheme::Dark);
}

TEST(Settings, KeysOfTheMailRestThereAndWorkAgainInTheInbox) {
    TestWindow test;
    test.window->go(Place::Settings);
    TestWindow::settle();
    EXPECT_EQ(test.window->shortcuts().active(), ShortcutContext::Start);
    const qint64 before = test.focused();
    test.key(Qt::Key_E);
    EXPECT_GT(test.rowOf(before), 0) << "nothing was archived out of sight";
    test.window->go(Place::Inbox);
    TestWindow::settle();
    EXPECT_EQ(test.window->shortcuts().active(), ShortcutContext::Mail);
}

TEST(Settings, ASectionIsMadeWhenItIsShownAndToldWhenItIsLeft) {
    Theme theme;
    std::vector<CountingPage*> made;
    const auto section = [&](const char* word) {
        return SettingsSection{QString::fromLatin1(word), QString::fromLatin1(word), QStringLiteral("lock"),
                               [&](QWidget* parent) -> PlacePage* {
                                   made.push_back(new CountingPage(theme, parent));
                                   return made.back();
                               }};
    };
    SettingsPage page(theme, {section("one"), section("two")}, nullptr);
    EXPECT_TRUE(made.empty());
    page.arrive();
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0]->arrived, 1);
    page.show(QStringLiteral("two"));
    ASSERT_EQ(made.size(), 2U);
    EXPECT_EQ(made[0]->left, 1);
    EXPECT_EQ(made[1]->arrived, 1);
    EXPECT_TRUE(page.undo());
    EXPECT_EQ(made[1]->undone, 1) << "z is meant for the section in front";
    page.show(QStringLiteral("unknown"));
    EXPECT_EQ(page.current(), QStringLiteral("two"));
}

}  // namespace
