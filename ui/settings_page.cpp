// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/settings_page.h"

#include "ui/nav_item.h"
#include "ui/text_label.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace kith::ui {

SettingsPage::SettingsPage(const Theme& theme, std::vector<SettingsSection> sections, QWidget* parent)
    : PlacePage(theme, parent) {
    setObjectName(QStringLiteral("settingsPage"));
    setAccessibleName(tr("Settings"));
    for (SettingsSection& section : sections) {
        m_parts.push_back({std::move(section)});
    }
    build();
}

void SettingsPage::build() {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* list = new Pane(theme(), Role::List, this);
    list->setLines(Qt::RightEdge);
    list->setFixedWidth(theme().scaled(listWidth));
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(space::one, 0, space::one, space::one);
    column->setSpacing(0);
    auto* head = new QWidget(list);
    head->setFixedHeight(theme().scaled(64));
    auto* title = new TextLabel(theme(), head, TextStyle::Heading);
    title->setText(tr("Settings"));
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(space::one, 0, 0, 0);
    line->addWidget(title);
    column->addWidget(head);
    m_stack = new QStackedWidget(this);
    for (size_t at = 0; at < m_parts.size(); ++at) {
        addItem(at, *column);
    }
    column->addStretch();
    row->addWidget(list);
    row->addWidget(m_stack, 1);
}

void SettingsPage::addItem(size_t at, QVBoxLayout& column) {
    Part& part = m_parts[at];
    part.item = new NavItem(theme(), part.section.icon, part.section.title, this);
    part.item->setObjectName(QStringLiteral("settings-") + part.section.word);
    part.item->setCheckable(true);
    part.item->setChecked(at == m_current);
    connect(part.item, &QAbstractButton::clicked, this, [this, at] { choose(at); });
    column.addWidget(part.item);
}

void SettingsPage::choose(size_t at) {
    if (m_here && at != m_current && m_parts[m_current].page) {
        m_parts[m_current].page->leave();
    }
    m_current = at;
    for (size_t i = 0; i < m_parts.size(); ++i) {
        m_parts[i].item->setChecked(i == at);
    }
    Part& part = m_parts[at];
    if (!part.page) {
        part.page = part.section.make(m_stack);
        m_stack->addWidget(part.page);
        connect(part.page, &PlacePage::said, this, &PlacePage::said);
        connect(part.page, &PlacePage::goAsked, this, &PlacePage::goAsked);
        connect(part.page, &PlacePage::threadAsked, this, &PlacePage::threadAsked);
    }
    m_stack->setCurrentWidget(part.page);
    if (m_here) {
        part.page->arrive();
    }
}

void SettingsPage::arrive() {
    m_here = true;
    if (!m_parts.empty()) {
        choose(m_current);
    }
}

void SettingsPage::leave() {
    if (!m_parts.empty() && m_parts[m_current].page) {
        m_parts[m_current].page->leave();
    }
    m_here = false;
}

bool SettingsPage::undo() {
    return !m_parts.empty() && m_parts[m_current].page && m_parts[m_current].page->undo();
}

bool SettingsPage::takeFiles(const QStringList& paths) {
    return !m_parts.empty() && m_parts[m_current].page && m_parts[m_current].page->takeFiles(paths);
}

void SettingsPage::show(const QString& word) {
    for (size_t at = 0; at < m_parts.size(); ++at) {
        if (m_parts[at].section.word == word) {
            choose(at);
            return;
        }
    }
}

QString SettingsPage::current() const {
    return m_parts.empty() ? QString() : m_parts[m_current].section.word;
}

PlacePage* SettingsPage::section(const QString& word) {
    show(word);
    return current() == word ? m_parts[m_current].page : nullptr;
}

}  // namespace kith::ui
