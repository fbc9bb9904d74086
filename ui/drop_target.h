// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Lets the whole window take mail files: an accent ring while they hover, their paths when they fall.
#pragma once

#include <QStringList>
#include <QWidget>

namespace kith::ui {

class Theme;

/// The ring, laid over its parent; hears the parent's drags. The parent must accept drops.
class DropTarget : public QWidget {
    Q_OBJECT
public:
    DropTarget(const Theme& theme, QWidget* window);

Q_SIGNALS:
    void dropped(const QStringList& paths);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

}  // namespace kith::ui
