// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/sidebar.h"

#include "ui/app_mark.h"
#include "ui/avatar.h"
#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/nav_item.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

class SidebarMark : public QWidget {
public:
    SidebarMark(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme) {
        setFixedSize(24, 24);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintAppMark(painter, m_theme, rect());
    }

private:
    const Theme& m_theme;
};

}  // namespace

Sidebar::Sidebar(const Theme& theme, QWidget* parent)
    : Pane(theme, Role::Side, parent) {
    setObjectName(QStringLiteral("sidebar"));
    setAccessibleName(tr("Places"));
    build();
}

void Sidebar::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::one, 0, space::one, 12);
    column->setSpacing(0);
    buildTop(*column);
    for (const Place place : {Place::Review, Place::Inbox, Place::Snoozed, Place::Drafts, Place::Sent}) {
        addPlace(*column, place);
    }
    column->addSpacing(space::pane);
    for (const Place place :
         {Place::Contacts, Place::Opportunities, Place::Imports, Place::Rules, Place::Activity, Place::Insights}) {
        addPlace(*column, place);
    }
    column->addStretch();
    buildAccount(*column);
}

void Sidebar::buildTop(QVBoxLayout& column) {
    auto* top = new QHBoxLayout;
    top->setContentsMargins(space::one, space::one, 0, space::one);
    top->setSpacing(space::one);
    top->addWidget(new SidebarMark(theme(), this));
    auto* name = new TextLabel(theme(), this, TextStyle::LeadStrong);
    name->setText(QStringLiteral("Kith"));
    top->addWidget(name);
    top->addStretch();
    auto* write = new IconButton(theme(), this);
    write->setObjectName(QStringLiteral("writeButton"));
    write->setFace(PlaceWords::icon(Place::Write), PlaceWords::title(Place::Write), QKeySequence(Qt::Key_C));
    connect(write, &QAbstractButton::clicked, this, [this] { Q_EMIT chosen(Place::Write); });
    top->addWidget(write);
    column.addLayout(top);
    column.addSpacing(space::one);
    auto* search = new NavItem(theme(), QStringLiteral("search"), tr("Search"), this);
    search->setObjectName(QStringLiteral("navSearch"));
    search->setKey(QStringLiteral("/"));
    connect(search, &QAbstractButton::clicked, this, &Sidebar::searchAsked);
    column.addWidget(search);
    column.addSpacing(space::two);
}

NavItem* Sidebar::addPlace(QVBoxLayout& column, Place place) {
    auto* item = new NavItem(theme(), PlaceWords::icon(place), PlaceWords::title(place), this);
    item->setObjectName(QStringLiteral("nav") + QString::number(static_cast<int>(place)));
    item->setCheckable(true);
    connect(item, &QAbstractButton::clicked, this, [this, place, item] {
        item->setChecked(true);
        Q_EMIT chosen(place);
    });
    column.addWidget(item);
    m_items.insert(place, item);
    return item;
}

void Sidebar::buildAccount(QVBoxLayout& column) {
    auto* account = new QHBoxLayout;
    account->setContentsMargins(space::one, 0, 0, 0);
    m_avatar = new Avatar(theme(), this);
    m_avatar->setDiameter(24);
    account->addWidget(m_avatar);
    account->addSpacing(space::one);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_name = new ElidedLabel(theme(), this, TextStyle::BodyMedium, Role::Text);
    m_address = new ElidedLabel(theme(), this, TextStyle::Caption, Role::Text3);
    words->addWidget(m_name);
    words->addWidget(m_address);
    account->addLayout(words, 1);
    account->setSpacing(0);
    m_settings = new IconButton(theme(), this);
    m_settings->setObjectName(QStringLiteral("settingsButton"));
    m_settings->setFace(QStringLiteral("settings"), tr("Settings"));
    connect(m_settings, &QAbstractButton::clicked, this, &Sidebar::settingsAsked);
    account->addWidget(m_settings);
    column.addLayout(account);
    column.addSpacing(space::one);
    m_sync = new SyncLine(theme(), this);
    m_sync->setObjectName(QStringLiteral("syncLine"));
    connect(m_sync, &QAbstractButton::clicked, this, &Sidebar::syncClicked);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(space::one, 0, 0, 0);
    line->addWidget(m_sync, 1);
    column.addLayout(line);
}

void Sidebar::setCurrent(std::optional<Place> place) {
    for (auto item = m_items.begin(); item != m_items.end(); ++item) {
        item.value()->setChecked(place == item.key());
    }
}

void Sidebar::setCounts(const ListCounts& counts) {
    m_items[Place::Review]->setCount(counts.review);
    m_items[Place::Inbox]->setCount(counts.priority);
    m_items[Place::Snoozed]->setCount(counts.snoozed);
    m_items[Place::Drafts]->setCount(counts.drafts);
    m_items[Place::Opportunities]->setCount(counts.opportunities);
}

void Sidebar::setOwner(const QString& name, const QString& address) {
    m_ownerName = name;
    m_ownerAddress = address;
    showOwner();
}

void Sidebar::setAccounts(const QStringList& addresses) {
    m_accounts = addresses;
    showOwner();
}

void Sidebar::showOwner() {
    const QString address = m_ownerAddress.isEmpty() ? m_accounts.value(0) : m_ownerAddress;
    const bool known = !m_ownerName.isEmpty() || !address.isEmpty();
    m_avatar->setVisible(known);
    m_avatar->setPerson(m_ownerName.isEmpty() ? address : m_ownerName);
    m_name->setText(!m_ownerName.isEmpty() ? m_ownerName : address.isEmpty() ? tr("No account yet") : address);
    const QString below = m_ownerName.isEmpty() ? QString() : address;
    const int accounts = static_cast<int>(m_accounts.size());
    m_address->setText(accounts > 1 ? tr("%n account(s)", nullptr, accounts) : below);
    m_address->setVisible(!m_address->text().isEmpty());
    m_address->setToolTip(accounts > 1 ? m_accounts.join(QLatin1Char('\n')) : m_address->text());
}

void Sidebar::setSync(const SyncFace& face) {
    m_sync->setFace(face);
}

QWidget& Sidebar::syncLine() {
    return *m_sync;
}

QWidget& Sidebar::settingsButton() {
    return *m_settings;
}

}  // namespace kith::ui
