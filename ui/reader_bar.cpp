// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/reader_bar.h"

#include "ui/buttons.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace kith::ui {

using service::MailAction;

namespace {

constexpr int barHeight = 48;

}  // namespace

ReaderBar::ReaderBar(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("readerBar"));
    setAccessibleName(tr("Tools for the open conversation"));
    setFixedHeight(barHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::two, 0, 12, 1);
    row->setSpacing(0);
    onClick(addTool(*row, {"archive", "archive", tr("Archive"), "E"}), MailAction::Archive);
    onClick(addTool(*row, {"trash", "trash-2", tr("Delete"), "#"}), MailAction::Trash);
    onClick(addTool(*row, {"snooze", "clock", tr("Snooze"), "H"}), MailAction::Snooze);
    connect(addTool(*row, {"label", "tag", tr("Label"), "L"}), &QAbstractButton::clicked, this,
            &ReaderBar::labelRequested);
    connect(addTool(*row, {"move", "folder-input", tr("Move"), "V"}), &QAbstractButton::clicked, this,
            &ReaderBar::moveRequested);
    m_star = addTool(*row, {"star", "star", tr("Star"), "S"});
    connect(m_star, &QAbstractButton::clicked, this,
            [this] { Q_EMIT actionRequested(m_starred ? MailAction::Unstar : MailAction::Star); });
    row->addStretch();
    m_place = new TextLabel(theme, this, TextStyle::Caption, Role::Text3);
    m_place->setObjectName(QStringLiteral("place"));
    row->addWidget(m_place);
    row->addSpacing(space::one);
    m_previous = addTool(*row, {"previous", "chevron-up", tr("Previous conversation"), "K"});
    m_next = addTool(*row, {"next", "chevron-down", tr("Next conversation"), "J"});
    connect(m_previous, &QAbstractButton::clicked, this, &ReaderBar::previousRequested);
    connect(m_next, &QAbstractButton::clicked, this, &ReaderBar::nextRequested);
    setOpen(false);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

IconButton* ReaderBar::addTool(QHBoxLayout& row, const Tool& tool) {
    auto* button = new IconButton(m_theme, this);
    button->setObjectName(QLatin1String(tool.objectName));
    button->setFace(QLatin1String(tool.icon), tool.name, QKeySequence(QLatin1String(tool.keys)));
    row.addWidget(button);
    m_tools.push_back(button);
    return button;
}

void ReaderBar::onClick(IconButton* tool, MailAction action) {
    connect(tool, &QAbstractButton::clicked, this, [this, action] { Q_EMIT actionRequested(action); });
}

void ReaderBar::showPlace(int position, int of) {
    m_place->setText(of > 0 ? tr("%1 of %2").arg(position).arg(of) : QString());
    m_previous->setEnabled(position > 1);
    m_next->setEnabled(position < of);
}

void ReaderBar::showStarred(bool starred) {
    m_starred = starred;
    m_star->setFace(QStringLiteral("star"), starred ? tr("Take the star away") : tr("Star"), QKeySequence(Qt::Key_S));
    m_star->setTint(starred ? Role::Accent : Role::Text2);
}

void ReaderBar::setOpen(bool open) {
    for (IconButton* tool : m_tools) {
        tool->setEnabled(open);
    }
}

QSize ReaderBar::sizeHint() const {
    return {360, barHeight};
}

void ReaderBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.colour(Role::Line));
}

}  // namespace kith::ui
