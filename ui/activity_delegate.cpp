// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/activity_delegate.h"

#include "ui/activity_model.h"
#include "ui/activity_words.h"
#include "ui/message_words.h"
#include "ui/text_paint.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace kith::ui {

namespace {

constexpr int activityTextLeft = 64;
constexpr int activityTimeWidth = 72;
constexpr int activityBar = 3;

}  // namespace

ActivityDelegate::ActivityDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme) {
}

QSize ActivityDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {320, m_theme.scaled(56)};
}

QRect ActivityDelegate::undoBox(const QRect& row) const {
    const int wide = static_cast<int>(std::ceil(lineWidth(m_theme, tr("Undo"), TextStyle::BodyMedium))) + 1;
    const int right = row.right() - space::screen - m_theme.scaled(activityTimeWidth);
    return {right - wide, row.top(), wide, row.height()};
}

void ActivityDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto entry = index.data(ActivityModel::EntryRole).value<service::ActivityEntry>();
    const QString note = index.data(ActivityModel::NoteRole).toString();
    const QRectF row = option.rect;
    const bool current = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    if (current || hovered) {
        painter->fillRect(option.rect, m_theme.colour(current ? Role::Tint : Role::Hover));
    }
    if (current) {
        painter->fillRect(QRectF(row.left(), row.top(), activityBar, row.height()), m_theme.colour(Role::Accent));
    }
    const Role quiet = current ? Role::Text2 : Role::Text3;
    const Role main = entry.undone ? quiet : Role::Text;
    paintIcon(*painter, m_theme, QRectF(row.left() + space::screen, row.top(), 16, row.height()),
              ActivityWords::icon(entry), entry.undone ? quiet : Role::Text2, 16);
    const QRect undo = undoBox(option.rect);
    const double line = m_theme.lineHeight(TextStyle::Body);
    const double caption = m_theme.lineHeight(TextStyle::Caption);
    const double top = row.top() + (row.height() - line - caption) / 2;
    const double left = row.left() + activityTextLeft;
    const double width = undo.left() - space::two - left;
    paintLine(*painter, m_theme, QRectF(left, top, width, line), ActivityWords::done(entry),
              entry.undone ? TextStyle::Body : TextStyle::BodyMedium, main);
    paintLine(*painter, m_theme, QRectF(left, top + line, width, caption),
              note.isEmpty() ? ActivityWords::byWhom(entry) : note, TextStyle::Caption,
              note.isEmpty() ? quiet : Role::Warn);
    const QRectF when(row.right() - space::screen - m_theme.scaled(activityTimeWidth), row.top(),
                      m_theme.scaled(activityTimeWidth), row.height());
    const auto* model = qobject_cast<const ActivityModel*>(index.model());
    paintLine(*painter, m_theme, when, MessageWords::time(entry.when, model ? model->today() : QDate::currentDate()),
              TextStyle::Caption, quiet, Qt::AlignRight);
    if (entry.undone) {
        paintLine(*painter, m_theme, QRectF(undo).adjusted(-60, 0, 0, 0), tr("taken back"), TextStyle::Caption, quiet,
                  Qt::AlignRight);
    } else if (entry.undoable) {
        paintLine(*painter, m_theme, undo, tr("Undo"), TextStyle::BodyMedium, current ? Role::TintText : Role::Accent);
    }
    painter->restore();
}

bool ActivityDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) {
    if (event->type() != QEvent::MouseButtonRelease) {
        return false;
    }
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const auto entry = index.data(ActivityModel::EntryRole).value<service::ActivityEntry>();
    if (mouse->button() != Qt::LeftButton || !entry.undoable ||
        !undoBox(option.rect).contains(mouse->position().toPoint())) {
        return false;
    }
    Q_EMIT undoClicked(index);
    return true;
}

}  // namespace kith::ui
