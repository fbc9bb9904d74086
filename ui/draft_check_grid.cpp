// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/draft_check_grid.h"

#include "ui/draft_words.h"
#include "ui/elided_label.h"
#include "ui/icon_label.h"
#include "ui/text_label.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kith::ui {

DraftCheckGrid::DraftCheckGrid(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

QWidget* DraftCheckGrid::line(const triage::DraftCheck& check) {
    auto* line = new QWidget(m_content);
    line->setObjectName(QStringLiteral("check-") + check.name);
    line->setFixedHeight(m_theme.scaled(28));
    const DraftCheckWords words = DraftWords::check(check);
    line->setAccessibleName(QStringList{words.sentence, words.detail}.join(u' '));
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::one);
    auto* icon = new IconLabel(m_theme, line);
    icon->setFace(check.ok ? QStringLiteral("circle-check") : QStringLiteral("triangle-alert"),
                  check.ok ? Role::Ok : Role::Warn);
    row->addWidget(icon);
    auto* sentence = new TextLabel(m_theme, line, check.ok ? TextStyle::Body : TextStyle::BodyMedium);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setText(words.sentence);
    row->addWidget(sentence);
    auto* detail = new ElidedLabel(m_theme, line, TextStyle::Body, Role::Text3);
    detail->setText(words.detail);
    row->addWidget(detail, 1);
    return line;
}

void DraftCheckGrid::setReport(const triage::DraftReport& report) {
    delete m_content;
    m_content = new QWidget(this);
    auto* columns = new QHBoxLayout(m_content);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(space::pane);
    auto* problems = new QVBoxLayout;
    auto* good = new QVBoxLayout;
    for (QVBoxLayout* column : {problems, good}) {
        column->setSpacing(0);
    }
    for (const triage::DraftCheck& check : report.checks) {
        if (!check.ok) {
            problems->addWidget(line(check));
        } else if (DraftWords::tellsWhenGood(check.name)) {
            good->addWidget(line(check));
        }
    }
    const bool clean = problems->isEmpty();
    for (QVBoxLayout* column : {problems, good}) {
        column->addStretch();
    }
    if (!clean) {
        columns->addLayout(problems, 1);
    }
    columns->addLayout(good, 1);
    layout()->addWidget(m_content);
}

}  // namespace kith::ui
