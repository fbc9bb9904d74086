// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The "?" sheet over the window: every action with its keys, as the registry has them now.
#pragma once

#include <QWidget>

class QGridLayout;
class QScrollArea;

namespace kith::ui {

class ShortcutRegistry;
class Theme;
struct Shortcut;

class HelpOverlay : public QWidget {
    Q_OBJECT
public:
    HelpOverlay(const Theme& theme, const ShortcutRegistry& registry, QWidget* parent);

    void open();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void addRow(QGridLayout& grid, const Shortcut& shortcut);
    QRect card() const;

    const Theme& m_theme;
    const ShortcutRegistry& m_registry;
    QScrollArea* m_scroll;
};

}  // namespace kith::ui
