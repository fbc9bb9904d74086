// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/search_field.h"

#include "ui/theme.h"

#include <QAction>
#include <QKeyEvent>

namespace kith::ui {

SearchField::SearchField(const Theme& theme, QWidget* parent)
    : QLineEdit(parent) {
    setObjectName(QStringLiteral("searchField"));
    setAccessibleName(tr("Search mail"));
    setPlaceholderText(tr("Search: words, from:ana, has:attachment"));
    setClearButtonEnabled(false);
    auto* lens = addAction(theme.icon(QStringLiteral("search"), Role::Text3), LeadingPosition);
    connect(&theme, &Theme::changed, lens,
            [lens, &theme] { lens->setIcon(theme.icon(QStringLiteral("search"), Role::Text3)); });
    m_pause.setSingleShot(true);
    m_pause.setInterval(80);
    connect(&m_pause, &QTimer::timeout, this, &SearchField::askNow);
    connect(this, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
}

void SearchField::askNow() {
    m_pause.stop();
    const QString typed = text().trimmed();
    const QString query = typed.size() >= leastCharacters ? typed : QString();
    if (query != m_last) {
        m_last = query;
        Q_EMIT asked(query);
    }
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        m_pause.stop();
        m_last.clear();
        Q_EMIT left();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        askNow();
        Q_EMIT entered();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

}  // namespace kith::ui
