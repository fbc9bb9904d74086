// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A label in one of the text styles and roles; follows the theme.
#pragma once

#include "ui/theme.h"

#include <QLabel>

namespace kith::ui {

class TextLabel : public QLabel {
    Q_OBJECT
public:
    TextLabel(const Theme& theme, QWidget* parent, TextStyle style = TextStyle::Body, Role role = Role::Text);

    void setRole(Role role);

private:
    void dress();

    const Theme& m_theme;
    TextStyle m_style;
    Role m_role;
};

}  // namespace kith::ui
