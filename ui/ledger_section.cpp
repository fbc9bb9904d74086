// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/ledger_section.h"

#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/empty_state.h"
#include "ui/ledger_model.h"
#include "ui/model_words.h"
#include "ui/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int ledgerRowHeight = 32;
constexpr int ledgerTextHeight = 220;
constexpr int ledgerWords = 460;

}  // namespace

LedgerSection::LedgerSection(const Theme& theme, service::LedgerDesk& desk, const Seams& seams, QWidget* parent)
    : PlacePage(theme, parent)
    , m_desk(desk)
    , m_seams(seams)
    , m_model(new LedgerModel(desk, this)) {
    setObjectName(QStringLiteral("ledgerSection"));
    setAccessibleName(tr("Ledger"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::screen, space::pane, space::screen, space::pane);
    column->setSpacing(space::two);
    column->addWidget(buildHead());
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(buildBody());
    auto* nothing = new EmptyState(theme, m_stack);
    nothing->setMaximumWidth(ledgerWords);
    nothing->say(tr("Nothing left this computer. Once it does, every request stands here with its exact text."), {});
    m_stack->addWidget(nothing);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_table);
    connect(m_model, &LedgerModel::firstPageRead, this, [this] {
        const bool empty = m_model->rowCount() == 0 && service().isEmpty();
        m_stack->setCurrentIndex(empty ? 1 : 0);
        m_export->setEnabled(!empty);
        if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid()) {
            m_table->setCurrentIndex(m_model->index(0, 0));
        }
    });
}

QWidget* LedgerSection::buildHead() {
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::one);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    auto* title = new TextLabel(theme(), head, TextStyle::Heading);
    title->setText(tr("Ledger"));
    m_totals = new TextLabel(theme(), head, TextStyle::Body, Role::Text2);
    m_totals->setObjectName(QStringLiteral("ledgerTotals"));
    words->addWidget(title);
    words->addWidget(m_totals);
    m_service = new QComboBox(head);
    m_service->setObjectName(QStringLiteral("ledgerService"));
    m_service->setAccessibleName(tr("Requests to which service"));
    m_service->addItem(tr("All services"), QString());
    m_export = new Button(theme(), head);
    m_export->setObjectName(QStringLiteral("ledgerExport"));
    m_export->setText(tr("Export…"));
    row->addLayout(words, 1);
    row->addWidget(m_service);
    row->addWidget(m_export);
    connect(m_service, &QComboBox::activated, this, [this] { m_model->read(service()); });
    connect(m_export, &QAbstractButton::clicked, this, &LedgerSection::exportAll);
    return head;
}

QWidget* LedgerSection::buildBody() {
    auto* halves = new QSplitter(Qt::Vertical, m_stack);
    halves->setChildrenCollapsible(false);
    m_table = new QTableView(halves);
    m_table->setObjectName(QStringLiteral("ledgerTable"));
    m_table->setAccessibleName(tr("Requests, newest first"));
    m_table->setModel(m_model);
    dressTable();
    auto* below = new QWidget(halves);
    auto* column = new QVBoxLayout(below);
    column->setContentsMargins(0, space::two, 0, 0);
    column->setSpacing(space::one);
    m_what = new TextLabel(theme(), below, TextStyle::BodyStrong);
    m_what->setObjectName(QStringLiteral("ledgerWhat"));
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_text = new QPlainTextEdit(below);
    m_text->setObjectName(QStringLiteral("ledgerText"));
    m_text->setAccessibleName(tr("The exact text that left"));
    m_text->setReadOnly(true);
    m_text->document()->setDocumentMargin(space::one);
    m_text->setMinimumHeight(theme().scaled(ledgerTextHeight) / 2);
    column->addWidget(m_what);
    column->addWidget(m_text, 1);
    halves->addWidget(m_table);
    halves->addWidget(below);
    halves->setSizes({theme().scaled(2 * ledgerTextHeight), theme().scaled(ledgerTextHeight)});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LedgerSection::showChosen);
    return halves;
}

void LedgerSection::dressTable() {
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme().scaled(ledgerRowHeight));
    QHeaderView* names = m_table->horizontalHeader();
    names->setHighlightSections(false);
    const int widths[] = {156, 132, 240, 92, 84, 92, 112};
    for (int column = 0; column < LedgerModel::ColumnCount; ++column) {
        m_table->setColumnWidth(column, theme().scaled(widths[column]));
    }
    names->setSectionResizeMode(LedgerModel::Purpose, QHeaderView::Stretch);
}

QString LedgerSection::service() const {
    return m_service->currentData().toString();
}

void LedgerSection::arrive() {
    m_model->read(service());
    bringHome(this, m_desk.totals(), [this](const Result<std::vector<service::LedgerTotal>>& totals) {
        if (totals) {
            showTotals(*totals);
        }
    });
}

void LedgerSection::showTotals(const std::vector<service::LedgerTotal>& totals) {
    service::LedgerTotal all;
    const QString chosen = service();
    m_service->clear();
    m_service->addItem(tr("All services"), QString());
    for (const service::LedgerTotal& one : totals) {
        all.requests += one.requests;
        all.bytesOut += one.bytesOut;
        all.cost += one.cost;
        m_service->addItem(tr("%1 (%2)").arg(LedgerModel::serviceName(one.service), QLocale().toString(one.requests)),
                           one.service);
    }
    m_service->setCurrentIndex(std::max(0, m_service->findData(chosen)));
    QString words = tr("%n request(s)", nullptr, static_cast<int>(all.requests)) +
                    tr(" · %1 left").arg(LedgerModel::bytes(all.bytesOut));
    if (all.cost > 0) {
        words += tr(" · %1").arg(ModelWords::money(all.cost));
    }
    m_totals->setText(words);
}

void LedgerSection::showChosen() {
    const qint64 id = m_model->idAt(m_table->currentIndex().row());
    m_asked = id;
    if (id == 0) {
        m_what->clear();
        m_text->clear();
        return;
    }
    bringHome(this, m_desk.entry(id), [this, id](const Result<service::LedgerEntry>& entry) {
        if (entry && m_asked == id) {
            showText(*entry);
        }
    });
}

void LedgerSection::showText(const service::LedgerEntry& entry) {
    m_what->setText(tr("%1 %2").arg(entry.method, entry.url));
    m_text->setPlainText(entry.body.isEmpty() ? tr("The request has no text of its own; the address says it all.")
                                              : QString::fromUtf8(entry.body));
}

void LedgerSection::exportAll() {
    const QString path = m_seams.askSaveName(this, tr("ledger.jsonl"));
    if (path.isEmpty()) {
        return;
    }
    m_export->setEnabled(false);
    bringHome(this, m_desk.exportTo(path, service()), [this](const Result<qint64>& written) {
        m_export->setEnabled(true);
        m_totals->setText(written ? tr("%n request(s) were written.", nullptr, static_cast<int>(*written))
                                  : tr("It could not be written: %1").arg(written.error().detail));
    });
}

}  // namespace kith::ui
