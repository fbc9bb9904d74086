// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/message_delegate.h"

#include "ui/message_list_model.h"
#include "ui/priority_mark.h"
#include "ui/text_paint.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace kith::ui {

RowZone MessageDelegate::zoneAt(const QModelIndex& index, const QRect& row, QPoint at) const {
    const auto entry = static_cast<ListEntry>(index.data(MessageListModel::EntryRole).toInt());
    if (!row.contains(at)) {
        return RowZone::None;
    }
    if (entry == ListEntry::Section) {
        const int count = index.data(MessageListModel::NewCountRole).toInt();
        return count > 0 && pillBox(row, count).contains(at) ? RowZone::NewPill : RowZone::None;
    }
    const int x = at.x() - row.left();
    const double upperBottom = m_density == RowDensity::Compact ? row.height() : row.height() / 2.0 + 4;
    if (x < 28) {
        return RowZone::CheckBox;
    }
    if (x < 60) {
        return RowZone::Mark;
    }
    if (at.y() - row.top() < upperBottom) {
        constexpr RowZone actions[] = {RowZone::Star, RowZone::Snooze, RowZone::Archive};
        const int fromRight = row.width() - 16 + 4 - x;  // 4: half a gap belongs to each icon
        if (fromRight >= 0 && fromRight < 3 * 32) {
            return actions[fromRight / 32];
        }
    }
    return RowZone::Body;
}

QRectF MessageDelegate::pillBox(const QRect& box, int count) const {
    const double height = m_theme.scaled(20);
    const double width = 16 + 12 + 4 + lineWidth(m_theme, tr("%n new", nullptr, count), TextStyle::CaptionMedium);
    return {box.right() + 1 - 16 - width, box.top() + 6 + (box.height() - 6 - height) / 2, width, height};
}

void MessageDelegate::paintSection(QPainter& painter, const QRect& box, const QModelIndex& index) const {
    const QRectF line(box.left() + 16, box.top() + 6, box.width() - 32, box.height() - 6);
    paintLine(painter, m_theme, line, index.data(MessageListModel::SectionTitleRole).toString(),
              TextStyle::CaptionStrong, Role::Text3);
    const int count = index.data(MessageListModel::NewCountRole).toInt();
    if (count <= 0) {
        return;
    }
    const QRectF pill = pillBox(box, count);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Role::Tint));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    paintLine(painter, m_theme, pill.adjusted(8, 0, -8, 0), tr("%n new", nullptr, count), TextStyle::CaptionMedium,
              Role::TintText);
    paintIcon(painter, m_theme, QRectF(pill.right() - 20, pill.top(), 12, pill.height()), QStringLiteral("arrow-up"),
              Role::TintText, 12);
}

bool MessageDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                const QModelIndex& index) {
    if (event->type() != QEvent::ToolTip || !index.isValid()) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    QString text;
    switch (zoneAt(index, option.rect, event->pos())) {
    case RowZone::Archive:
        text = tr("Archive · e");
        break;
    case RowZone::Snooze:
        text = tr("Snooze · h");
        break;
    case RowZone::Star:
        text = tr("Star · s");
        break;
    case RowZone::CheckBox:
        text = tr("Select · x");
        break;
    case RowZone::Mark: {
        const auto row = index.data(MessageListModel::RowRole).value<InboxRow>();
        if (row.decided) {
            text =
                tr("%1, %2 · why: w").arg(PriorityWords::name(row.priority), PriorityWords::decidedBy(row.decidedBy));
        }
        break;
    }
    default:
        break;
    }
    QToolTip::showText(event->globalPos(), text, view);
    return true;
}

}  // namespace kith::ui
