// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The list itself: places rows by arithmetic instead of measuring each, so that a million rows cost nothing.
#pragma once

#include "core/domain/ids.h"
#include "ui/message_delegate.h"

#include <QListView>
#include <QPersistentModelIndex>

namespace kith::ui {

class MessageListModel;

class MessageListView : public QListView {
    Q_OBJECT
public:
    MessageListView(const Theme& theme, QWidget* parent);

    void setMessages(MessageListModel& model);
    MessageDelegate& rows() { return *m_delegate; }
    ThreadId currentThread() const;
    void setCurrentThread(ThreadId thread);
    /// The next or previous conversation, past section labels.
    void moveCurrent(int steps);
    void toggleChecked();

    QRect visualRect(const QModelIndex& index) const override;
    QModelIndex indexAt(const QPoint& point) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;

Q_SIGNALS:
    void currentThreadChanged(kith::ThreadId thread);
    void opened(kith::ThreadId thread);
    void zoneClicked(kith::ui::RowZone zone, kith::ThreadId thread);

protected:
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    int topOf(int row) const;  ///< in contents coordinates
    int rowAt(int y) const;
    int heightOf(int row) const;
    int rowCount() const;
    int nextThread(int row, int step) const;

    const Theme& m_theme;
    MessageDelegate* m_delegate;
    MessageListModel* m_messages{nullptr};
    QPersistentModelIndex m_under;  ///< the row under the pointer
};

}  // namespace kith::ui
