// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/settings_menu.h"

#include <QActionGroup>

#include <cmath>

namespace kith::ui {

SettingsMenu::SettingsMenu(Theme::Choice colours, bool compact, double textScale, QWidget* parent)
    : QMenu(parent) {
    setObjectName(QStringLiteral("settingsMenu"));
    setAttribute(Qt::WA_DeleteOnClose);
    addColours(colours);
    addTextSizes(textScale);
    QAction* dense = addAction(tr("Compact rows"));
    dense->setCheckable(true);
    dense->setChecked(compact);
    connect(dense, &QAction::toggled, this, &SettingsMenu::compactChosen);
    addSeparator();
    connect(addAction(tr("Settings …")), &QAction::triggered, this, &SettingsMenu::settingsAsked);
    connect(addAction(tr("Accounts")), &QAction::triggered, this, &SettingsMenu::accountsAsked);
    connect(addAction(tr("Add an account …")), &QAction::triggered, this, &SettingsMenu::addAccountAsked);
    connect(addAction(tr("Open a mail file …")), &QAction::triggered, this, &SettingsMenu::importAsked);
    connect(addAction(tr("Keys and help")), &QAction::triggered, this, &SettingsMenu::helpAsked);
}

void SettingsMenu::addColours(Theme::Choice colours) {
    QMenu* menu = addMenu(tr("Colours"));
    auto* group = new QActionGroup(this);
    const auto add = [&](const QString& text, Theme::Choice choice) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(choice == colours);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] { Q_EMIT coloursChosen(choice); });
    };
    add(tr("As the system"), Theme::Choice::System);
    add(tr("Light"), Theme::Choice::Light);
    add(tr("Dark"), Theme::Choice::Dark);
    add(tr("High contrast"), Theme::Choice::HighContrast);
}

void SettingsMenu::addTextSizes(double scale) {
    QMenu* menu = addMenu(tr("Size of text"));
    auto* group = new QActionGroup(this);
    for (const int percent : {80, 100, 125, 150, 200}) {
        QAction* action = menu->addAction(tr("%1 %").arg(percent));
        action->setCheckable(true);
        action->setChecked(std::lround(scale * 100) == percent);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, percent] { Q_EMIT textScaleChosen(percent / 100.0); });
    }
}

void SettingsMenu::offerRemovingSample() {
    connect(addAction(tr("Remove the sample data")), &QAction::triggered, this, &SettingsMenu::removeSampleAsked);
}

}  // namespace kith::ui
