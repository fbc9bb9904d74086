// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The step before anything is written: what would become of each row, what is asked, and what can be put right.
#include "ui/buttons.h"
#include "ui/contact_import_page.h"
#include "ui/elided_label.h"
#include "ui/import_columns.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QStandardItemModel>
#include <QTableView>

#include <algorithm>

namespace kith::ui {

using service::RowOutcome;

namespace {

constexpr int kAskFilter = 5;
constexpr int kRowHeight = 36;
enum RowData { ProblemText = Qt::UserRole, ProblemColumn, SameLine };

}  // namespace

QWidget* ContactImportPage::buildCheck() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(space::screen, space::two, space::screen, 0);
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
    m_rows->setWordWrap(false);
    m_rows->verticalHeader()->hide();
    m_rows->verticalHeader()->setDefaultSectionSize(theme().scaled(kRowHeight));
    m_rows->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rows->setSelectionMode(QAbstractItemView::SingleSelection);
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setTabKeyNavigation(false);
    m_rows->horizontalHeader()->setStretchLastSection(true);
    m_rows->horizontalHeader()->setHighlightSections(false);
    m_rows->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    column->addWidget(m_rows, 1);
    column->addWidget(buildQuestion());
    column->addWidget(buildFix());
    connect(&theme(), &Theme::changed, this, [this] {
        if (m_step == Step::Check) {
            fillRows();  // the rows carry their colours
        }
    });
    connect(m_rows->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ContactImportPage::showRow);
    return page;
}

QWidget* ContactImportPage::buildQuestion() {
    m_question = new QWidget(this);
    auto* row = new QHBoxLayout(m_question);
    row->setContentsMargins(0, 0, 0, space::one);
    row->setSpacing(space::one);
    m_questionWords = new ElidedLabel(theme(), m_question, TextStyle::BodyMedium);
    m_questionWords->setObjectName(QStringLiteral("importSameWords"));
    row->addWidget(m_questionWords, 1);
    m_same = new Button(theme(), m_question);
    m_same->setObjectName(QStringLiteral("importSame"));
    m_same->setText(tr("The same person"));
    auto* other = new Button(theme(), m_question);
    other->setObjectName(QStringLiteral("importNotSame"));
    other->setText(tr("Somebody else"));
    row->addWidget(m_same);
    row->addWidget(other);
    connect(m_same, &QAbstractButton::clicked, this, [this] { answerSame(true); });
    connect(other, &QAbstractButton::clicked, this, [this] { answerSame(false); });
    m_question->hide();
    return m_question;
}

QWidget* ContactImportPage::buildFix() {
    m_fix = new QWidget(this);
    auto* fix = new QHBoxLayout(m_fix);
    fix->setContentsMargins(0, 0, 0, space::one);
    fix->setSpacing(space::one);
    m_fixWords = new ElidedLabel(theme(), m_fix, TextStyle::BodyMedium);
    m_fixEdit = new QLineEdit(m_fix);
    m_fixEdit->setObjectName(QStringLiteral("importFix"));
    m_fixEdit->setAccessibleName(tr("Read this value as"));
    m_fixEdit->setPlaceholderText(tr("Leave empty to ignore it"));
    auto* apply = new Button(theme(), m_fix);
    apply->setObjectName(QStringLiteral("importFixApply"));
    apply->setText(tr("Fix in all rows"));
    fix->addWidget(m_fixWords, 1);
    fix->addWidget(m_fixEdit, 1);
    fix->addWidget(apply);
    m_fix->hide();
    connect(apply, &QAbstractButton::clicked, this, &ContactImportPage::fixValue);
    connect(m_fixEdit, &QLineEdit::returnPressed, this, &ContactImportPage::fixValue);
    return m_fix;
}

