// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The way through the four steps of importing contacts.
#include "core/service/contact_import_desk.h"
#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/contact_import_bar.h"
#include "ui/contact_import_page.h"
#include "ui/elided_label.h"
#include "ui/file_drop.h"
#include "ui/icon_label.h"
#include "ui/import_columns.h"
#include "ui/import_steps.h"
#include "ui/paragraph.h"
#include "ui/seams.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

/// Larger files are counted when the user asks for it.
constexpr qint64 kCountedByItself = 20'000;

}  // namespace

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
    m_report = {};
    m_undone = false;
    m_reading->hide();
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
    setBusy(true, tr("Reading %1").arg(QFileInfo(m_request.path).fileName()));
    bringHome(this, m_desk.understand(m_request), [this](const Result<service::TableView>& table) {
        setBusy(false);
        table ? showColumns(*table) : fail(table.error());
    });
}

void ContactImportPage::showColumns(const service::TableView& table) {
    m_report = {};
    m_report.table = table;
    showReading(table);
    delete m_columns->takeAt(m_columns->count() - 1);
    for (QWidget* old : m_columnHolder->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        delete old;
    }
    m_firstField = nullptr;
    m_columns->addWidget(new ImportColumnHead(theme(), m_columnHolder));
    for (const service::ColumnView& column : table.columns) {
        auto* line = new ImportColumnLine(theme(), column, m_columnHolder);
        connect(line, &ImportColumnLine::chosen, this, [this, name = column.name](const QString& field) {
            m_request.choices.insert(name, field);
            countQuietly();
        });
        connect(line, &ImportColumnLine::ordered, this, [this, name = column.name](const QString& order) {
            m_request.dateOrders.insert(name, order);
            countQuietly();
        });
        m_columns->addWidget(line);
        m_firstField = m_firstField == nullptr ? line->field() : m_firstField;
    }
    m_columns->addStretch();
    go(Step::Columns);
    countQuietly();
}

void ContactImportPage::showReading(const service::TableView& table) {
    const QSignalBlocker quiet(m_headerRow);
    m_fileName->setText(QFileInfo(table.path).fileName());
    m_fileLine->setText(ContactImportWords::reading(table));
    m_remembered->setText(table.remembered         ? tr("Columns as last time")
                          : table.preset.isEmpty() ? QString()
                                                   : tr("Export of %1").arg(table.preset));
    m_encoding->setCurrentIndex(std::max(0, m_encoding->findData(m_request.wish.encoding)));
    m_delimiter->setCurrentIndex(std::max(0, m_delimiter->findData(m_request.wish.delimiter)));
    m_headerRow->setValue(table.headerRow);
    m_firstRows->clear();
    QStringList names;
    for (const service::ColumnView& column : table.columns) {
        names << column.name;
    }
    m_firstRows->setHorizontalHeaderLabels(names);
    for (const QStringList& cells : table.firstRows) {
        QList<QStandardItem*> items;
        for (const QString& cell : cells) {
            items << new QStandardItem(cell);
        }
        m_firstRows->appendRow(items);
    }
}

void ContactImportPage::readDifferently() {
    service::TableWish wish;
    wish.encoding = m_encoding->currentData().toString();
    wish.delimiter = m_delimiter->currentData().toString();
    const bool sameHeader = m_request.wish.headerRow < 0 && m_headerRow->value() == m_report.table.headerRow;
    wish.headerRow = sameHeader ? -1 : m_headerRow->value();
    const service::TableWish& before = m_request.wish;
    if (m_busy || (wish.encoding == before.encoding && wish.delimiter == before.delimiter &&
                   wish.headerRow == before.headerRow)) {
        return;
    }
    const QString path = m_request.path;
    m_request = {};
    m_request.path = path;
    m_request.wish = wish;
    understand();
}

/// The numbers in the foot follow the choices; nothing waits for them.
void ContactImportPage::countQuietly() {
    ++m_generation;
    if (m_report.table.rows > kCountedByItself) {
        m_sums->say(tr("Nothing is counted before you check"));
        return;
    }
    if (m_counting) {
        m_desk.cancel();
    }
    m_counting = true;
    const int generation = m_generation;
    bringHome(this, m_desk.check(m_request), [this, generation](const Result<service::ContactImportReport>& report) {
        if (generation != m_generation) {
            return;
        }
        m_counting = false;
        if (report && !report->cancelled && m_step == Step::Columns) {
            m_sums->setReport(*report);
        }
        Q_EMIT settled();
    });
}

void ContactImportPage::check() {
    if (m_counting) {
        m_counting = false;
        m_desk.cancel();
    }
    ++m_generation;
    setBusy(true, tr("Comparing with the people who are known"));
    bringHome(this, m_desk.check(m_request), [this](const Result<service::ContactImportReport>& report) {
        setBusy(false);
        if (!report) {
            fail(report.error());
        } else if (report->cancelled) {
            go(m_step);
        } else {
            showCheck(*report);
        }
    });
}

void ContactImportPage::take() {
    setBusy(true, tr("Importing"), true);
    bringHome(this, m_desk.take(m_request), [this](const Result<service::ContactImportReport>& report) {
        setBusy(false);
        report ? showResult(*report) : fail(report.error());
    });
}

