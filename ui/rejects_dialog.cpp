// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/rejects_dialog.h"

#include "ui/buttons.h"
#include "ui/import_words.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace kith::ui {

RejectsDialog::RejectsDialog(const Theme& theme, const service::ImportProgress& progress, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("rejectsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(ImportWords::rejects(progress));
    resize(720, 400);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::pane, space::pane, space::pane, space::two);
    column->setSpacing(space::two);
    auto* title = new TextLabel(theme, this, TextStyle::Heading);
    title->setText(ImportWords::rejects(progress));
    column->addWidget(title);
    auto* list = new QTreeWidget(this);
    list->setObjectName(QStringLiteral("rejectsList"));
    list->setAccessibleName(title->text());
    list->setHeaderLabels({tr("File"), tr("Byte"), tr("Reason")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    for (const service::ImportReject& reject : progress.rejects) {
        new QTreeWidgetItem(list, {reject.source, QLocale().toString(reject.offset), reject.reason});
    }
    list->header()->setStretchLastSection(true);
    list->setColumnWidth(0, 260);
    column->addWidget(list, 1);
    auto* foot = new QHBoxLayout;
    foot->addStretch();
    auto* close = new Button(theme, this, ButtonKind::Primary);
    close->setText(tr("Close"));
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    foot->addWidget(close);
    column->addLayout(foot);
}

}  // namespace kith::ui
