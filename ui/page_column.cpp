// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/page_column.h"

#include "ui/theme.h"

#include <QApplication>
#include <QVBoxLayout>

namespace kith::ui {

PageColumn::PageColumn(QWidget* parent, int width, Qt::Alignment side)
    : QScrollArea(parent)
    , m_holder(new QWidget)
    , m_column(new QVBoxLayout(m_holder)) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_holder->setMaximumWidth(width);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(space::screen, 0, space::screen, 0);
    if (side == Qt::AlignHCenter) {
        row->addStretch(1);
    }
    row->addWidget(m_holder, 100);
    row->addStretch(1);
    setWidget(page);
    page->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

bool PageColumn::focusNextPrevChild(bool next) {
    const bool moved = QScrollArea::focusNextPrevChild(next);
    if (QWidget* focused = QApplication::focusWidget(); moved && focused && isAncestorOf(focused)) {
        ensureWidgetVisible(focused, space::one, space::pane);
    }
    return moved;
}

}  // namespace kith::ui
