// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A column of readable width in the middle of a page or at its left, scrolled where it is higher than the window.
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace kith::ui {

class PageColumn : public QScrollArea {
    Q_OBJECT
public:
    PageColumn(QWidget* parent, int width, Qt::Alignment side = Qt::AlignHCenter);

    QVBoxLayout& column() { return *m_column; }
    QWidget* holder() { return m_holder; }

protected:
    /// What gets the focus by keyboard comes into sight.
    bool focusNextPrevChild(bool next) override;

private:
    QWidget* m_holder;
    QVBoxLayout* m_column;
};

}  // namespace kith::ui
