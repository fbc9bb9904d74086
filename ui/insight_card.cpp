// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/insight_card.h"

#include "ui/buttons.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr int insightPictureHeight = 264;

QTableWidget* insightTable(const Theme& theme, QWidget* parent) {
    auto* table = new QTableWidget(parent);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(theme.scaled(28));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

}  // namespace

InsightCard::InsightCard(const Theme& theme, const QString& name, QWidget* parent)
    : Pane(theme, Role::Base, parent)
    , m_finding(new TextLabel(theme, this, TextStyle::LeadStrong))
    , m_caption(new TextLabel(theme, this, TextStyle::Body, Role::Text2))
    , m_switch(new Button(theme, this, ButtonKind::Link))
    , m_stack(new QStackedWidget(this))
    , m_table(insightTable(theme, m_stack))
    , m_nothing(new QWidget(m_stack))
    , m_nothingWords(new TextLabel(theme, m_nothing, TextStyle::Body, Role::Text2)) {
    setObjectName(name + QStringLiteral("Card"));
    m_finding->setObjectName(name + QStringLiteral("Finding"));
    m_finding->setWordWrap(true);
    m_caption->setObjectName(name + QStringLiteral("Caption"));
    m_caption->setWordWrap(true);
    m_switch->setObjectName(name + QStringLiteral("Switch"));
    m_table->setObjectName(name + QStringLiteral("Table"));
    m_nothingWords->setObjectName(name + QStringLiteral("Nothing"));
    m_nothingWords->setWordWrap(true);
    m_stack->setMinimumHeight(theme.scaled(insightPictureHeight));
    auto* quiet = new QVBoxLayout(m_nothing);
    quiet->setContentsMargins(0, space::two, 0, 0);
    quiet->addWidget(m_nothingWords);
    quiet->addStretch();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    auto* head = new QHBoxLayout;
    head->addWidget(m_finding, 1);
    head->addWidget(m_switch, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::screen, space::pane, space::screen, space::pane);
    column->setSpacing(space::half);
    column->addLayout(head);
    column->addWidget(m_caption);
    column->addSpacing(space::one);
    column->addWidget(m_stack, 1);
    connect(m_switch, &QAbstractButton::clicked, this, [this] { showTable(!m_tableWanted); });
    turn();
}

void InsightCard::setPicture(QWidget* picture) {
    m_picture = picture;
    m_stack->addWidget(picture);
    turn();
}

void InsightCard::tell(const QString& finding, const QString& caption) {
    m_finding->setText(finding);
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
    setAccessibleName(finding);
    setAccessibleDescription(caption);
    m_table->setAccessibleName(finding);
    if (m_picture) {
        m_picture->setAccessibleName(finding);
        m_picture->setAccessibleDescription(tr("%1 The table has the same numbers.").arg(caption));
    }
    turn();
}

void InsightCard::setTable(const QStringList& head, const std::vector<QStringList>& rows) {
    m_table->setColumnCount(static_cast<int>(head.size()));
    m_table->setHorizontalHeaderLabels(head);
    m_table->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QStringList& cells = rows[static_cast<size_t>(row)];
        for (int column = 0; column < cells.size(); ++column) {
            m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
        }
    }
}

void InsightCard::setNothing(const QString& sentence) {
    m_empty = !sentence.isEmpty();
    m_nothingWords->setText(sentence);
    turn();
}

bool InsightCard::showsTable() const {
    return m_stack->currentWidget() == m_table;
}

void InsightCard::showTable(bool shown) {
    m_tableWanted = shown;
    turn();
}

void InsightCard::turn() {
    QWidget* shown = m_empty ? m_nothing : m_tableWanted || m_picture == nullptr ? m_table : m_picture;
    m_stack->setCurrentWidget(shown);
    m_switch->setVisible(!m_empty && m_picture != nullptr);
    m_switch->setText(m_tableWanted ? tr("Chart") : tr("Table"));
    m_switch->setIconName(m_tableWanted ? QStringLiteral("chart-column") : QStringLiteral("table-2"));
    m_switch->setAccessibleName(m_tableWanted ? tr("Show the chart: %1").arg(m_finding->text())
                                              : tr("Show the table: %1").arg(m_finding->text()));
}

}  // namespace kith::ui
