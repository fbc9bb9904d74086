// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/notice_bar.h"

#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/text_paint.h"

#include <QHBoxLayout>
#include <QPainter>

namespace kith::ui {

NoticeBar::NoticeBar(const Theme& theme, QWidget* parent)
    : Pane(theme, Role::Well, parent)
    , m_sentence(new ElidedLabel(theme, this, TextStyle::Body, Role::Text2))
    , m_action(new Button(theme, this, ButtonKind::Link)) {
    setLines(Qt::BottomEdge);
    setFixedHeight(theme.scaled(40));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::two + 16 + space::one, 0, space::two, 0);
    row->setSpacing(space::two);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_action);
    connect(m_action, &QAbstractButton::clicked, this, &NoticeBar::acted);
    hide();
}

void NoticeBar::setTone(NoticeTone tone) {
    m_tone = tone;
    const bool alarm = tone == NoticeTone::Alarm;
    setGround(alarm ? Role::BadTint : Role::Well);
    m_sentence->setRole(alarm ? Role::Text : Role::Text2);
    m_action->setKind(alarm ? ButtonKind::Normal : ButtonKind::Link);
    m_action->setButtonSize(alarm ? ButtonSize::Small : ButtonSize::Usual);
    setFixedHeight(theme().scaled(alarm ? 48 : 40));
}

void NoticeBar::say(const QString& icon, const QString& sentence, const QString& action) {
    m_icon = icon;
    m_sentence->setText(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(sentence);
    show();
}

void NoticeBar::paintEvent(QPaintEvent* event) {
    Pane::paintEvent(event);
    QPainter painter(this);
    if (!m_icon.isEmpty()) {
        paintIcon(painter, theme(), QRectF(space::two, 0, 16, height() - 1), m_icon,
                  m_tone == NoticeTone::Alarm ? Role::Bad : Role::Text3, 16);
    }
}

}  // namespace kith::ui
