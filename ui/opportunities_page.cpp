// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/opportunities_page.h"

#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/empty_state.h"
#include "ui/house_door.h"
#include "ui/opportunity_board.h"
#include "ui/opportunity_foot.h"
#include "ui/opportunity_model.h"
#include "ui/opportunity_words.h"
#include "ui/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr const char* kKinds[] = {"demo",      "pricing",    "partnership", "speaking",
                                  "publicity", "submission", "cancellation"};
enum Shown { BoardShown, TableShown, NothingShown };

QDate ownToday() {
    return QDate::currentDate();
}

}  // namespace

OpportunitiesPage::OpportunitiesPage(const Theme& theme, HouseDoor& house, service::OpportunityDesk& desk,
                                     QWidget* parent)
    : PlacePage(theme, parent)
    , m_house(house)
    , m_desk(desk) {
    setObjectName(QStringLiteral("opportunitiesPage"));
    setAccessibleName(tr("Opportunities"));
    auto* head = buildHead();
    m_stack = new QStackedWidget(this);
    m_board = new OpportunityBoard(theme, m_stack);
    buildTable();
    auto* middle = new QWidget(m_stack);
    m_nothing = new EmptyState(theme, middle);
    auto* centred = new QHBoxLayout(middle);
    centred->addStretch();
    centred->addWidget(m_nothing);
    centred->addStretch();
    m_stack->addWidget(m_board);
    m_stack->addWidget(m_table);
    m_stack->addWidget(middle);
    m_foot = new OpportunityFoot(theme, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_stack, 1);
    column->addWidget(m_foot);
    connect(m_board, &OpportunityBoard::currentChanged, this, &OpportunitiesPage::showChosen);
    connect(m_board, &OpportunityBoard::moveAsked, this, &OpportunitiesPage::move);
    connect(m_board, &OpportunityBoard::opened, this, &PlacePage::threadAsked);
    connect(m_board, &OpportunityBoard::keyed, this, &OpportunitiesPage::onKey);
    connect(m_foot, &OpportunityFoot::openAsked, this, [this] { onKey(Qt::Key_Return); });
    connect(m_foot, &OpportunityFoot::moveAsked, this, [this] { onKey(Qt::Key_V); });
    connect(m_foot, &OpportunityFoot::dismissAsked, this, [this] { onKey(Qt::Key_N); });
    connect(m_foot, &OpportunityFoot::acceptAsked, this, [this] { onKey(Qt::Key_Y); });
    connect(m_foot, &OpportunityFoot::nextStepWritten, this, [this](const QString& words) {
        service::OpportunityEdit edit;
        edit.nextStep = words;
        write(edit);
    });
    connect(m_foot, &OpportunityFoot::ownerWritten, this, [this](const QString& words) {
        service::OpportunityEdit edit;
        edit.owner = words;
        write(edit);
    });
    connect(&house, &HouseDoor::changed, this, [this] {
        if (isVisible()) {
            lookAgain();
        }
    });
    showTable(false);
}

QWidget* OpportunitiesPage::buildHead() {
    auto* head = new Pane(theme(), Role::Base, this);
    head->setLines(Qt::BottomEdge);
    head->setFixedHeight(theme().scaled(64));
    auto* title = new TextLabel(theme(), head, TextStyle::Heading);
    title->setText(tr("Opportunities"));
    m_facts = new TextLabel(theme(), head, TextStyle::Body, Role::Text2);
    m_facts->setObjectName(QStringLiteral("opportunityFacts"));
    m_risk = new Button(theme(), head, ButtonKind::Link);
    m_risk->setObjectName(QStringLiteral("opportunityRisk"));
    m_risk->setIconName(QStringLiteral("trending-down"));
    connect(m_risk, &QAbstractButton::clicked, this,
            [this] { m_kind->setCurrentIndex(m_kind->findData(QStringLiteral("cancellation"))); });
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::screen, 0, space::screen, 0);
    row->setSpacing(space::two);
    row->addWidget(title);
    row->addWidget(m_facts);
    row->addStretch();
    row->addWidget(m_risk);
    buildFilters(*row);
    return head;
}

