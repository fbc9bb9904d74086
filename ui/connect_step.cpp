// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/connect_step.h"

#include "ui/buttons.h"
#include "ui/icon_label.h"
#include "ui/paragraph.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr int stepSign = 28;
constexpr int stepTop = 64;

}  // namespace

ConnectStep::ConnectStep(const Theme& theme, QWidget* parent, const QString& objectName)
    : PageColumn(parent, stepWidth)
    , m_theme(theme)
    , m_sign(new IconLabel(theme, holder(), stepSign))
    , m_title(new TextLabel(theme, holder(), TextStyle::Display))
    , m_lead(new Paragraph(theme, holder(), TextStyle::Lead, Role::Text2))
    , m_body(new QVBoxLayout)
    , m_problem(new QWidget(holder()))
    , m_problemWords(new Paragraph(theme, m_problem, TextStyle::Body, Role::Bad))
    , m_buttons(new QHBoxLayout) {
    setObjectName(objectName);
    m_title->setWordWrap(true);
    m_title->setObjectName(objectName + QStringLiteral("Title"));
    m_lead->setObjectName(objectName + QStringLiteral("Lead"));
    m_problemWords->setObjectName(objectName + QStringLiteral("Problem"));
    auto* problem = new QHBoxLayout(m_problem);
    problem->setContentsMargins(0, space::two, 0, 0);
    problem->setSpacing(space::one);
    auto* alert = new IconLabel(theme, m_problem);
    alert->setFixedHeight(theme.lineHeight(TextStyle::Body));
    alert->setFace(QStringLiteral("triangle-alert"), Role::Bad);
    problem->addWidget(alert, 0, Qt::AlignTop);
    problem->addWidget(m_problemWords, 1);
    m_problem->hide();
    m_body->setSpacing(space::two);
    m_buttons->setSpacing(space::one);
    m_buttons->addStretch();
    column().setContentsMargins(space::half, stepTop, space::half, space::screen);
    column().addWidget(m_sign);
    column().addSpacing(space::two);
    column().addWidget(m_title);
    column().addSpacing(space::half);
    column().addWidget(m_lead);
    column().addSpacing(space::pane);
    column().addLayout(m_body);
    column().addWidget(m_problem);
    column().addSpacing(space::screen);
    column().addLayout(m_buttons);
    column().addStretch();
}

void ConnectStep::setTitle(const QString& icon, Role role, const QString& title, const QString& lead) {
    m_sign->setFace(icon, role);
    m_title->setText(title);
    m_lead->setText(lead);
    m_lead->setVisible(!lead.isEmpty());
    setAccessibleName(title);
}

QWidget* ConnectStep::makeFact(const QString& icon, Role role, const QString& title, const QString& sentence) {
    auto* fact = new QWidget(holder());
    auto* row = new QHBoxLayout(fact);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::two);
    auto* sign = new IconLabel(m_theme, fact);
    sign->setFixedHeight(m_theme.lineHeight(TextStyle::Body));
    sign->setFace(icon, role);
    row->addWidget(sign, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* head = new TextLabel(m_theme, fact, TextStyle::BodyStrong);
    head->setWordWrap(true);
    head->setText(title);
    words->addWidget(head);
    if (!sentence.isEmpty()) {
        auto* more = new Paragraph(m_theme, fact);
        more->setText(sentence);
        words->addWidget(more);
    }
    row->addLayout(words, 1);
    fact->setAccessibleName(QStringLiteral("%1. %2").arg(title, sentence));
    return fact;
}

void ConnectStep::sayProblem(const QString& sentence) {
    m_problemWords->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty()) {
        QAccessibleEvent told(m_problemWords, QAccessible::Alert);
        QAccessible::updateAccessibility(&told);
    }
}

Button* ConnectStep::addButton(const char* objectName, const QString& text, bool primary) {
    auto* button = new Button(m_theme, holder(), primary ? ButtonKind::Primary : ButtonKind::Normal);
    button->setObjectName(QLatin1String(objectName));
    button->setButtonSize(ButtonSize::Large);
    button->setText(text);
    m_buttons->insertWidget(m_buttonCount++, button);
    return button;
}

Button* ConnectStep::addLink(const char* objectName, const QString& text) {
    auto* link = new Button(m_theme, holder(), ButtonKind::Link);
    link->setObjectName(QLatin1String(objectName));
    link->setText(text);
    m_buttons->addWidget(link);
    m_buttons->setSpacing(space::two);
    return link;
}

TextLabel* ConnectStep::makeWords(const QString& text, Role role) {
    auto* words = new Paragraph(m_theme, holder(), TextStyle::Body, role);
    words->setText(text);
    return words;
}

}  // namespace kith::ui
