// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Initials in a circle, for people without a picture.
#pragma once

#include <QString>
#include <QWidget>

class QPainter;

namespace kith::ui {

class Theme;

/// "Ana Ruiz" gives AR, "mara@fjordlight.example" gives M.
QString initialsOf(const QString& name);
void paintAvatar(QPainter& painter, const Theme& theme, const QRectF& box, const QString& name);

class Avatar : public QWidget {
    Q_OBJECT
public:
    Avatar(const Theme& theme, QWidget* parent);

    void setPerson(const QString& name);
    void setDiameter(int pixels);  ///< 24, 32 or 40
    QSize sizeHint() const override { return {m_diameter, m_diameter}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_name;
    int m_diameter{32};
};

}  // namespace kith::ui
