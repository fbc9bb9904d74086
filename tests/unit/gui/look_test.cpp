// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What meets the eye: contrast of every pair in use, measures of rows, where a click lands.
#include "row_support.h"
#include "ui/message_list_view.h"
#include "ui/palettes.h"
#include "ui/priority_mark.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

TEST(Look, EveryTextStandsOutFromItsGroundInEveryScheme) {
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
        for (const auto& [text, ground] : textPairs()) {
            EXPECT_GE(contrastRatio(paletteColour(scheme, text), paletteColour(scheme, ground)), 4.5)
                << "scheme " << static_cast<int>(scheme) << ", role " << static_cast<int>(text) << " on "
                << static_cast<int>(ground);
        }
    }
}

TEST(Look, TheThemeFollowsTheSystemUntilItIsChosen) {
    Theme theme;
    QSignalSpy changes(&theme, &Theme::changed);
    theme.setSystemScheme(Scheme::Dark);
    EXPECT_EQ(theme.scheme(), Scheme::Dark);
    theme.choose(Theme::Choice::HighContrast);
    EXPECT_EQ(theme.scheme(), Scheme::HighContrast);
    theme.setSystemScheme(Scheme::Light);
    EXPECT_EQ(theme.scheme(), Scheme::HighContrast);
    EXPECT_EQ(changes.count(), 2);
}

struct OneRow {
    Theme theme;
    HeldRows source;
    MessageListModel model{source};
    MessageListView view{theme, nullptr};

    OneRow() {
        model.setOrder(anOrder({1, 2}));
        view.setMessages(model);
        view.resize(420, 300);
        view.show();
        model.index(1).data(MessageListModel::EntryRole);
        QCoreApplication::processEvents();
        source.answer();
    }
    QModelIndex first() const { return model.index(1); }
    RowZone at(int x, int y) {
        const QRect box = view.visualRect(first());
        return view.rows().zoneAt(first(), box, box.topLeft() + QPoint(x, y));
    }
};

TEST(Look, RowsAre56HighOr36AndLabels32) {
    OneRow list;
    EXPECT_EQ(list.view.visualRect(list.model.index(0)).height(), 32);
    EXPECT_EQ(list.view.visualRect(list.first()).height(), 56);
    list.view.rows().setDensity(RowDensity::Compact);
    EXPECT_EQ(list.view.visualRect(list.first()).height(), 36);
    list.theme.setTextScale(2.0);
    EXPECT_EQ(list.view.visualRect(list.first()).height(), 72);
}

TEST(Look, AClickLandsOnWhatIsDrawnThere) {
    OneRow list;
    EXPECT_EQ(list.at(16, 28), RowZone::CheckBox);
    EXPECT_EQ(list.at(42, 18), RowZone::Mark);
    EXPECT_EQ(list.at(200, 40), RowZone::Body);
    EXPECT_EQ(list.at(420 - 16 - 12, 18), RowZone::Star);
    EXPECT_EQ(list.at(420 - 16 - 12 - 32, 18), RowZone::Snooze);
    EXPECT_EQ(list.at(420 - 16 - 12 - 64, 18), RowZone::Archive);
    EXPECT_EQ(list.at(420 - 16 - 12, 40), RowZone::Body) << "the snippet below the icons opens the row";
}

TEST(Look, AClickOnTheCheckBoxSelectsWithoutMovingTheFocusedRow) {
    OneRow list;
    list.view.setCurrentThread(ThreadId{2});
    QSignalSpy zones(&list.view, &MessageListView::zoneClicked);
    QTest::mouseClick(list.view.viewport(), Qt::LeftButton, {},
                      list.view.visualRect(list.first()).topLeft() + QPoint(16, 28));
    EXPECT_EQ(list.model.checked(), std::vector<ThreadId>{ThreadId{1}});
    EXPECT_EQ(list.view.currentThread(), ThreadId{2});
    EXPECT_EQ(zones.count(), 1);
}

TEST(Look, NewMailIsAPillInTheFirstLabelAndMovesNothing) {
    OneRow list;
    const QModelIndex label = list.model.index(0);
    const QRect box = list.view.visualRect(label);
    const QPoint pill = box.topLeft() + QPoint(420 - 16 - 20, 19);
    EXPECT_EQ(list.view.rows().zoneAt(label, box, pill), RowZone::None);
    list.model.setNewCount(3);
    EXPECT_EQ(list.view.rows().zoneAt(label, box, pill), RowZone::NewPill);
    QSignalSpy zones(&list.view, &MessageListView::zoneClicked);
    QTest::mouseClick(list.view.viewport(), Qt::LeftButton, {}, pill);
    ASSERT_EQ(zones.count(), 1);
    EXPECT_EQ(zones.front().front().value<RowZone>(), RowZone::NewPill);
    EXPECT_EQ(list.view.visualRect(label), box);
}

TEST(Look, AChangedThemeRepaintsWhatStandsOnTheScreen) {
    OneRow list;
    const QImage light = list.view.grab().toImage();
    list.theme.choose(Theme::Choice::Dark);
    EXPECT_NE(list.view.grab().toImage(), light);
    EXPECT_EQ(list.view.grab().toImage().pixelColor(400, 290), paletteColour(Scheme::Dark, Role::List));
}

TEST(Look, EveryIconThatTheKitNamesIsThere) {
    Theme theme;
    for (int kind = 0; kind <= static_cast<int>(ChipKind::Label); ++kind) {
        const QImage icon =
            theme.icon(ChipWords::face({static_cast<ChipKind>(kind), {}}).icon, Role::Text, 16, 1.0).toImage();
        bool drawn = false;
        for (int y = 0; y < icon.height(); ++y) {
            for (int x = 0; x < icon.width(); ++x) {
                drawn = drawn || qAlpha(icon.pixel(x, y)) > 128;
            }
        }
        EXPECT_TRUE(drawn) << kind;
    }
}

TEST(Look, TheChooserTakesTheKeysThatItShows) {
    Theme theme;
    PriorityChooser chooser(theme, nullptr);
    chooser.show();
    QSignalSpy choices(&chooser, &PriorityChooser::chose);
    QTest::keyClick(&chooser, Qt::Key_1);
    ASSERT_EQ(choices.count(), 1);
    EXPECT_EQ(chooser.chosen(), Priority::Critical);
    QTest::keyClick(&chooser, Qt::Key_5);
    EXPECT_EQ(chooser.chosen(), Priority::VeryLow);
}

}  // namespace
