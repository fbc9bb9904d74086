// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/kith_style.h"

#include "ui/check_box.h"
#include "ui/focus_ring.h"
#include "ui/text_paint.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace kith::ui {

KithStyle::KithStyle(const Theme& theme)
    : QProxyStyle(QStringLiteral("Fusion"))
    , m_theme(theme) {
}

int KithStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return space::one;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

void KithStyle::drawRadio(QPainter& painter, const QRectF& box, bool chosen) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = chosen ? 5 : 1.5;
    painter.setPen(QPen(m_theme.colour(chosen ? Role::Accent : Role::StrongLine), line));
    painter.setBrush(m_theme.colour(Role::Base));
    painter.drawEllipse(box.center(), 8 - line / 2, 8 - line / 2);
    painter.restore();
}

void KithStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                   const QWidget* widget) const {
    if (control != CC_ComboBox) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool focused = option->state.testFlag(State_HasFocus);
    const bool hovered = enabled && option->state.testFlag(State_MouseOver);
    const double line = focused ? 2 : 1;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_theme.colour(!enabled ? Role::Line : focused ? Role::Accent : Role::Control), line));
    painter->setBrush(m_theme.colour(hovered ? Role::Hover : Role::Base));
    const double in = line / 2;
    painter->drawRoundedRect(QRectF(option->rect).adjusted(in, in, -in, -in), radius::control - in,
                             radius::control - in);
    paintIcon(*painter, m_theme, QRectF(subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget)),
              QStringLiteral("chevron-down"), enabled ? Role::Text3 : Role::Off, 14);
    painter->restore();
}

QRect KithStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                const QWidget* widget) const {
    if (control == CC_ComboBox && part == SC_ComboBoxArrow) {
        return visualRect(option->direction, option->rect,
                          QRect(option->rect.right() - 31, option->rect.top(), 32, option->rect.height()));
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        return visualRect(option->direction, option->rect, option->rect.adjusted(8, 2, -32, -2));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize KithStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                  const QWidget* widget) const {
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    return type == CT_ComboBox ? QSize(size.width() + 16, m_theme.scaled(32)) : size;
}

void KithStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
    const bool on = option->state.testFlag(State_On);
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheckBox(*painter, m_theme, QRectF(option->rect), on);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(*painter, QRectF(option->rect), on);
        return;
    case PE_IndicatorArrowDown:
        paintIcon(*painter, m_theme, QRectF(option->rect), QStringLiteral("chevron-down"),
                  option->state.testFlag(State_Enabled) ? Role::Text3 : Role::Off, 14);
        return;
    case PE_FrameFocusRect:
        if (option->state.testFlag(State_KeyboardFocusChange)) {
            paintFocusRing(*painter, m_theme, QRectF(option->rect).adjusted(4, 4, -4, -4), radius::chip);
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

}  // namespace kith::ui
