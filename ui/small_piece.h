// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A small drawn widget as large as what it shows: it measures and paints itself anew when the theme changes.
#pragma once

#include <QWidget>

namespace kith::ui {

class Theme;

class SmallPiece : public QWidget {
    Q_OBJECT
public:
    SmallPiece(const Theme& theme, QWidget* parent);

protected:
    const Theme& theme() const { return m_theme; }
    /// What it shows is another now.
    void showAnew();

private:
    const Theme& m_theme;
};

}  // namespace kith::ui
