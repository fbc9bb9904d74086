// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/help_overlay.h"

#include "ui/key_cap.h"
#include "ui/shortcut_registry.h"
#include "ui/text_label.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>

#include <algorithm>

namespace kith::ui {

HelpOverlay::HelpOverlay(const Theme& theme, const ShortcutRegistry& registry, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_registry(registry)
    , m_scroll(new QScrollArea(this)) {
    setObjectName(QStringLiteral("helpOverlay"));
    setAccessibleName(tr("Keys"));
    setFocusPolicy(Qt::StrongFocus);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    hide();
    parent->installEventFilter(this);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(&registry, &ShortcutRegistry::changed, this, &HelpOverlay::fill);
}

void HelpOverlay::open() {
    fill();
    setGeometry(parentWidget()->rect());
    m_scroll->setGeometry(card().adjusted(0, 8, 0, -8));
    show();
    raise();
    setFocus();
}

QRect HelpOverlay::card() const {
    const QSize size(std::min(760, width() - 64), std::min(640, height() - 64));
    return {QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

/// Two columns: Window and Review left; Mail, Drafts and Rules right.
void HelpOverlay::fill() {
    auto* page = new QWidget;
    page->setAutoFillBackground(false);
    auto* columns = new QGridLayout(page);
    columns->setContentsMargins(space::pane, space::two, space::pane, space::two);
    columns->setHorizontalSpacing(space::screen + space::one);
    columns->addWidget(new TextLabel(m_theme, page, TextStyle::Heading), 0, 0, 1, 2);
    static_cast<QLabel*>(columns->itemAt(0)->widget())->setText(tr("Keys"));
    const std::vector<ShortcutContext> sides[2] = {
        {ShortcutContext::Window, ShortcutContext::Review},
        {ShortcutContext::Mail, ShortcutContext::Drafts, ShortcutContext::Rules}};
    for (int side = 0; side < 2; ++side) {
        auto* grid = new QGridLayout;
        grid->setVerticalSpacing(space::half);
        grid->setColumnStretch(0, 1);
        for (const ShortcutContext context : sides[side]) {
            auto* title = new TextLabel(m_theme, page, TextStyle::CaptionStrong, Role::Text3);
            title->setText(ShortcutTable::name(context));
            grid->setRowMinimumHeight(grid->rowCount(), space::two);
            grid->addWidget(title, grid->rowCount(), 0);
            for (const Shortcut& shortcut : m_registry.shortcuts()) {
                if (shortcut.context == context && !shortcut.keys.isEmpty()) {
                    addRow(*grid, shortcut);
                }
            }
        }
        grid->setRowStretch(grid->rowCount(), 1);
        columns->addLayout(grid, 1, side);
    }
    m_scroll->setWidget(page);
}

void HelpOverlay::addRow(QGridLayout& grid, const Shortcut& shortcut) {
    auto* page = grid.parentWidget();
    const int row = grid.rowCount();
    auto* word = new TextLabel(m_theme, page);
    word->setText(shortcut.text);
    grid.addWidget(word, row, 0);
    auto* caps = new KeyCap(m_theme, page);
    caps->setKeys(shortcut.keys.front());
    grid.addWidget(caps, row, 1, Qt::AlignRight);
}

void HelpOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Role::Scrim));
    painter.setRenderHint(QPainter::Antialiasing);
    const double edge = m_theme.scheme() == Scheme::HighContrast ? 2 : 1;
    painter.setPen(QPen(m_theme.colour(Role::PopoverEdge), edge));
    painter.setBrush(m_theme.colour(Role::Raised));
    painter.drawRoundedRect(card(), radius::popover, radius::popover);
}

void HelpOverlay::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape || event->text() == QStringLiteral("?")) {
        hide();
        return;
    }
    QWidget::keyPressEvent(event);
}

void HelpOverlay::mousePressEvent(QMouseEvent* event) {
    if (!card().contains(event->pos())) {
        hide();
    }
}

bool HelpOverlay::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible()) {
        setGeometry(parentWidget()->rect());
        m_scroll->setGeometry(card().adjusted(0, 8, 0, -8));
    }
    return false;
}

}  // namespace kith::ui
