// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/palette_delegate.h"

#include "ui/key_cap.h"
#include "ui/palette_model.h"
#include "ui/priority_mark.h"
#include "ui/text_paint.h"

#include <QPainter>
#include <QTextLayout>

namespace kith::ui {

namespace {

constexpr double inset = 8;
constexpr double iconAt = 24;
constexpr double textAt = 60;

}  // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const bool heading = index.data(PaletteModel::HeadingRole).isValid();
    return {option.rect.width(), m_theme.scaled(heading ? headingHeight : entryHeight)};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box(option.rect);
    if (const QVariant heading = index.data(PaletteModel::HeadingRole); heading.isValid()) {
        paintLine(*painter, m_theme, box.adjusted(iconAt, 6, -iconAt, 0), heading.toString(), TextStyle::CaptionStrong,
                  Role::Text3);
    } else {
        paintEntry(*painter, box, index.data(PaletteModel::EntryRole).value<PaletteEntry>(),
                   option.state.testFlag(QStyle::State_Selected));
    }
    painter->restore();
}

void PaletteDelegate::paintEntry(QPainter& painter, const QRectF& box, const PaletteEntry& entry, bool current) const {
    if (current) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(Role::Tint));
        painter.drawRoundedRect(box.adjusted(inset, 0, -inset, 0), radius::control, radius::control);
    }
    const bool possible = entry.impossible.isEmpty();
    const QRectF icon(box.left() + iconAt, box.center().y() - 10, 20, 20);
    if (entry.mail) {
        paintPriorityMark(painter, m_theme, icon, entry.mail->priority, entry.mail->certainty);
    } else if (!entry.icon.isEmpty()) {
        paintIcon(painter, m_theme, icon, entry.icon, possible ? Role::Text2 : Role::Off, 16);
    }
    const double keys = possible ? paintKeys(painter, box, entry) : 0;
    const QRectF words(box.left() + textAt, box.top(), box.width() - textAt - iconAt - keys - inset, box.height());
    const double used = paintLit(painter, words, entry);
    const QString beside = possible ? entry.note : entry.impossible;
    paintLine(painter, m_theme, words.adjusted(used + 12, 0, 0, 0), beside, TextStyle::Body,
              current ? Role::Text2 : Role::Text3);
}

/// Gives the width used.
double PaletteDelegate::paintLit(QPainter& painter, const QRectF& box, const PaletteEntry& entry) const {
    const QFont font = m_theme.font(TextStyle::Body);
    const QString shown = QFontMetricsF(font).elidedText(entry.text, Qt::ElideRight, box.width());
    QTextLayout layout(shown, font);
    QList<QTextLayout::FormatRange> ranges;
    QTextCharFormat lit;
    QFont strong = m_theme.font(TextStyle::BodyStrong);
    lit.setFont(strong);
    lit.setForeground(m_theme.colour(Role::Accent));
    for (const int place : entry.lit) {
        if (entry.impossible.isEmpty() && place < shown.size()) {
            ranges << QTextLayout::FormatRange{place, 1, lit};
        }
    }
    layout.setFormats(ranges);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setNumColumns(static_cast<int>(shown.size()));
    layout.endLayout();
    painter.setPen(m_theme.colour(entry.impossible.isEmpty() ? Role::Text : Role::Off));
    layout.draw(&painter, {box.left(), box.center().y() - line.height() / 2});
    return line.naturalTextWidth();
}

/// Right; gives the width used.
double PaletteDelegate::paintKeys(QPainter& painter, const QRectF& box, const PaletteEntry& entry) const {
    const QStringList caps = keyCaps(entry.keys);
    double right = box.right() - iconAt;
    for (auto cap = caps.crbegin(); cap != caps.crend(); ++cap) {
        const double width = keyCapWidth(m_theme, *cap);
        paintKeyCap(painter, m_theme, {right - width, box.center().y() - 9, width, 18}, *cap);
        right -= width + 4;
    }
    return box.right() - iconAt - right;
}

}  // namespace kith::ui
