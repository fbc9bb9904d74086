// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/settings_column.h"

#include "ui/buttons.h"
#include "ui/paragraph.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr int settingsLabelWidth = 136;
constexpr int ringRoom = 4;

}  // namespace

SettingsColumn::SettingsColumn(const Theme& theme, QWidget* parent, const QString& title, int width)
    : PageColumn(parent, width + 2 * ringRoom, Qt::AlignLeft)
    , m_theme(theme) {
    column().setContentsMargins(ringRoom, 0, ringRoom, 0);
    auto* heading = new TextLabel(theme, holder(), TextStyle::Heading);
    heading->setText(title);
    column().addSpacing(space::pane);
    column().addWidget(heading);
    column().addSpacing(space::one);
}

Paragraph* SettingsColumn::addParagraph(const QString& words, Role role) {
    auto* paragraph = new Paragraph(m_theme, holder(), TextStyle::Body, role);
    paragraph->setText(words);
    column().addWidget(paragraph);
    column().addSpacing(space::one);
    return paragraph;
}

void SettingsColumn::addGroup(const QString& title) {
    auto* words = new TextLabel(m_theme, holder(), TextStyle::LeadStrong);
    words->setText(title);
    column().addSpacing(space::pane);
    column().addWidget(words);
    column().addSpacing(space::one);
}

QHBoxLayout* SettingsColumn::addField(const QString& label, QWidget* field) {
    auto* words = new TextLabel(m_theme, holder());
    words->setText(label);
    words->setBuddy(field);
    words->setFixedWidth(m_theme.scaled(settingsLabelWidth));
    if (field->accessibleName().isEmpty()) {
        field->setAccessibleName(label);
    }
    QHBoxLayout* row = addRow();
    row->addWidget(words);
    row->addWidget(field, 1);
    return row;
}

QHBoxLayout* SettingsColumn::addRow() {
    auto* row = new QHBoxLayout;
    row->setSpacing(space::one);
    column().addLayout(row);
    column().addSpacing(space::one);
    return row;
}

TextLabel* SettingsColumn::addCaption(const char* name, Under under) {
    auto* words = new TextLabel(m_theme, holder(), TextStyle::Caption, Role::Text3);
    words->setObjectName(QLatin1String(name));
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    const int left = under == Under::Field ? m_theme.scaled(settingsLabelWidth) + space::one : 0;
    words->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addSpacing(left);
    row->addWidget(words, 1);
    column().addLayout(row);
    column().addSpacing(space::one);
    return words;
}

Button* SettingsColumn::addButton(QBoxLayout& row, const char* name, const QString& text, bool primary) {
    auto* button = new Button(m_theme, holder(), primary ? ButtonKind::Primary : ButtonKind::Normal);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    row.addWidget(button);
    return button;
}

}  // namespace kith::ui
