// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/text_paint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace kith::ui {

namespace {

/// A text layout breaks at U+2028 only; places in the text stay the same.
QString withBreaks(const QString& text) {
    return QString(text).replace(u'\n', QChar(QChar::LineSeparator));
}

}  // namespace

double paintLine(QPainter& painter, const Theme& theme, const QRectF& box, const QString& text, TextStyle style,
                 Role role, Qt::Alignment alignment) {
    const QFont font = theme.font(style);
    const QFontMetricsF metrics(font);
    const double natural = metrics.horizontalAdvance(text);
    const bool fits = natural <= box.width() + 0.5;
    const QString shown = fits ? text : metrics.elidedText(text, Qt::ElideRight, box.width());
    const double width = fits ? natural : metrics.horizontalAdvance(shown);
    const double x = alignment.testFlag(Qt::AlignRight)     ? box.right() - width
                     : alignment.testFlag(Qt::AlignHCenter) ? box.center().x() - width / 2
                                                            : box.left();
    const double baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    painter.setFont(font);
    painter.setPen(theme.colour(role));
    painter.drawText(QPointF(x, baseline), shown);
    return width;
}

void paintText(QPainter& painter, const Theme& theme, const QRectF& box, const QString& text, TextStyle style,
               Role role) {
    QTextLayout layout(withBreaks(text), theme.font(style));
    layout.beginLayout();
    double top = box.top();
    const double height = theme.lineHeight(style);
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(box.width());
        const bool last = top + 2 * height > box.bottom() + 0.5;
        const QString rest = text.mid(line.textStart(), last ? -1 : line.textLength());
        paintLine(painter, theme, QRectF(box.left(), top, box.width(), height), rest.trimmed(), style, role);
        top += height;
        if (last) {
            break;
        }
    }
    layout.endLayout();
}

int linesOf(const Theme& theme, const QString& text, TextStyle style, double width) {
    QTextLayout layout(withBreaks(text), theme.font(style));
    int lines = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        ++lines;
    }
    layout.endLayout();
    return std::max(lines, 1);
}

double lineWidth(const Theme& theme, const QString& text, TextStyle style) {
    return QFontMetricsF(theme.font(style)).horizontalAdvance(text);
}

void paintIcon(QPainter& painter, const Theme& theme, const QRectF& box, const QString& name, Role role, int size) {
    const QPointF at(box.center().x() - size / 2.0, box.center().y() - size / 2.0);
    painter.drawPixmap(at, theme.icon(name, role, size, painter.device()->devicePixelRatioF()));
}

}  // namespace kith::ui
