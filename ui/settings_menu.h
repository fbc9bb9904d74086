// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The small settings behind the cog: colours, density, size of text, and what is about the workspace.
#pragma once

#include "ui/theme.h"

#include <QMenu>

namespace kith::ui {

class SettingsMenu : public QMenu {
    Q_OBJECT
public:
    SettingsMenu(Theme::Choice colours, bool compact, double textScale, QWidget* parent);

    /// Adds the way to take the sample out again.
    void offerRemovingSample();

Q_SIGNALS:
    void coloursChosen(kith::ui::Theme::Choice colours);
    void compactChosen(bool compact);
    void textScaleChosen(double scale);
    void settingsAsked();
    void accountsAsked();
    void addAccountAsked();
    void importAsked();
    void removeSampleAsked();
    void helpAsked();

private:
    void addColours(Theme::Choice colours);
    void addTextSizes(double scale);
};

}  // namespace kith::ui