void OpportunitiesPage::buildFilters(QHBoxLayout& row) {
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("opportunityKind"));
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->addItem(tr("All kinds"), QString());
    for (const char* word : kKinds) {
        m_kind->addItem(OpportunityWords::kind(QString::fromLatin1(word)), QString::fromLatin1(word));
    }
    m_status = new QComboBox(this);
    m_status->setObjectName(QStringLiteral("opportunityStatus"));
    m_status->setAccessibleName(tr("Status"));
    m_status->addItem(tr("All"), -1);
    for (int status = 0; status < 5; ++status) {
        m_status->addItem(OpportunityWords::status(static_cast<OpportunityStatus>(status)), status);
    }
    const auto again = [this] { take(m_all); };
    connect(m_kind, &QComboBox::currentIndexChanged, this, again);
    connect(m_status, &QComboBox::currentIndexChanged, this, again);
    const auto choice = [&](const char* name, const QString& text, const char* icon, bool table) {
        auto* button = new Button(theme(), this);
        button->setObjectName(QString::fromLatin1(name));
        button->setText(text);
        button->setIconName(QString::fromLatin1(icon));
        connect(button, &QAbstractButton::clicked, this, [this, table] { showTable(table); });
        return button;
    };
    m_boardChoice = choice("opportunityAsBoard", tr("Board"), "kanban", false);
    m_tableChoice = choice("opportunityAsTable", tr("Table"), "table-2", true);
    auto* switches = new QHBoxLayout;
    switches->setSpacing(space::half);
    switches->addWidget(m_boardChoice);
    switches->addWidget(m_tableChoice);
    row.addWidget(m_status);
    row.addWidget(m_kind);
    row.addLayout(switches);
}

void OpportunitiesPage::buildTable() {
    m_rows = new OpportunityModel(this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_rows);
    m_sorted->setSortRole(OpportunityModel::SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table = new QTableView(m_stack);
    m_table->setObjectName(QStringLiteral("opportunityTable"));
    m_table->setAccessibleName(tr("Table of opportunities"));
    m_table->setModel(m_sorted);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(theme().scaled(36));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int widths[] = {180, 110, 90, 100, 110, 110, 150, 90, 90, 300};
    for (int column = 0; column < OpportunityModel::ColumnCount; ++column) {
        m_table->setColumnWidth(column, theme().scaled(widths[column]));
    }
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &OpportunitiesPage::showChosen);
    connect(m_table, &QAbstractItemView::doubleClicked, this, [this] { onKey(Qt::Key_Return); });
}

void OpportunitiesPage::arrive() {
    lookAgain();
}

void OpportunitiesPage::show(const QString& part) {
    if (part == u"board" || part == u"table") {
        return showTable(part == u"table");
    }
    m_wanted = OpportunityId{part.toLongLong()};
}

void OpportunitiesPage::lookAgain() {
    const int asked = ++m_asked;
    bringHome(this, m_desk.list({}), [this, asked](const Result<std::vector<Opportunity>>& found) {
        if (asked != m_asked) {
            return;
        }
        if (!found) {
            m_nothing->say(tr("The opportunities could not be read."), {});
            m_stack->setCurrentIndex(NothingShown);
            return;
        }
        take(*found);
    });
}

void OpportunitiesPage::take(std::vector<Opportunity> opportunities) {
    m_all = std::move(opportunities);
    const QString kind = m_kind->currentData().toString();
    const int status = m_status->currentData().toInt();
    std::vector<Opportunity> open;
    std::vector<Opportunity> wanted;
    std::vector<Opportunity> rows;
    for (const Opportunity& one : m_all) {
        if (one.open()) {
            open.push_back(one);
        }
        if (kind.isEmpty() || one.kind == kind) {
            wanted.push_back(one);
            if (status < 0 || static_cast<int>(one.status) == status) {
                rows.push_back(one);
            }
        }
    }
    const auto risks = std::count_if(open.begin(), open.end(), OpportunityWords::isRisk);
    const QString sums = OpportunityWords::sums(open);
    m_facts->setText(tr("%n open", nullptr, static_cast<int>(open.size())) +
                     (sums.isEmpty() ? QString() : QStringLiteral(" · ") + sums));
    m_risk->setText(tr("%n at risk", nullptr, static_cast<int>(risks)));
    m_risk->setVisible(risks > 0);
    m_board->setAll(wanted, ownToday());
    m_rows->setAll(std::move(rows), ownToday());
    if (m_wanted) {
        m_board->select(m_wanted);
        m_wanted = {};
    }
    if (m_all.empty()) {
        m_nothing->say(tr("No opportunities yet: they are found when mail comes in."), {});
    }
    m_stack->setCurrentIndex(m_all.empty() ? NothingShown : m_asTable ? TableShown : BoardShown);
    m_foot->setVisible(!m_all.empty());
    showChosen();
}

