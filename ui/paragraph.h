// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A label of several lines, wrapped at words, each in the line height of its style.
#pragma once

#include "ui/text_label.h"

namespace kith::ui {

class Paragraph : public TextLabel {
    Q_OBJECT
public:
    Paragraph(const Theme& theme, QWidget* parent, TextStyle style = TextStyle::Body, Role role = Role::Text2);

    /// Hides TextLabel's: the paragraph is painted here.
    void setRole(Role role);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    TextStyle m_style;
    Role m_role;
};

}  // namespace kith::ui
