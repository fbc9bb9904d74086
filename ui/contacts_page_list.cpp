// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The left side of the contacts: search, order, filters, the list, and the ways from there.
#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/contacts_page.h"
#include "ui/elided_label.h"
#include "ui/empty_state.h"
#include "ui/people_model.h"
#include "ui/search_field.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int peopleWidth = 420;
constexpr int mostCompanies = 200;

}  // namespace

QWidget* ContactsPage::buildList() {
    auto* side = new Pane(theme(), Role::List, this);
    side->setLines(Qt::RightEdge);
    side->setFixedWidth(theme().scaled(peopleWidth));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(space::two, space::two, space::two, space::one);
    head->setSpacing(space::one);
    m_search = new SearchField(theme(), side);
    m_search->setObjectName(QStringLiteral("contactSearch"));
    m_search->setAccessibleName(tr("Search contacts"));
    m_search->setPlaceholderText(tr("Name, address, number, company"));
    head->addWidget(m_search);
    head->addLayout(buildFilters(side));
    column->addLayout(head);
    column->addWidget(new Hairline(theme(), side));
    m_list = new QListView(side);
    m_list->setObjectName(QStringLiteral("contactList"));
    m_list->setAccessibleName(tr("Contacts by name"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PersonDelegate(theme(), m_list));
    column->addWidget(m_list, 1);
    column->addWidget(new Hairline(theme(), side));
    column->addLayout(buildFoot(side));
    connect(m_search, &SearchField::asked, this, &ContactsPage::ask);
    connect(m_search, &SearchField::entered, this, [this] { m_list->setFocus(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid()) {
            open(index.data(PeopleModel::LineRole).value<service::PersonLine>().id);
        }
    });
    return side;
}

QLayout* ContactsPage::buildFilters(QWidget* side) {
    auto* rows = new QVBoxLayout;
    rows->setSpacing(space::one);
    auto* choices = new QHBoxLayout;
    choices->setSpacing(space::one);
    m_order = new QComboBox(side);
    m_order->setObjectName(QStringLiteral("contactOrder"));
    m_order->setAccessibleName(tr("Order of the contacts"));
    m_order->addItem(tr("By name"), false);
    m_order->addItem(tr("Last in touch first"), true);
    m_company = new QComboBox(side);
    m_company->setObjectName(QStringLiteral("contactCompany"));
    m_company->setAccessibleName(tr("Only people of this company"));
    m_company->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_company->addItem(tr("Every company"), QString());
    choices->addWidget(m_order);
    choices->addWidget(m_company, 1);
    rows->addLayout(choices);
    auto* line = new QHBoxLayout;
    m_count = new TextLabel(theme(), side, TextStyle::Caption, Role::Text3);
    m_count->setObjectName(QStringLiteral("contactCount"));
    line->addWidget(m_count, 1);
    m_disputed = new Button(theme(), side, ButtonKind::Quiet);
    m_disputed->setObjectName(QStringLiteral("onlyDisputed"));
    m_disputed->setCheckable(true);
    m_disputed->setText(tr("Sources disagree"));
    line->addWidget(m_disputed);
    rows->addLayout(line);
    connect(m_order, &QComboBox::activated, this, &ContactsPage::ask);
    connect(m_company, &QComboBox::activated, this, [this] {
        ask();
        if (const QString key = m_company->currentData().toString(); !key.isEmpty()) {
            showCompany(key);
        }
    });
    connect(m_disputed, &Button::toggled, this, &ContactsPage::ask);
    return rows;
}

QLayout* ContactsPage::buildFoot(QWidget* side) {
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::one, space::one, space::one, space::one);
    const auto button = [&](const char* name, const QString& text) {
        auto* made = new Button(theme(), side, ButtonKind::Quiet);
        made->setObjectName(QLatin1String(name));
        made->setText(text);
        foot->addWidget(made);
        return made;
    };
    auto* duplicates = button("findDuplicates", tr("Duplicates"));
    auto* relations = button("whoKnowsWhom", tr("Who knows whom"));
    foot->addStretch();
    auto* out = button("exportContacts", tr("Export"));
    auto* menu = new QMenu(out);
    menu->setObjectName(QStringLiteral("exportMenu"));
    menu->addAction(tr("As a table (CSV) …"), this, [this] { exportAs(service::ContactFile::Csv); });
    menu->addAction(tr("As vCards …"), this, [this] { exportAs(service::ContactFile::VCard); });
    connect(duplicates, &Button::clicked, this, &ContactsPage::showDuplicates);
    connect(relations, &Button::clicked, this, [this] { showRelations({}, {}); });
    connect(out, &Button::clicked, this,
            [out, menu] { menu->popup(out->mapToGlobal(QPoint(0, 0)) - QPoint(0, menu->sizeHint().height())); });
    return foot;
}

void ContactsPage::readCompanies() {
    bringHome(this, m_desk.companies(mostCompanies), [this](const Result<std::vector<service::CompanyLine>>& lines) {
        if (!lines) {
            return;
        }
        const QString chosen = m_company->currentData().toString();
        m_company->clear();
        m_company->addItem(tr("Every company"), QString());
        for (const service::CompanyLine& line : *lines) {
            m_company->addItem(tr("%1 (%2)").arg(line.name).arg(line.people), line.key);
        }
        m_company->setCurrentIndex(std::max(0, m_company->findData(chosen)));
    });
}

void ContactsPage::ask() {
    service::PeopleAsk wanted;
    wanted.search = m_search->text().size() >= SearchField::leastCharacters ? m_search->text() : QString();
    wanted.disputed = m_disputed->isChecked();
    wanted.recent = m_order->currentData().toBool();
    wanted.company = m_company->currentData().toString();
    m_model->ask(wanted);
}

void ContactsPage::count() {
    const int total = int(m_model->total());
    m_count->setText(tr("%n contacts", nullptr, total));
    const service::PeopleAsk& asked = m_model->asked();
    if (total == 0) {
        const bool all = asked.search.isEmpty() && !asked.disputed && asked.company.isEmpty();
        auto* column = freshColumn();
        auto* nobody = new EmptyState(theme(), m_detail->widget());
        nobody->setObjectName(QStringLiteral("noContacts"));
        nobody->say(all ? tr("Nobody yet. Whom you write to or answer becomes a contact by itself.")
                        : tr("Nobody fits."),
                    all ? tr("Import contacts") : tr("Show everybody"));
        connect(nobody, &EmptyState::acted, this, [this, all] {
            if (all) {
                Q_EMIT goAsked(Place::Imports);
                return;
            }
            m_search->clear();
            m_disputed->setChecked(false);
            m_company->setCurrentIndex(0);
            ask();
        });
        column->addWidget(nobody);
        column->addStretch();
        return;
    }
    int row = 0;  // after an answer the same person stays chosen
    for (int i = 0; m_current && i < m_model->rowCount(); ++i) {
        if (m_model->index(i).data(PeopleModel::LineRole).value<service::PersonLine>().id == m_current) {
            row = i;
        }
    }
    if (!m_list->currentIndex().isValid() && !m_elsewhere) {
        m_list->setCurrentIndex(m_model->index(row));
    }
}

}  // namespace kith::ui
