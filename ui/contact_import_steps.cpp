// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The way through the four steps of importing contacts.
#include "core/service/contact_import_desk.h"
#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/contact_import_page.h"
#include "ui/elided_label.h"
#include "ui/file_drop.h"
#include "ui/import_columns.h"
#include "ui/seams.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace kith::ui {

using service::RowOutcome;

bool ContactImportPage::isTable(const QString& path) {
    static const QStringList endings{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("tab"),
                                     QStringLiteral("vcf")};
    return endings.contains(QFileInfo(path).suffix().toLower());
}

bool ContactImportPage::takeFiles(const QStringList& paths) {
    if (paths.size() != 1 || m_busy) {
        return false;
    }
    m_request = {};
    m_request.path = paths.front();
    m_drop->setFile(m_request.path);
    understand();
    return true;
}

void ContactImportPage::askFile() {
    const QStringList paths = m_seams.askMailFiles(this);
    if (!paths.isEmpty()) {
        takeFiles({paths.front()});
    }
}

void ContactImportPage::understand() {
    if (m_request.path.endsWith(QStringLiteral(".vcf"), Qt::CaseInsensitive)) {
        check();  // cards have no columns to ask about
        return;
    }
    setBusy(true, tr("Reading %1 …").arg(QFileInfo(m_request.path).fileName()));
    bringHome(this, m_desk.understand(m_request), [this](const Result<service::TableView>& table) {
        setBusy(false);
        table ? showColumns(*table) : fail(table.error());
    });
}

void ContactImportPage::showColumns(const service::TableView& table) {
    m_report = {};
    m_report.table = table;
    QStringList words{QFileInfo(table.path).fileName(), tr("%n row(s)", nullptr, static_cast<int>(table.rows)),
                      table.encoding, ContactImportWords::delimiter(table.delimiter),
                      table.header ? tr("header in row %1").arg(table.headerRow) : tr("no header")};
    if (!table.preset.isEmpty()) {
        words << tr("export of %1").arg(table.preset);
    }
    if (table.remembered) {
        words << tr("columns as last time");
    }
    m_fileLine->setText(words.join(QStringLiteral(" · ")));
    delete m_columns->takeAt(m_columns->count() - 1);
    for (QWidget* old : m_columnHolder->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        delete old;
    }
    for (const service::ColumnView& column : table.columns) {
        auto* line = new ImportColumnLine(theme(), column, m_columnHolder);
        connect(line, &ImportColumnLine::chosen, this,
                [this, name = column.name](const QString& field) { m_request.choices.insert(name, field); });
        connect(line, &ImportColumnLine::ordered, this,
                [this, name = column.name](const QString& order) { m_request.dateOrders.insert(name, order); });
        m_columns->addWidget(line);
    }
    m_columns->addStretch();
    go(Step::Columns);
}

void ContactImportPage::check() {
    setBusy(true, tr("Comparing with the people who are known …"));
    bringHome(this, m_desk.check(m_request), [this](const Result<service::ContactImportReport>& report) {
        setBusy(false);
        report ? showCheck(*report) : fail(report.error());
    });
}

void ContactImportPage::showCheck(const service::ContactImportReport& report) {
    m_report = report;
    m_filter = -1;
    fillRows();
    go(Step::Check);
}

void ContactImportPage::fillRows() {
    for (int f = -1; f < 5; ++f) {
        Button* filter = m_filters[static_cast<size_t>(f + 1)];
        const qint64 count = f < 0 ? m_report.seen : m_report.count(static_cast<RowOutcome>(f));
        filter->setText(QStringLiteral("%1 %2").arg(ContactImportWords::filter(f)).arg(count));
        filter->setChecked(f == m_filter);
    }
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Line"), tr("Who"), tr("What"), tr("Old → new")});
    for (const service::RowPreview& row : m_report.previews) {
        if (m_filter >= 0 && static_cast<int>(row.outcome) != m_filter) {
            continue;
        }
        auto* line = new QStandardItem(QString::number(row.line));
        line->setData(row.problemText, Qt::UserRole);
        line->setData(row.problemColumn, Qt::UserRole + 1);
        m_model->appendRow({line, new QStandardItem(row.who),
                            new QStandardItem(ContactImportWords::filter(static_cast<int>(row.outcome))),
                            new QStandardItem(ContactImportWords::changes(row))});
    }
    m_rows->setColumnWidth(0, theme().scaled(64));
    m_rows->setColumnWidth(1, theme().scaled(200));
    m_rows->setColumnWidth(2, theme().scaled(110));
    m_fix->hide();
}

