// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How a row of the activity looks: what was done, by whom and why, when, and Undo where it can be taken back.
#pragma once

#include <QStyledItemDelegate>

namespace kith::ui {

class Theme;

class ActivityDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    ActivityDelegate(const Theme& theme, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Where Undo stands in this row.
    QRect undoBox(const QRect& row) const;

Q_SIGNALS:
    void undoClicked(const QModelIndex& index);

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    const Theme& m_theme;
};

}  // namespace kith::ui
