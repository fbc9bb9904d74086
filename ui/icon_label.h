// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An icon that stands beside a sentence; a screen reader passes over it.
#pragma once

#include "ui/palette_roles.h"

#include <QString>
#include <QWidget>

namespace kith::ui {

class Theme;

class IconLabel : public QWidget {
    Q_OBJECT
public:
    IconLabel(const Theme& theme, QWidget* parent, int size = 16);

    /// An empty name hides it.
    void setFace(const QString& lucide, Role role);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_icon;
    Role m_role{Role::Text2};
    int m_size;
};

}  // namespace kith::ui
