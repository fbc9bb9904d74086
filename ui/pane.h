// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A stretch of the window on a ground of the palette, with hairlines on the sides that ask for one.
#pragma once

#include "ui/palette_roles.h"

#include <QWidget>

namespace kith::ui {

class Theme;

class Pane : public QWidget {
    Q_OBJECT
public:
    Pane(const Theme& theme, Role ground, QWidget* parent);

    void setLines(Qt::Edges edges);
    void setGround(Role ground);

protected:
    void paintEvent(QPaintEvent* event) override;
    const Theme& theme() const { return m_theme; }

private:
    const Theme& m_theme;
    Role m_ground;
    Qt::Edges m_lines;
};

}  // namespace kith::ui
