// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/inbox_tabs.h"

#include "ui/focus_ring.h"
#include "ui/text_paint.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int tabGap = 20;

QString tabCount(int count) {
    return count >= 1 && count <= 999 ? QLocale().toString(count) : QString();
}

}  // namespace

InboxTabs::InboxTabs(const Theme& theme, QWidget* parent)
    : Pane(theme, Role::List, parent)
    , m_tabs{{MailList::Priority, tr("Priority")},
             {MailList::RepliesOwed, tr("Replies owed")},
             {MailList::Waiting, tr("Waiting")},
             {MailList::Other, tr("Other")}} {
    setObjectName(QStringLiteral("inboxTabs"));
    setLines(Qt::BottomEdge);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    sayCurrent();
}

QSize InboxTabs::sizeHint() const {
    return {200, theme().scaled(48)};
}
QSize InboxTabs::minimumSizeHint() const {
    return {80, theme().scaled(48)};
}

MailList InboxTabs::current() const {
    return m_tabs[static_cast<size_t>(m_current)].list;
}

void InboxTabs::setCurrent(MailList list) {
    for (size_t i = 0; i < m_tabs.size(); ++i) {
        if (m_tabs[i].list == list) {
            m_current = static_cast<int>(i);
        }
    }
    sayCurrent();
    update();
}

void InboxTabs::setCounts(const ListCounts& counts) {
    m_tabs[0].count = counts.priority;
    m_tabs[1].count = counts.repliesOwed;
    m_tabs[2].count = counts.waiting;
    m_tabs[3].count = counts.other;
    sayCurrent();
    update();
}

void InboxTabs::sayCurrent() {
    const Tab& tab = m_tabs[static_cast<size_t>(m_current)];
    setAccessibleName(tr("List %1, %n conversation(s)", nullptr, tab.count).arg(tab.title));
}

void InboxTabs::step(int by) {
    const int size = static_cast<int>(m_tabs.size());
    choose(((m_current + by) % size + size) % size);
}

void InboxTabs::choose(int tab) {
    if (tab >= 0 && tab != m_current) {
        m_current = tab;
        sayCurrent();
        update();
        Q_EMIT chosen(current());
    }
}

std::vector<QRectF> InboxTabs::boxes() const {
    std::vector<QRectF> boxes;
    double x = space::two;
    for (size_t i = 0; i < m_tabs.size(); ++i) {
        const bool on = static_cast<int>(i) == m_current;
        const QString count = tabCount(m_tabs[i].count);
        double width = lineWidth(theme(), m_tabs[i].title, on ? TextStyle::BodyStrong : TextStyle::Body);
        width += count.isEmpty() ? 0 : 6 + lineWidth(theme(), count, TextStyle::Caption);
        boxes.emplace_back(x, 0, width, height());
        x += width + tabGap;
    }
    return boxes;
}

int InboxTabs::tabAt(QPointF at) const {
    const auto all = boxes();
    for (size_t i = 0; i < all.size(); ++i) {
        if (all[i].adjusted(-tabGap / 2.0, 0, tabGap / 2.0, 0).contains(at)) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void InboxTabs::paintEvent(QPaintEvent* event) {
    Pane::paintEvent(event);
    QPainter painter(this);
    const auto all = boxes();
    for (size_t i = 0; i < all.size(); ++i) {
        const bool on = static_cast<int>(i) == m_current;
        const Role role = on || static_cast<int>(i) == m_under ? Role::Text : Role::Text2;
        const QRectF line = all[i].adjusted(0, 1, 1, -1);
        const double used =
            paintLine(painter, theme(), line, m_tabs[i].title, on ? TextStyle::BodyStrong : TextStyle::Body, role);
        paintLine(painter, theme(), line.adjusted(used + 6, 0, 4, 0), tabCount(m_tabs[i].count), TextStyle::Caption,
                  Role::Text3);
        if (on) {
            painter.fillRect(QRectF(all[i].left(), height() - 2, all[i].width(), 2), theme().colour(Role::Accent));
        }
        if (on && hasFocus()) {
            paintFocusRing(painter, theme(), all[i].adjusted(-2, 12, 2, -12), radius::chip);
        }
    }
}

void InboxTabs::mousePressEvent(QMouseEvent* event) {
    choose(tabAt(event->position()));
}

void InboxTabs::mouseMoveEvent(QMouseEvent* event) {
    const int under = tabAt(event->position());
    if (under != m_under) {
        m_under = under;
        update();
    }
}

void InboxTabs::leaveEvent(QEvent*) {
    m_under = -1;
    update();
}

void InboxTabs::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        step(event->key() == Qt::Key_Left ? -1 : 1);
    } else {
        Pane::keyPressEvent(event);
    }
}

void InboxTabs::focusInEvent(QFocusEvent*) {
    update();
}
void InboxTabs::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace kith::ui
