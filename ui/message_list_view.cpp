// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/message_list_view.h"

#include "ui/message_list_model.h"
#include "ui/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace kith::ui {

MessageListView::MessageListView(const Theme& theme, QWidget* parent)
    : QListView(parent)
    , m_theme(theme)
    , m_delegate(new MessageDelegate(theme, this)) {
    setObjectName(QStringLiteral("messageList"));
    setAccessibleName(tr("Messages"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(m_delegate);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    const auto relayout = [this] {
        updateGeometries();
        viewport()->update();
    };
    connect(&theme, &Theme::changed, this, relayout);
    connect(m_delegate, &QAbstractItemDelegate::sizeHintChanged, this, relayout);
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        if (const ThreadId thread = m_messages ? m_messages->threadAt(index.row()) : ThreadId{}) {
            Q_EMIT opened(thread);
        }
    });
}

void MessageListView::setMessages(MessageListModel& model) {
    m_messages = &model;
    setModel(&model);
}

int MessageListView::rowCount() const {
    return m_messages ? m_messages->rowCount() : 0;
}

int MessageListView::topOf(int row) const {
    const auto& sections = m_messages->sectionRows();
    const auto before = static_cast<int>(std::lower_bound(sections.begin(), sections.end(), row) - sections.begin());
    return row * m_delegate->rowHeight() - before * (m_delegate->rowHeight() - m_delegate->sectionHeight());
}

int MessageListView::heightOf(int row) const {
    const auto& sections = m_messages->sectionRows();
    const bool section = std::binary_search(sections.begin(), sections.end(), row);
    return section ? m_delegate->sectionHeight() : m_delegate->rowHeight();
}

int MessageListView::rowAt(int y) const {
    if (rowCount() == 0 || y < 0 || y >= topOf(rowCount())) {
        return -1;
    }
    int low = 0;
    int high = rowCount() - 1;
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (topOf(middle) <= y) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low;
}

QRect MessageListView::visualRect(const QModelIndex& index) const {
    if (!index.isValid() || !m_messages) {
        return {};
    }
    return {0, topOf(index.row()) - verticalOffset(), viewport()->width(), heightOf(index.row())};
}

QModelIndex MessageListView::indexAt(const QPoint& point) const {
    const int row = m_messages ? rowAt(point.y() + verticalOffset()) : -1;
    return row < 0 ? QModelIndex() : m_messages->index(row);
}

int MessageListView::verticalOffset() const {
    return verticalScrollBar()->value();
}

void MessageListView::scrollTo(const QModelIndex& index, ScrollHint hint) {
    if (!index.isValid() || !m_messages) {
        return;
    }
    const int top = index.row() == 1 && heightOf(0) == m_delegate->sectionHeight() ? 0 : topOf(index.row());
    const int bottom = topOf(index.row()) + heightOf(index.row());
    const int page = viewport()->height();
    QScrollBar* bar = verticalScrollBar();
    if (hint == PositionAtTop) {
        bar->setValue(top);
    } else if (hint == PositionAtCenter) {
        bar->setValue((top + bottom - page) / 2);
    } else if (top < bar->value()) {
        bar->setValue(top);
    } else if (bottom > bar->value() + page) {
        bar->setValue(bottom - page);
    }
    viewport()->update(visualRect(index));
}

void MessageListView::doItemsLayout() {
    QAbstractItemView::doItemsLayout();  // not QListView's, which would measure every row
    updateGeometries();
}

void MessageListView::updateGeometries() {
    QAbstractItemView::updateGeometries();
    const int total = rowCount() > 0 ? topOf(rowCount()) : 0;
    verticalScrollBar()->setSingleStep(m_delegate->rowHeight());
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, total - viewport()->height()));
    horizontalScrollBar()->setRange(0, 0);
}

void MessageListView::scrollContentsBy(int dx, int dy) {
    scrollDirtyRegion(dx, dy);
    viewport()->scroll(dx, dy);
}

void MessageListView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.colour(Role::List));
    if (!m_messages || rowCount() == 0) {
        return;
    }
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QStyle::State usual = option.state & ~(QStyle::State_Selected | QStyle::State_MouseOver);
    const int first = std::max(0, rowAt(event->rect().top() + verticalOffset()));
    for (int row = first; row < rowCount(); ++row) {
        const QModelIndex index = m_messages->index(row);
        option.rect = visualRect(index);
        if (option.rect.top() > event->rect().bottom()) {
            break;
        }
        option.state = usual;
        option.state.setFlag(QStyle::State_Selected, index == currentIndex());
        option.state.setFlag(QStyle::State_MouseOver, index == m_under);
        m_delegate->paint(&painter, option, index);
    }
}

