// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/contact_import_page.h"

#include "core/service/contact_import_desk.h"
#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/file_drop.h"
#include "ui/import_columns.h"
#include "ui/seams.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>

namespace kith::ui {

using service::RowOutcome;

ContactImportPage::ContactImportPage(const Theme& theme, service::ContactImportDesk& desk, const Seams& seams,
                                     QWidget* parent)
    : PlacePage(theme, parent)
    , m_desk(desk)
    , m_seams(seams) {
    setObjectName(QStringLiteral("contactImportPage"));
    setAccessibleName(tr("Import contacts"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(new Hairline(theme, this));
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(buildFile());
    m_stack->addWidget(buildColumns());
    m_stack->addWidget(buildCheck());
    m_stack->addWidget(buildResult());
    column->addWidget(m_stack, 1);
    column->addWidget(new Hairline(theme, this));
    column->addWidget(buildFoot());
    go(Step::File);
}

QWidget* ContactImportPage::buildHead() {
    auto* head = new QWidget(this);
    head->setFixedHeight(theme().scaled(64));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::pane, 0, space::pane, 0);
    row->setSpacing(space::two);
    auto* title = new TextLabel(theme(), head, TextStyle::Heading);
    title->setText(tr("Import contacts"));
    row->addWidget(title);
    row->addStretch();
    for (const QString& word : {tr("1  File"), tr("2  Columns"), tr("3  Check"), tr("4  Result")}) {
        auto* step = new TextLabel(theme(), head, TextStyle::Body, Role::Text3);
        step->setText(word);
        row->addWidget(step);
        m_steps.push_back(step);
    }
    return head;
}

QWidget* ContactImportPage::buildFile() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::pane, space::pane, space::pane, space::pane);
    auto* words = new TextLabel(theme(), page, TextStyle::Body, Role::Text2);
    words->setWordWrap(true);
    words->setText(tr("A table from another program (.csv, .tsv) or vCards (.vcf). How it is written is found out; "
                      "nothing is changed before the last step."));
    column->addWidget(words);
    column->addSpacing(space::two);
    m_drop = new FileDrop(theme(), page, tr("Drop a file of contacts here"));
    m_drop->setObjectName(QStringLiteral("contactsDrop"));
    column->addWidget(m_drop);
    m_refusal = new TextLabel(theme(), page, TextStyle::Body, Role::Bad);
    m_refusal->setObjectName(QStringLiteral("importRefusal"));
    m_refusal->setWordWrap(true);
    column->addWidget(m_refusal);
    column->addStretch();
    connect(m_drop, &FileDrop::dropped, this, [this](const QString& path) { takeFiles({path}); });
    connect(m_drop, &FileDrop::chooseAsked, this, &ContactImportPage::askFile);
    return page;
}

QWidget* ContactImportPage::buildColumns() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::pane, space::two, space::pane, 0);
    m_fileLine = new ElidedLabel(theme(), page, TextStyle::Body, Role::Text2);
    m_fileLine->setObjectName(QStringLiteral("importFileLine"));
    column->addWidget(m_fileLine);
    auto* scroll = new QScrollArea(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setObjectName(QStringLiteral("importColumns"));
    scroll->setAccessibleName(tr("Columns of the file"));
    m_columnHolder = new QWidget(scroll);
    m_columns = new QVBoxLayout(m_columnHolder);
    m_columns->setContentsMargins(0, space::one, 0, space::one);
    m_columns->setSpacing(0);
    scroll->setWidget(m_columnHolder);
    column->addWidget(scroll, 1);
    return page;
}

