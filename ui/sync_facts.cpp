// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/sync_facts.h"

#include "ui/sync_words.h"
#include "ui/text_label.h"

#include <QGridLayout>
#include <QLocale>

namespace kith::ui {

SyncFacts::SyncFacts(const Theme& theme, QWidget* parent, int columns)
    : QWidget(parent) {
    setObjectName(QStringLiteral("syncFacts"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::two);
    grid->setVerticalSpacing(space::one);
    const QString names[] = {tr("At Google"), tr("Here"), tr("Missing"), tr("Last compared")};
    for (size_t i = 0; i < m_facts.size(); ++i) {
        auto* cell = new QVBoxLayout;
        cell->setSpacing(0);
        m_facts[i].name = new TextLabel(theme, this, TextStyle::Caption, Role::Text3);
        m_facts[i].name->setText(names[i]);
        m_facts[i].value = new TextLabel(theme, this, TextStyle::BodyMedium);
        m_facts[i].value->setObjectName(QStringLiteral("syncFact%1").arg(i + 1));
        cell->addWidget(m_facts[i].name);
        cell->addWidget(m_facts[i].value);
        const int place = static_cast<int>(i);
        grid->addLayout(cell, place / columns, place % columns);
        grid->setColumnStretch(place % columns, 1);
    }
}

void SyncFacts::tell(size_t place, const QString& value) {
    m_facts[place].value->setText(value);
    m_facts[place].value->setAccessibleName(QStringLiteral("%1: %2").arg(m_facts[place].name->text(), value));
}

void SyncFacts::show(const AccountView& view, const QDateTime& now) {
    const Completeness& all = view.status.completeness;
    const QLocale locale;
    const QString unknown = tr("not known yet");
    const bool compared = all.checkedAt.count() > 0;
    tell(0, all.serverTotal > 0 || compared ? locale.toString(all.serverTotal) : unknown);
    tell(1, locale.toString(all.localTotal));
    tell(2, compared || all.gaps > 0 ? locale.toString(all.gaps) : unknown);
    tell(3, compared ? SyncWords::clock(all.checkedAt, now) : tr("never"));
    m_facts[2].value->setRole(all.gaps > 0 && !SyncWords::isFilling(view) ? Role::Warn : Role::Text);
}

}  // namespace kith::ui