void MessageListView::mouseMoveEvent(QMouseEvent* event) {
    const QModelIndex under = indexAt(event->position().toPoint());
    if (under != m_under) {
        viewport()->update(visualRect(m_under));
        viewport()->update(visualRect(under));
        m_under = under;
    }
    QListView::mouseMoveEvent(event);
}

void MessageListView::leaveEvent(QEvent* event) {
    viewport()->update(visualRect(m_under));
    m_under = QPersistentModelIndex();
    QListView::leaveEvent(event);
}

void MessageListView::mousePressEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    const RowZone zone = index.isValid() ? m_delegate->zoneAt(index, visualRect(index), at) : RowZone::None;
    if (event->button() != Qt::LeftButton || zone == RowZone::Body || zone == RowZone::None) {
        QListView::mousePressEvent(event);
        return;
    }
    if (zone == RowZone::CheckBox) {
        const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        m_messages->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
    Q_EMIT zoneClicked(zone, m_messages->threadAt(index.row()));
}

int MessageListView::nextThread(int row, int step) const {
    for (int at = row + step; at >= 0 && at < rowCount(); at += step) {
        if (m_messages->threadAt(at)) {
            return at;
        }
    }
    return m_messages && m_messages->threadAt(row) ? row : -1;
}

void MessageListView::moveCurrent(int steps) {
    int row = currentIndex().isValid() ? currentIndex().row() : -1;
    for (int left = std::abs(steps); left > 0; --left) {
        row = nextThread(row, steps < 0 ? -1 : 1);
    }
    if (row >= 0) {
        setCurrentIndex(m_messages->index(row));
    }
}

void MessageListView::toggleChecked() {
    const QModelIndex index = currentIndex();
    if (index.isValid()) {
        const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        m_messages->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
}

QModelIndex MessageListView::moveCursor(CursorAction action, Qt::KeyboardModifiers) {
    if (rowCount() == 0) {
        return {};
    }
    const int row = currentIndex().isValid() ? currentIndex().row() : -1;
    const int page = std::max(1, viewport()->height() / m_delegate->rowHeight() - 1);
    int to = row;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        to = nextThread(row, -1);
        break;
    case MoveDown:
    case MoveNext:
        to = nextThread(row, 1);
        break;
    case MoveHome:
        to = nextThread(-1, 1);
        break;
    case MoveEnd:
        to = nextThread(rowCount(), -1);
        break;
    case MovePageUp:
        to = nextThread(std::max(row - page, 0) + 1, -1);
        break;
    case MovePageDown:
        to = nextThread(std::min(row + page, rowCount() - 1) - 1, 1);
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    to = to < 0 ? nextThread(-1, 1) : to;
    return to < 0 ? QModelIndex() : m_messages->index(to);
}

QRegion MessageListView::visualRegionForSelection(const QItemSelection& selection) const {
    QRegion region;
    const QRect window = viewport()->rect();
    for (const QItemSelectionRange& range : selection) {
        const QRect box = visualRect(range.topLeft()).united(visualRect(range.bottomRight()));
        region += box & window;
    }
    return region;
}

void MessageListView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) {
    const QModelIndex index = indexAt(rect.center());
    if (index.isValid() && index.flags().testFlag(Qt::ItemIsSelectable)) {
        selectionModel()->select(index, command);
    }
}

void MessageListView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    viewport()->update(visualRect(previous));
    viewport()->update(visualRect(current));
    if (m_messages) {
        Q_EMIT currentThreadChanged(m_messages->threadAt(current.row()));
    }
}

ThreadId MessageListView::currentThread() const {
    return m_messages && currentIndex().isValid() ? m_messages->threadAt(currentIndex().row()) : ThreadId{};
}

void MessageListView::setCurrentThread(ThreadId thread) {
    const int row = m_messages ? m_messages->rowOf(thread) : -1;
    if (row >= 0) {
        setCurrentIndex(m_messages->index(row));
    }
}

}  // namespace kith::ui