QWidget* ContactImportPage::buildCheck() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::pane, space::two, space::pane, 0);
    column->setSpacing(space::one);
    auto* filters = new QHBoxLayout;
    buildFilters(*filters);
    column->addLayout(filters);
    m_model = new QStandardItemModel(0, 4, this);
    m_rows = new QTableView(page);
    m_rows->setObjectName(QStringLiteral("importRows"));
    m_rows->setAccessibleName(tr("Rows and what would be done with them"));
    m_rows->setModel(m_model);
    m_rows->setShowGrid(false);
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->verticalHeader()->hide();
    m_rows->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setTabKeyNavigation(false);
    m_rows->horizontalHeader()->setStretchLastSection(true);
    m_rows->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    column->addWidget(m_rows, 1);
    m_fix = new QWidget(page);
    auto* fix = new QHBoxLayout(m_fix);
    fix->setContentsMargins(0, 0, 0, space::one);
    m_fixWords = new ElidedLabel(theme(), m_fix, TextStyle::Body, Role::Text2);
    m_fixEdit = new QLineEdit(m_fix);
    m_fixEdit->setObjectName(QStringLiteral("importFix"));
    m_fixEdit->setAccessibleName(tr("Read this value as"));
    auto* apply = new Button(theme(), m_fix);
    apply->setObjectName(QStringLiteral("importFixApply"));
    apply->setText(tr("Fix in all rows"));
    fix->addWidget(m_fixWords, 1);
    fix->addWidget(m_fixEdit, 1);
    fix->addWidget(apply);
    column->addWidget(m_fix);
    m_fix->hide();
    connect(apply, &QAbstractButton::clicked, this, &ContactImportPage::fixValue);
    connect(m_fixEdit, &QLineEdit::returnPressed, this, &ContactImportPage::fixValue);
    connect(m_rows->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        const QString text = now.siblingAtColumn(0).data(Qt::UserRole).toString();
        m_fix->setVisible(!text.isEmpty());
        m_fixWords->setText(tr("“%1” is to be read as").arg(text));
        m_fixEdit->setText(text);
    });
    return page;
}

void ContactImportPage::buildFilters(QHBoxLayout& row) {
    row.setSpacing(space::one);
    for (int f = -1; f < 5; ++f) {
        auto* filter = new Button(theme(), this, ButtonKind::Flat);
        filter->setObjectName(QStringLiteral("importFilter%1").arg(f + 1));
        filter->setCheckable(true);
        filter->setChecked(f == -1);
        connect(filter, &QAbstractButton::clicked, this, [this, f] {
            m_filter = f;
            fillRows();
        });
        row.addWidget(filter);
        m_filters.push_back(filter);
    }
    row.addStretch();
}

QWidget* ContactImportPage::buildResult() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::pane, space::pane, space::pane, space::pane);
    column->setSpacing(space::two);
    m_resultTitle = new TextLabel(theme(), page, TextStyle::Heading);
    m_resultTitle->setObjectName(QStringLiteral("importResult"));
    m_resultWords = new TextLabel(theme(), page, TextStyle::Body, Role::Text2);
    m_resultWords->setWordWrap(true);
    column->addWidget(m_resultTitle);
    column->addWidget(m_resultWords);
    auto* row = new QHBoxLayout;
    m_undo = new Button(theme(), page);
    m_undo->setObjectName(QStringLiteral("importUndo"));
    m_undo->setText(tr("Undo this import"));
    row->addWidget(m_undo);
    row->addStretch();
    column->addLayout(row);
    column->addStretch();
    connect(m_undo, &QAbstractButton::clicked, this, &ContactImportPage::takeBack);
    return page;
}

QWidget* ContactImportPage::buildFoot() {
    auto* foot = new QWidget(this);
    foot->setFixedHeight(theme().scaled(72));
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(space::pane, 0, space::pane, 0);
    row->setSpacing(space::two);
    m_sums = new ElidedLabel(theme(), foot, TextStyle::Body, Role::Text2);
    m_sums->setObjectName(QStringLiteral("importSums"));
    m_back = new Button(theme(), foot);
    m_back->setObjectName(QStringLiteral("importBack"));
    m_back->setText(tr("Back"));
    m_forward = new Button(theme(), foot, ButtonKind::Primary);
    m_forward->setObjectName(QStringLiteral("importForward"));
    row->addWidget(m_sums, 1);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    connect(m_back, &QAbstractButton::clicked, this, &ContactImportPage::back);
    connect(m_forward, &QAbstractButton::clicked, this, &ContactImportPage::forward);
    return foot;
}

void ContactImportPage::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier) && m_forward->isEnabled()) {
        forward();
    } else if (event->key() == Qt::Key_Escape && m_back->isVisible()) {
        back();
    } else {
        PlacePage::keyPressEvent(event);
    }
}

}  // namespace kith::ui
