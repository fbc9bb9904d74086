// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The tabs over the list: Priority, Replies owed, Waiting, Other, each with its count.
#pragma once

#include "core/domain/inbox.h"
#include "ui/pane.h"

#include <QRectF>

#include <vector>

namespace kith::ui {

class InboxTabs : public Pane {
    Q_OBJECT
public:
    InboxTabs(const Theme& theme, QWidget* parent);

    void setCurrent(MailList list);
    MailList current() const;
    void setCounts(const ListCounts& counts);
    /// Wraps around.
    void step(int by);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(kith::MailList list);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Tab {
        MailList list;
        QString title;
        int count{0};
    };

    std::vector<QRectF> boxes() const;
    int tabAt(QPointF at) const;
    void choose(int tab);
    void sayCurrent();

    std::vector<Tab> m_tabs;
    int m_current{0};
    int m_under{-1};
};

}  // namespace kith::ui
