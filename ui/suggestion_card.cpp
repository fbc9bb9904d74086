// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/suggestion_card.h"

#include "ui/buttons.h"
#include "ui/learned_words.h"
#include "ui/paragraph.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kith::ui {

SuggestionCard::SuggestionCard(const Theme& theme, const storage::StoredSuggestion& suggestion, int width,
                               QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("suggestionCard"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::half, 0, space::half);
    column->setSpacing(space::half);
    auto* title = new TextLabel(theme, this, TextStyle::CaptionStrong, Role::Text3);
    title->setText(tr("Suggestion"));
    auto* words = new Paragraph(theme, this, TextStyle::BodyMedium, Role::Text);
    words->setText(LearnedWords::suggestion(suggestion) + QLatin1Char('.'));
    auto* backtest = new Paragraph(theme, this, TextStyle::Caption, Role::Text2);
    backtest->setObjectName(QStringLiteral("suggestionBacktest"));
    backtest->setText(LearnedWords::backtest(suggestion));
    words->setFixedHeight(words->heightForWidth(width));
    backtest->setFixedHeight(backtest->heightForWidth(width));
    column->addWidget(title);
    column->addWidget(words);
    column->addWidget(backtest);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::one);
    for (const bool apply : {true, false}) {
        auto* button = new Button(theme, this);
        button->setButtonSize(ButtonSize::Small);
        button->setObjectName(apply ? QStringLiteral("suggestionApply") : QStringLiteral("suggestionNotNow"));
        button->setText(apply ? tr("Apply") : tr("Not now"));
        connect(button, &QAbstractButton::clicked, this,
                [this, id = suggestion.id, apply] { Q_EMIT answered(id, apply); });
        row->addWidget(button);
    }
    row->addStretch();
    column->addLayout(row);
}

}  // namespace kith::ui