void ContactImportPage::fixValue() {
    const QModelIndex now = m_rows->currentIndex().siblingAtColumn(0);
    const QString text = now.data(Qt::UserRole).toString();
    const int column = now.data(Qt::UserRole + 1).toInt();
    if (!text.isEmpty() && !m_busy) {
        m_request.replacements.insert(service::replacementWord(column, text), m_fixEdit->text().trimmed());
        check();
    }
}

void ContactImportPage::take() {
    setBusy(true, tr("Importing …"));
    bringHome(this, m_desk.take(m_request), [this](const Result<service::ContactImportReport>& report) {
        setBusy(false);
        report ? showResult(*report) : fail(report.error());
    });
}

void ContactImportPage::showResult(const service::ContactImportReport& report) {
    m_report = report;
    m_resultTitle->setText(report.cancelled
                               ? tr("Stopped: the rest can be imported later")
                               : tr("%n row(s) imported", nullptr, static_cast<int>(report.created + report.updated)));
    m_resultWords->setText(
        ContactImportWords::sums(report) +
        (report.rejected > 0 ? u'\n' + tr("Rejected rows: %1").arg(ContactImportWords::rejects(report)) : QString()));
    m_undo->setEnabled(true);
    go(Step::Result);
}

void ContactImportPage::takeBack() {
    m_undo->setEnabled(false);
    bringHome(this, m_desk.undo(m_report.id), [this](const Result<int>& taken) {
        m_resultTitle->setText(taken ? tr("The import was undone") : tr("The import could not be undone"));
        m_resultWords->setText(taken ? tr("Everything is as it was before.") : taken.error().detail);
    });
}

void ContactImportPage::go(Step step) {
    m_step = step;
    m_stack->setCurrentIndex(static_cast<int>(step));
    for (size_t s = 0; s < m_steps.size(); ++s) {
        m_steps[s]->setRole(s == static_cast<size_t>(step)  ? Role::Accent
                            : s < static_cast<size_t>(step) ? Role::Text
                                                            : Role::Text3);
    }
    m_back->setVisible(step == Step::Columns || step == Step::Check);
    m_forward->setVisible(step != Step::File);
    m_forward->setText(step == Step::Columns ? tr("Check %n row(s)", nullptr, static_cast<int>(m_report.table.rows))
                       : step == Step::Check
                           ? tr("Import %n row(s)", nullptr, static_cast<int>(m_report.created + m_report.updated))
                           : tr("Import another file"));
    m_sums->setText(step == Step::Check     ? ContactImportWords::sums(m_report)
                    : step == Step::Columns ? tr("Nothing is written before step 4")
                                            : QString());
    (step == Step::Check  ? static_cast<QWidget*>(m_rows)
     : step == Step::File ? m_drop->chooseButton()
                          : m_forward)
        ->setFocus();
}

void ContactImportPage::forward() {
    if (m_busy) {
        return;
    }
    if (m_step == Step::Columns) {
        check();
    } else if (m_step == Step::Check) {
        take();
    } else {
        m_drop->setFile({});
        go(Step::File);
    }
}

void ContactImportPage::back() {
    if (m_busy) {
        m_desk.cancel();
    } else {
        go(m_step == Step::Check && !m_report.table.columns.empty() ? Step::Columns : Step::File);
    }
}

void ContactImportPage::setBusy(bool busy, const QString& words) {
    m_busy = busy;
    m_forward->setEnabled(!busy);
    m_refusal->clear();
    if (busy) {
        m_sums->setText(words);
    }
}

void ContactImportPage::fail(const Error& error) {
    m_refusal->setText(error.detail + (error.hint.isEmpty() ? QString() : u'\n' + error.hint));
    go(Step::File);
}

}  // namespace kith::ui
