// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A label of one line that gives way: cut with an ellipsis where room ends, the whole text as tooltip.
#pragma once

#include "ui/text_label.h"

namespace kith::ui {

class ElidedLabel : public TextLabel {
    Q_OBJECT
public:
    ElidedLabel(const Theme& theme, QWidget* parent, TextStyle style = TextStyle::Body, Role role = Role::Text);

    /// Hides QLabel's: the tooltip follows.
    void setText(const QString& text);
    void setRole(Role role);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    TextStyle m_style;
    Role m_role;
};

/// One pixel across, in the colour of lines.
class Hairline : public QWidget {
    Q_OBJECT
public:
    Hairline(const Theme& theme, QWidget* parent, Role role = Role::Line);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Role m_role;
};

}  // namespace kith::ui