void OpportunitiesPage::showTable(bool table) {
    m_asTable = table;
    m_boardChoice->setKind(table ? ButtonKind::Flat : ButtonKind::Normal);
    m_tableChoice->setKind(table ? ButtonKind::Normal : ButtonKind::Flat);
    m_status->setVisible(table);
    if (m_stack->currentIndex() != NothingShown) {
        m_stack->setCurrentIndex(table ? TableShown : BoardShown);
    }
    setFocusProxy(table ? static_cast<QWidget*>(m_table) : m_board);
    showChosen();
}

const Opportunity* OpportunitiesPage::chosen() const {
    if (!m_asTable) {
        return m_board->current();
    }
    return m_rows->at(m_sorted->mapToSource(m_table->currentIndex()).row());
}

void OpportunitiesPage::showChosen() {
    if (m_foot) {
        m_foot->setOpportunity(chosen());
    }
}

bool OpportunitiesPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool ours = key->key() == Qt::Key_Y || key->key() == Qt::Key_N || key->key() == Qt::Key_V ||
                          key->key() == Qt::Key_E || key->key() == Qt::Key_Return;
        if (ours && key->modifiers() == Qt::NoModifier) {
            onKey(key->key());
            return true;
        }
    }
    return PlacePage::eventFilter(watched, event);
}

void OpportunitiesPage::onKey(int key) {
    const Opportunity* one = chosen();
    if (!one) {
        return;
    }
    switch (key) {
    case Qt::Key_Return:
        Q_EMIT threadAsked(one->thread);
        break;
    case Qt::Key_Y:
        follow(m_desk.accept(one->id), QStringLiteral("check"), tr("Took up the opportunity with %1.").arg(one->name));
        break;
    case Qt::Key_N:
        follow(m_desk.dismiss(one->id), QStringLiteral("x"), tr("Dismissed the opportunity with %1.").arg(one->name));
        break;
    case Qt::Key_V:
        askWhere();
        break;
    case Qt::Key_E:
        m_foot->editNextStep();
        break;
    default:
        break;
    }
}

void OpportunitiesPage::askWhere() {
    const Opportunity* one = chosen();
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("opportunityStages"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int stage = 0; stage < 5; ++stage) {
        const auto target = static_cast<OpportunityStage>(stage);
        QAction* action = menu->addAction(tr("&%1 %2").arg(stage + 1).arg(OpportunityWords::stage(target)));
        action->setEnabled(target != one->stage);
        connect(action, &QAction::triggered, this, [this, id = one->id, target] { move(id, target); });
    }
    const QWidget& button = *m_foot->moveButton();
    menu->popup(button.mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void OpportunitiesPage::move(OpportunityId id, OpportunityStage stage) {
    follow(m_desk.move(id, stage), QStringLiteral("kanban"), tr("Moved to %1.").arg(OpportunityWords::stage(stage)));
}

void OpportunitiesPage::write(const service::OpportunityEdit& edit) {
    if (const Opportunity* one = chosen()) {
        follow(m_desk.edit(one->id, edit), QStringLiteral("pencil"), tr("Saved."));
    }
}

void OpportunitiesPage::follow(const Deed& deed, const QString& icon, const QString& sentence) {
    bringHome(this, deed, [this, icon, sentence](const Result<service::OpportunityOutcome>& done) {
        if (!done) {
            Q_EMIT said({QStringLiteral("triangle-alert"), tr("That could not be saved."), {}});
            return;
        }
        Q_EMIT said({icon, sentence, done->change});
        lookAgain();
    });
}

}  // namespace kith::ui
