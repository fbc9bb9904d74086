// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The buttons of the window: primary, normal, flat, link, and icons with their name and key as tooltip.
#pragma once

#include "ui/palette_roles.h"

#include <QAbstractButton>
#include <QKeySequence>
#include <QPushButton>

namespace kith::ui {

class Theme;

enum class ButtonKind {
    Primary,  ///< one a screen
    Normal,
    Flat,
    Quiet,  ///< a choice in a footer: caption colour, ground only under the pointer
    Link,   ///< looks like a link: an action in a sentence or below it
};

enum class ButtonSize { Usual, Small, Large };  ///< 32; 28 in popovers; 40 in screen feet

class Button : public QPushButton {
    Q_OBJECT
public:
    Button(const Theme& theme, QWidget* parent, ButtonKind kind = ButtonKind::Normal);

    void setKind(ButtonKind kind);
    void setButtonSize(ButtonSize size);
    void setIconName(const QString& lucide);
    /// Shown on the button; the shortcut registry reacts to it.
    void setKeys(const QKeySequence& keys);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    double padding() const;
    Role textRole() const;
    void paintGround(QPainter& painter) const;

    const Theme& m_theme;
    ButtonKind m_kind;
    ButtonSize m_size{ButtonSize::Usual};
    QString m_icon;
    QString m_cap;
};

class IconButton : public QAbstractButton {
    Q_OBJECT
public:
    IconButton(const Theme& theme, QWidget* parent);

    /// name is the accessible name and the tooltip's word.
    void setFace(const QString& lucide, const QString& name, const QKeySequence& keys = {});
    void setTint(Role role);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    const Theme& m_theme;
    QString m_icon;
    Role m_tint{Role::Text2};
};

}  // namespace kith::ui
