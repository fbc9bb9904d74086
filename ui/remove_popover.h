// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Asks what becomes of an account's mail before the account goes, and says what happens at Google.
#pragma once

#include "ui/account_view.h"
#include "ui/popover.h"

class QRadioButton;

namespace kith::ui {

class RemovePopover : public Popover {
    Q_OBJECT
public:
    RemovePopover(const Theme& theme, const AccountView& view, QWidget* parent);

Q_SIGNALS:
    void chosen(bool keepMail);

private:
    QRadioButton* addChoice(const char* name, const QString& title, const QString& consequence);
    void build(const AccountView& view);

    const Theme& m_theme;
    QRadioButton* m_keep{nullptr};
};

}  // namespace kith::ui
