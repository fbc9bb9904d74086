// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Fusion with our check boxes, radio buttons and choice fields; for the widgets of Qt that we use as they are.
#pragma once

#include <QProxyStyle>

namespace kith::ui {

class Theme;

class KithStyle : public QProxyStyle {
    Q_OBJECT
public:
    explicit KithStyle(const Theme& theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr,
                    const QWidget* widget = nullptr) const override;

private:
    void drawRadio(QPainter& painter, const QRectF& box, bool chosen) const;

    const Theme& m_theme;
};

}  // namespace kith::ui
