// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/rule_questions.h"

#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/fact_row.h"
#include "ui/paragraph.h"
#include "ui/rule_texts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int questionsWidth = 640;

bool asksForTrash(const service::WaitingDeed& deed) {
    return deed.asks && deed.action.kind == RuleActionKind::Trash;
}

}  // namespace

RuleQuestions::RuleQuestions(const Theme& theme, QWidget* parent)
    : PageColumn(parent, theme.scaled(questionsWidth), Qt::AlignLeft)
    , m_theme(theme) {
    setObjectName(QStringLiteral("ruleQuestions"));
    setAccessibleName(tr("What rules ask"));
    column().setContentsMargins(4, space::pane, 4, space::pane);
    column().setSpacing(space::one);
}

void RuleQuestions::clear() {
    while (QLayoutItem* item = column().takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

/// Trash asks once a rule: its messages stand together. Questions first, then what waits, then what comes later.
void RuleQuestions::setWaiting(const std::vector<service::WaitingDeed>& waiting) {
    clear();
    std::vector<const service::WaitingDeed*> ordered;
    for (const service::WaitingDeed& deed : waiting) {
        ordered.push_back(&deed);
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto* a, const auto* b) {
        return std::pair(a->delayed, !a->asks) < std::pair(b->delayed, !b->asks);
    });
    std::vector<RuleId> asked;
    for (const service::WaitingDeed* deed : ordered) {
        if (!asksForTrash(*deed)) {
            addDeed(*deed, 1);
            continue;
        }
        if (std::find(asked.begin(), asked.end(), deed->rule) != asked.end()) {
            continue;
        }
        asked.push_back(deed->rule);
        const auto together = std::count_if(waiting.begin(), waiting.end(), [deed](const service::WaitingDeed& one) {
            return asksForTrash(one) && one.rule == deed->rule;
        });
        addDeed(*deed, static_cast<int>(together));
    }
    column().addStretch();
}

void RuleQuestions::addDeed(const service::WaitingDeed& deed, int together) {
    if (column().count() > 0) {
        column().addWidget(new Hairline(m_theme, holder()));
    }
    auto* block = new QWidget(holder());
    block->setObjectName(QStringLiteral("ruleQuestion"));
    auto* lines = new QVBoxLayout(block);
    lines->setContentsMargins(0, space::one, 0, space::one);
    lines->setSpacing(space::half);
    auto* sentence = new Paragraph(m_theme, block, TextStyle::BodyMedium, Role::Text);
    sentence->setText(RuleTexts::question(deed, together));
    lines->addWidget(sentence);
    auto* mail = new ConversationLine(m_theme, deed.subject.isEmpty() ? tr("(no subject)") : deed.subject,
                                      deed.sender.name.isEmpty() ? deed.sender.address : deed.sender.name, block);
    connect(mail, &QAbstractButton::clicked, this, [this, thread = deed.thread] { Q_EMIT opened(thread); });
    lines->addWidget(mail);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::one);
    const auto answer = [&](const char* name, const QString& text, bool yes) {
        auto* button = new Button(m_theme, block, ButtonKind::Normal);
        button->setObjectName(QLatin1String(name));
        button->setText(text);
        connect(button, &QAbstractButton::clicked, this, [this, id = deed.id, yes] { Q_EMIT answered(id, yes); });
        row->addWidget(button);
    };
    if (!deed.delayed) {
        const bool tick = !deed.asks && deed.action.kind == RuleActionKind::Forward;
        answer("questionYes", tick ? tr("Done") : deed.asks ? tr("Yes") : tr("Do it now"), true);
    }
    answer("questionNo", deed.asks ? tr("No") : tr("Leave it"), false);
    row->addStretch();
    lines->addLayout(row);
    column().addWidget(block);
}

void RuleQuestions::start() {
    if (auto* first = holder()->findChild<Button*>(QStringLiteral("questionYes"))) {
        first->setFocus();
    }
}

}  // namespace kith::ui
