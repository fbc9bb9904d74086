// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/bulk_bar.h"

#include "ui/buttons.h"
#include "ui/text_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLocale>

namespace kith::ui {

BulkBar::BulkBar(const Theme& theme, QWidget* parent)
    : Pane(theme, Role::Tint, parent) {
    setObjectName(QStringLiteral("bulkBar"));
    build();
}

void BulkBar::build() {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::two, 0, space::two, 0);
    row->setSpacing(space::half);
    m_sentence = new TextLabel(theme(), this, TextStyle::BodyStrong);
    m_sentence->setObjectName(QStringLiteral("selectedCount"));
    row->addWidget(m_sentence);
    row->addSpacing(space::one);
    const auto button = [&](const char* name, const QString& icon, const QString& title, const QKeySequence& keys) {
        auto* made = new IconButton(theme(), this);
        made->setObjectName(QLatin1String(name));
        made->setFace(icon, title, keys);
        row->addWidget(made);
        return made;
    };
    const auto acts = [this](service::MailAction action) { return [this, action] { Q_EMIT actionRequested(action); }; };
    connect(button("bulkArchive", QStringLiteral("archive"), tr("Archive"), QKeySequence(Qt::Key_E)),
            &QAbstractButton::clicked, this, acts(service::MailAction::Archive));
    connect(button("bulkSnooze", QStringLiteral("clock"), tr("Snooze"), QKeySequence(Qt::Key_H)),
            &QAbstractButton::clicked, this, &BulkBar::snoozeRequested);
    connect(button("bulkLabel", QStringLiteral("tag"), tr("Label"), QKeySequence(Qt::Key_L)), &QAbstractButton::clicked,
            this, &BulkBar::labelRequested);
    connect(button("bulkMove", QStringLiteral("folder-input"), tr("Move"), QKeySequence(Qt::Key_V)),
            &QAbstractButton::clicked, this, &BulkBar::moveRequested);
    connect(button("bulkTrash", QStringLiteral("trash-2"), tr("Delete"), QKeySequence(QStringLiteral("#"))),
            &QAbstractButton::clicked, this, acts(service::MailAction::Trash));
    row->addStretch();
    auto* all = new Button(theme(), this, ButtonKind::Link);
    all->setObjectName(QStringLiteral("bulkAll"));
    m_all = all;
    connect(all, &QAbstractButton::clicked, this, &BulkBar::allRequested);
    row->addWidget(all);
    row->addSpacing(space::one);
    auto* clear = new Button(theme(), this, ButtonKind::Link);
    clear->setObjectName(QStringLiteral("bulkClear"));
    clear->setText(tr("Clear"));
    clear->setKeys(QKeySequence(Qt::Key_Escape));
    connect(clear, &QAbstractButton::clicked, this, &BulkBar::cleared);
    row->addWidget(clear);
}

void BulkBar::setSelected(int count, int of) {
    const QLocale locale;
    m_sentence->setText(tr("%1 selected").arg(locale.toString(count)));
    m_sentence->updateGeometry();
    static_cast<Button*>(m_all)->setText(tr("All %1").arg(locale.toString(of)));
    m_all->setVisible(count < of);
    setAccessibleName(m_sentence->text());
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

}  // namespace kith::ui
