// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/empty_state.h"

#include "ui/buttons.h"
#include "ui/text_label.h"

#include <QVBoxLayout>

namespace kith::ui {

EmptyState::EmptyState(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_sentence(new TextLabel(theme, this, TextStyle::Lead))
    , m_action(new Button(theme, this, ButtonKind::Link)) {
    setObjectName(QStringLiteral("emptyState"));
    m_sentence->setWordWrap(true);
    m_action->setObjectName(QStringLiteral("emptyStateAction"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::two, 0, space::two, 0);
    column->setSpacing(space::one);
    column->addStretch();
    column->addWidget(m_sentence);
    column->addWidget(m_action, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_action, &QAbstractButton::clicked, this, &EmptyState::acted);
    say({}, {});
}

void EmptyState::say(const QString& sentence, const QString& action) {
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

}  // namespace kith::ui