void ContactImportPage::showResult(const service::ContactImportReport& report) {
    m_report = report;
    const auto rows = static_cast<int>(report.created + report.updated);
    m_resultSign->setFace(report.cancelled ? QStringLiteral("pause") : QStringLiteral("circle-check"),
                          report.cancelled ? Role::Warn : Role::Ok);
    m_resultTitle->setText(report.cancelled ? tr("Stopped after %Ln row(s)", nullptr, static_cast<int>(report.seen))
                                            : tr("%Ln row(s) imported", nullptr, rows));
    QString words = ContactImportWords::result(report);
    if (report.cancelled) {
        words += u'\n' + tr("Import the same file again to go on where it stopped.");
    }
    if (report.rejected > 0) {
        words += u'\n' + ContactImportWords::rejects(report);
    }
    m_resultWords->setText(words);
    m_undo->show();
    m_undo->setEnabled(report.created + report.updated + report.duplicate > 0);
    m_save->setVisible(report.rejected > 0);
    go(Step::Result);
}

void ContactImportPage::saveRejects() {
    const QString suggested = QFileInfo(m_request.path).completeBaseName() + QStringLiteral("-problems.csv");
    const QString path = m_seams.askSaveName(this, suggested);
    if (path.isEmpty() || m_busy) {
        return;
    }
    setBusy(true, tr("Saving the rows with a problem"));
    bringHome(this, m_desk.saveRejects(m_request, path), [this, path](const Result<qint64>& saved) {
        setBusy(false);
        m_promise->setText(
            saved ? tr("%Ln row(s) saved to %1", nullptr, static_cast<int>(*saved)).arg(QFileInfo(path).fileName())
                  : saved.error().detail);
        Q_EMIT settled();
    });
}

void ContactImportPage::takeBack() {
    m_undo->setEnabled(false);
    setBusy(true, tr("Taking the import back"));
    bringHome(this, m_desk.undo(m_report.id), [this](const Result<int>& taken) {
        setBusy(false);
        m_undone = static_cast<bool>(taken);
        m_resultSign->setFace(taken ? QStringLiteral("undo-2") : QStringLiteral("triangle-alert"),
                              taken ? Role::Text2 : Role::Bad);
        m_resultTitle->setText(taken ? tr("The import was undone") : tr("The import could not be undone"));
        m_resultWords->setText(taken ? tr("Everything is as it was before.") : taken.error().detail);
        m_undo->setVisible(!taken);
        m_save->hide();
        go(Step::Result);
    });
}

bool ContactImportPage::undo() {
    if (m_step != Step::Result || m_busy || m_undone || !m_undo->isEnabled()) {
        return false;
    }
    takeBack();
    return true;
}

void ContactImportPage::go(Step step) {
    m_step = step;
    m_stack->setCurrentIndex(static_cast<int>(step));
    m_steps->setStep(static_cast<int>(step));
    m_back->setVisible(step == Step::Columns || step == Step::Check);
    m_forward->setVisible(step != Step::File);
    const auto changing = static_cast<int>(m_report.created + m_report.updated);
    m_forward->setText(step == Step::Columns ? tr("Check %Ln row(s)", nullptr, static_cast<int>(m_report.table.rows))
                       : step == Step::Check ? tr("Import %Ln row(s)", nullptr, changing)
                       : m_undone            ? tr("Import it again")
                                             : tr("Import another file"));
    m_promise->setText(step == Step::Columns || step == Step::Check ? tr("Nothing is written before step 4")
                                                                    : QString());
    step == Step::Check ? m_sums->setReport(m_report)
                        : m_sums->say(step == Step::Columns ? tr("Counting …") : QStringLiteral(" "));
    (step == Step::Check                                ? static_cast<QWidget*>(m_rows)
     : step == Step::File                               ? m_drop->chooseButton()
     : step == Step::Columns && m_firstField != nullptr ? m_firstField
                                                        : m_forward)
        ->setFocus(Qt::OtherFocusReason);
    Q_EMIT settled();
}

void ContactImportPage::forward() {
    if (m_busy) {
        return;
    }
    if (m_step == Step::Columns) {
        check();
    } else if (m_step == Step::Check) {
        take();
    } else if (m_undone) {
        takeFiles({m_request.path});
    } else {
        m_drop->setFile({});
        go(Step::File);
    }
}

void ContactImportPage::back() {
    if (m_busy) {
        m_desk.cancel();
    } else if (m_step == Step::Check && !m_report.table.columns.empty()) {
        go(Step::Columns);
        countQuietly();
    } else {
        go(Step::File);
    }
}

void ContactImportPage::setBusy(bool busy, const QString& words, bool pausable) {
    m_busy = busy;
    m_forward->setEnabled(!busy);
    m_stack->setEnabled(!busy);
    m_refusal->setText({});
    if (busy) {
        m_desk.setPaused(false);
        m_bar->begin(words, pausable);
        m_ticks->start();
        setFocus();  // Escape is heard while everything else rests
    } else {
        m_bar->end();
        m_ticks->stop();
    }
}

void ContactImportPage::fail(const Error& error) {
    go(error.kind == ErrorKind::Cancelled && m_step != Step::Result ? m_step : Step::File);
    if (error.kind != ErrorKind::Cancelled) {
        m_refusal->setText(error.detail + (error.hint.isEmpty() ? QString() : u'\n' + error.hint));
    }
}

}  // namespace kith::ui
