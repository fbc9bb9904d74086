// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How the window looks: colours by role, text styles, spacing, icons. Handed to every widget by reference.
#pragma once

#include "ui/palette_roles.h"

#include <QCache>
#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QPixmap>

#include <functional>

class QApplication;
class QPainter;

namespace kith::ui {

/// Size / line height / weight; Letter is the tiny word of who decided.
enum class TextStyle {
    Display,        ///< 28/36 600
    Heading,        ///< 20/28 600
    Lead,           ///< 15/24 400
    LeadStrong,     ///< 15/24 600
    Body,           ///< 13/20 400
    BodyMedium,     ///< 13/20 500
    BodyStrong,     ///< 13/20 600
    Caption,        ///< 11/16 400
    CaptionMedium,  ///< 11/16 500
    CaptionStrong,  ///< 11/16 600
    Letter,         ///< 10/16 600
};

namespace space {
inline constexpr int half = 4;
inline constexpr int one = 8;
inline constexpr int two = 16;
inline constexpr int pane = 24;
inline constexpr int screen = 32;
}  // namespace space

namespace radius {
inline constexpr int chip = 4;
inline constexpr int control = 6;
inline constexpr int card = 8;
inline constexpr int popover = 10;
}  // namespace radius

class Theme : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)
public:
    enum class Choice { System, Light, Dark, HighContrast };

    /// Follows the system until chosen otherwise.
    explicit Theme(QObject* parent = nullptr);

    void choose(Choice choice);
    Choice choice() const { return m_choice; }
    /// What the desktop says; SystemScheme reports it.
    void setSystemScheme(Scheme scheme);
    Scheme scheme() const;
    /// 0.8 to 2.0.
    void setTextScale(double scale);
    double textScale() const { return m_textScale; }

    QColor colour(Role role) const;
    QFont font(TextStyle style) const;
    int lineHeight(TextStyle style) const;
    /// A height that holds text: grows with the text scale, never below its drawn measure.
    int scaled(int pixels) const;
    /// A Lucide icon by name, tinted; size in device-independent pixels.
    QPixmap icon(const QString& name, Role role, int size, qreal devicePixelRatio) const;
    QIcon icon(const QString& name, Role role, int size = 16) const;
    /// Painted once a key, size and scheme, then kept.
    QPixmap painted(const QString& key, QSizeF size, qreal devicePixelRatio,
                    const std::function<void(QPainter&)>& paint) const;
    /// Style, palette, font and sheet of the whole application, now and after every change; outlives it.
    void dress(QApplication& application);

Q_SIGNALS:
    void changed();

private:
    void announce(Scheme before, double scaleBefore);
    QPalette palette() const;

    Choice m_choice{Choice::System};
    Scheme m_system{Scheme::Light};
    double m_textScale{1.0};
    QString m_family;
    mutable QCache<QString, QPixmap> m_pixmaps;
};

}  // namespace kith::ui
