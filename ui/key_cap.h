// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Key caps: a small framed key, or several for a sequence, that teach the keyboard beside what it does.
#pragma once

#include "ui/small_piece.h"

#include <QKeySequence>
#include <QRectF>
#include <QStringList>

class QPainter;

namespace kith::ui {

class Theme;

enum class CapLook {
    Framed,   ///< on lists, forms and popovers
    Bare,     ///< on a primary button: no frame, the button's own colour
    Inverse,  ///< on toasts and tooltips
};

enum class CapSize { Usual, Large };

/// One entry a press: "g", "i"; "Ctrl ↵"; "⇧ Y".
QStringList keyCaps(const QKeySequence& keys);
/// In one line, for tooltips: "g i".
QString keyText(const QKeySequence& keys);
double keyCapWidth(const Theme& theme, const QString& cap);
void paintKeyCap(QPainter& painter, const Theme& theme, const QRectF& box, const QString& cap,
                 CapLook look = CapLook::Framed, CapSize size = CapSize::Usual);

class KeyCap : public SmallPiece {
    Q_OBJECT
public:
    KeyCap(const Theme& theme, QWidget* parent);

    void setKeys(const QKeySequence& keys);
    void setLook(CapLook look);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStringList m_caps;
    CapLook m_look{CapLook::Framed};
};

}  // namespace kith::ui
