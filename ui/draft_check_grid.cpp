// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/draft_check_grid.h"

#include "ui/buttons.h"
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
    const bool settled = check.ok || m_acknowledged.contains(check.name);
    icon->setFace(settled ? QStringLiteral("circle-check") : QStringLiteral("triangle-alert"),
                  settled ? Role::Ok : Role::Warn);
    row->addWidget(icon);
    auto* sentence = new TextLabel(m_theme, line, check.ok ? TextStyle::Body : TextStyle::BodyMedium);
    sentence->setTextFormat(Qt::PlainText);
    sentence->setText(words.sentence);
    row->addWidget(sentence);
    auto* detail = new ElidedLabel(m_theme, line, TextStyle::Body, Role::Text3);
    detail->setText(words.detail);
    row->addWidget(detail, 1);
    if (!check.ok && check.blocking) {
        addAnswer(*line, check);
    }
    return line;
}

/// A blocking check is dealt with by changing the draft, or by saying that it is right.
void DraftCheckGrid::addAnswer(QWidget& line, const triage::DraftCheck& check) {
    const bool right = m_acknowledged.contains(check.name);
    auto* answer = new Button(m_theme, &line, ButtonKind::Link);
    answer->setButtonSize(ButtonSize::Small);
    answer->setObjectName(QStringLiteral("acknowledge-") + check.name);
    answer->setText(right ? tr("Found right · undo") : tr("It is right"));
    answer->setAccessibleName(DraftWords::check(check).sentence + u' ' + answer->text());
    connect(
        answer, &QAbstractButton::clicked, this,
        [this, name = check.name, right] { Q_EMIT acknowledged(name, !right); }, Qt::QueuedConnection);
    line.layout()->addWidget(answer);
}

void DraftCheckGrid::setReport(const triage::DraftReport& report, const QStringList& acknowledged) {
    m_acknowledged = acknowledged;
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
