// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/snooze_popover.h"

#include "ui/buttons.h"
#include "ui/snooze_words.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

QString momentText(const QDateTime& moment) {
    return QLocale().toString(moment, SnoozePopover::tr("dddd d MMMM, HH:mm", "moment of waking a conversation"));
}

}  // namespace

SnoozePopover::SnoozePopover(const Theme& theme, QWidget* parent, Now now)
    : Popover(theme, parent)
    , m_theme(theme)
    , m_now(std::move(now)) {
    setObjectName(QStringLiteral("snoozePopover"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    preview();
}

void SnoozePopover::build() {
    auto* title = new TextLabel(m_theme, this, TextStyle::LeadStrong);
    title->setText(tr("Show it again"));
    bodyLayout()->addWidget(title);
    m_words = new QLineEdit(this);
    m_words->setObjectName(QStringLiteral("snoozeWords"));
    m_words->setPlaceholderText(tr("tue 9, tomorrow, in 3 hours"));
    m_words->setAccessibleName(tr("When to show it again"));
    bodyLayout()->addWidget(m_words);
    m_preview = new TextLabel(m_theme, this, TextStyle::Body, Role::Text2);
    m_preview->setObjectName(QStringLiteral("snoozePreview"));
    bodyLayout()->addWidget(m_preview);
    addUsual(tr("Later today"), QStringLiteral("in 3 hours"));
    addUsual(tr("Tomorrow"), QStringLiteral("tomorrow"));
    addUsual(tr("Next week"), QStringLiteral("next week"));
    auto* foot = new QHBoxLayout;
    foot->addStretch();
    m_snooze = new Button(m_theme, this, ButtonKind::Primary);
    m_snooze->setObjectName(QStringLiteral("snoozeAccept"));
    m_snooze->setButtonSize(ButtonSize::Small);
    m_snooze->setText(tr("Snooze"));
    m_snooze->setKeys(QKeySequence(Qt::Key_Return));
    foot->addWidget(m_snooze);
    footLayout()->addLayout(foot);
    connect(m_words, &QLineEdit::textChanged, this, &SnoozePopover::preview);
    connect(m_words, &QLineEdit::returnPressed, this, &SnoozePopover::accept);
    connect(m_snooze, &QAbstractButton::clicked, this, &SnoozePopover::accept);
    setFocusProxy(m_words);
}

void SnoozePopover::addUsual(const QString& title, const QString& words) {
    const auto moment = snoozeTime(words, m_now());
    auto* row = new QHBoxLayout;
    auto* button = new Button(m_theme, this, ButtonKind::Link);
    button->setText(title);
    row->addWidget(button);
    row->addStretch();
    auto* when = new TextLabel(m_theme, this, TextStyle::Body, Role::Text3);
    when->setText(moment ? momentText(*moment) : QString());
    row->addWidget(when);
    bodyLayout()->addLayout(row);
    connect(button, &QAbstractButton::clicked, this, [this, words] {
        m_words->setText(words);
        accept();
    });
}

void SnoozePopover::preview() {
    m_until = snoozeTime(m_words->text(), m_now());
    const bool typed = !m_words->text().trimmed().isEmpty();
    m_preview->setText(m_until ? momentText(*m_until)
                       : typed ? tr("Say when: a day, an hour, or both")
                               : tr("A day, an hour, or both"));
    m_preview->setRole(m_until ? Role::Text : Role::Text3);
    m_snooze->setEnabled(m_until.has_value());
}

void SnoozePopover::accept() {
    if (m_until) {
        const QDateTime until = *m_until;
        close();
        Q_EMIT chosen(until);
    }
}

}  // namespace kith::ui
