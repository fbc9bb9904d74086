// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/priority_line.h"

#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/key_cap.h"
#include "ui/priority_mark.h"

#include <QHBoxLayout>

#include <cmath>

namespace kith::ui {

namespace {

constexpr int priorityLineHeight = 28;

}  // namespace

PriorityLine::PriorityLine(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_mark(new PriorityMark(theme, this))
    , m_name(new TextLabel(theme, this, TextStyle::BodyMedium))
    , m_share(new TextLabel(theme, this, TextStyle::Body, Role::Text3))
    , m_by(new ElidedLabel(theme, this, TextStyle::Body, Role::Text2))
    , m_why(new Button(theme, this, ButtonKind::Link)) {
    setObjectName(QStringLiteral("priorityLine"));
    setMinimumHeight(theme.scaled(priorityLineHeight));
    m_mark->setObjectName(QStringLiteral("priorityMark"));
    m_why->setObjectName(QStringLiteral("why"));
    m_why->setText(tr("Why?"));
    m_why->setAccessibleName(tr("Why this priority?"));
    auto* cap = new KeyCap(theme, this);
    cap->setKeys(QKeySequence(Qt::Key_W));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::one);
    row->addWidget(m_mark);
    row->addWidget(m_name);
    row->addWidget(m_share);
    row->addWidget(m_by, 1);
    row->addWidget(m_why);
    row->addWidget(cap);
    connect(m_why, &QAbstractButton::clicked, this, &PriorityLine::whyRequested);
}

void PriorityLine::showRow(const InboxRow& row, const std::optional<Decision>& decision) {
    const Priority priority = decision ? decision->priority : row.priority;
    const DecidedBy by = decision ? decision->decidedBy : row.decidedBy;
    const double confidence = decision ? decision->confidence : row.confidence;
    m_mark->setMark(priority, row.certainty);
    m_name->setText(PriorityWords::name(priority));
    if (by == DecidedBy::User) {
        m_share->setText(QStringLiteral("·"));
    } else {
        m_share->setText(tr("%1 %  ·").arg(std::lround(confidence * 100)));
    }
    m_by->setText(PriorityWords::decidedBy(by));
}

QWidget* PriorityLine::anchor() const {
    return m_why;
}

}  // namespace kith::ui
