// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/work_bar.h"

#include "ui/buttons.h"
#include "ui/elided_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace kith::ui {

WorkBar::WorkBar(const Theme& theme, QWidget* parent, const QString& sentenceName)
    : Pane(theme, Role::Well, parent)
    , m_row(new QHBoxLayout(this))
    , m_sentence(new ElidedLabel(theme, this, TextStyle::Body, Role::Text2)) {
    setLines(Qt::BottomEdge);
    setFixedHeight(theme.scaled(40));
    connect(&theme, &Theme::changed, this, [this] { setFixedHeight(this->theme().scaled(40)); });
    m_row->setContentsMargins(space::two, 0, space::two, 0);
    m_row->setSpacing(space::two);
    m_sentence->setObjectName(sentenceName);
    m_row->addWidget(m_sentence, 1);
    hide();
}

void WorkBar::say(const QString& sentence, Role role) {
    m_sentence->setRole(role);
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

Button* WorkBar::addLink(const char* objectName) {
    auto* button = new Button(theme(), this, ButtonKind::Link);
    button->setObjectName(QLatin1String(objectName));
    m_row->addWidget(button);
    return button;
}

void WorkBar::setPermille(int permille) {
    m_permille = permille;
    update();
}

void WorkBar::paintEvent(QPaintEvent* event) {
    Pane::paintEvent(event);
    if (m_permille >= 0) {
        QPainter painter(this);
        painter.fillRect(QRectF(0, height() - 2, width() * m_permille / 1000.0, 2), theme().colour(Role::Accent));
    }
}

}  // namespace kith::ui
