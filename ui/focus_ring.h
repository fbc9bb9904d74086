// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The ring that shows where the keyboard is: 2 px accent around a 2 px gap.
#pragma once

#include <QRectF>
#include <QWidget>

class QPainter;

namespace kith::ui {

class Theme;

/// Around box, which the ring leaves free; needs 4 px of room on every side.
void paintFocusRing(QPainter& painter, const Theme& theme, const QRectF& box, double cornerRadius);

/// Draws the ring around a control, on its parent; only when the focus came by keyboard. Lives as long as the control.
class FocusRing : public QWidget {
    Q_OBJECT
public:
    static void follow(QWidget& control, const Theme& theme, int cornerRadius);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    FocusRing(QWidget& control, const Theme& theme, int cornerRadius);
    void place();

    QWidget& m_control;
    const Theme& m_theme;
    int m_radius;
};

}  // namespace kith::ui