void ContactImportPage::buildFilters(QHBoxLayout& row) {
    row.setSpacing(space::one);
    for (int f = -1; f <= kAskFilter; ++f) {
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

/// Likely known, and not answered yet.
std::vector<service::SamePerson> ContactImportPage::openQuestions() const {
    std::vector<service::SamePerson> open;
    std::ranges::copy_if(m_report.likely, std::back_inserter(open),
                         [this](const service::SamePerson& same) { return !m_request.samePeople.contains(same.line); });
    return open;
}

void ContactImportPage::showCheck(const service::ContactImportReport& report) {
    m_report = report;
    m_filter = openQuestions().empty() ? -1 : kAskFilter;
    fillRows();
    go(Step::Check);
}

void ContactImportPage::fillRows() {
    const auto questions = openQuestions();
    for (int f = -1; f <= kAskFilter; ++f) {
        Button* filter = m_filters[static_cast<size_t>(f + 1)];
        const qint64 count = f < 0             ? m_report.seen
                             : f == kAskFilter ? static_cast<qint64>(questions.size())
                                               : m_report.count(static_cast<RowOutcome>(f));
        filter->setText(QStringLiteral("%1 %2").arg(ContactImportWords::filter(f), QLocale().toString(count)));
        filter->setChecked(f == m_filter);
        filter->setKind(f == m_filter ? ButtonKind::Normal : ButtonKind::Flat);
        filter->setVisible(f < kAskFilter || count > 0);
    }
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Line"), tr("Who"), tr("What"), tr("Old → new")});
    if (m_filter == kAskFilter) {
        std::ranges::for_each(questions, [this](const service::SamePerson& same) { addSuggestion(same); });
    } else {
        std::ranges::for_each(m_report.previews, [this](const service::RowPreview& row) { addRow(row); });
    }
    m_rows->setColumnWidth(0, theme().scaled(72));
    m_rows->setColumnWidth(1, theme().scaled(220));
    m_rows->setColumnWidth(2, theme().scaled(120));
    m_fix->hide();
    m_question->hide();
    if (m_model->rowCount() > 0) {
        m_rows->setCurrentIndex(m_model->index(0, 0));
    }
}

void ContactImportPage::addRow(const service::RowPreview& row) {
    if (m_filter >= 0 && static_cast<int>(row.outcome) != m_filter) {
        return;
    }
    auto* line = new QStandardItem(QLocale().toString(row.line));
    line->setData(row.problemText, ProblemText);
    line->setData(row.problemColumn, ProblemColumn);
    auto* what = new QStandardItem(ContactImportWords::filter(static_cast<int>(row.outcome)));
    const bool changes = row.outcome == RowOutcome::Created || row.outcome == RowOutcome::Updated;
    const Role role = row.outcome == RowOutcome::Rejected ? Role::Bad : changes ? Role::Text : Role::Text3;
    what->setForeground(theme().colour(role));
    auto* cells = new QStandardItem(ContactImportWords::changes(row));
    cells->setToolTip(ContactImportWords::changes(row).replace(QStringLiteral(" · "), QStringLiteral("\n")));
    cells->setForeground(theme().colour(changes ? Role::Text2 : role));
    m_model->appendRow({line, new QStandardItem(row.who), what, cells});
}

void ContactImportPage::addSuggestion(const service::SamePerson& same) {
    auto* line = new QStandardItem(QLocale().toString(same.line));
    line->setData(same.line, SameLine);
    m_model->appendRow({line, new QStandardItem(same.who), new QStandardItem(tr("Create?")),
                        new QStandardItem(ContactImportWords::likely(same))});
}

/// Below the rows: what can be answered or put right in the row at hand.
void ContactImportPage::showRow() {
    const QModelIndex now = m_rows->currentIndex().siblingAtColumn(0);
    const QString text = now.data(ProblemText).toString();
    const bool asks = now.data(SameLine).isValid();
    m_fix->setVisible(!text.isEmpty());
    m_question->setVisible(asks);
    if (asks) {
        m_questionWords->setText(tr("Is %1 in line %2 somebody who is known already?")
                                     .arg(now.siblingAtColumn(1).data().toString(), now.data().toString()));
    } else if (!text.isEmpty()) {
        m_fixWords->setText(tr("“%1” is to be read as").arg(text));
        m_fixEdit->setText(text);
    }
}

void ContactImportPage::fixValue() {
    const QModelIndex now = m_rows->currentIndex().siblingAtColumn(0);
    const QString text = now.data(ProblemText).toString();
    if (!text.isEmpty() && !m_busy) {
        m_request.replacements.insert(service::replacementWord(now.data(ProblemColumn).toInt(), text),
                                      m_fixEdit->text().trimmed());
        check();
    }
}

/// The next question comes at once; what the answers change is counted after the last.
void ContactImportPage::answerSame(bool same) {
    const qint64 line = m_rows->currentIndex().siblingAtColumn(0).data(SameLine).toLongLong();
    const auto asked = std::ranges::find(m_report.likely, line, &service::SamePerson::line);
    if (asked == m_report.likely.end() || m_busy) {
        return;
    }
    m_request.samePeople.insert(line, same ? asked->known : ContactId{});
    if (openQuestions().empty()) {
        check();
        return;
    }
    fillRows();
    m_same->setFocus(Qt::TabFocusReason);
}

}  // namespace kith::ui
