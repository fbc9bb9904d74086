// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/accounts_corner.h"
#include "ui/connect_page.h"
#include "ui/contact_import_page.h"
#include "ui/list_pane.h"
#include "ui/place_page.h"
#include "ui/work_page.h"

#include <QStackedWidget>

#include <algorithm>

namespace kith::ui {

void WorkPage::bringPages(const Looks& looks) {
    m_makers = placePages({m_theme, m_house, m_seams, looks});
}

PlacePage* WorkPage::page(Place place) {
    const auto made = m_own.find(place);
    if (made != m_own.end()) {
        return made->second;
    }
    const auto maker =
        std::find_if(m_makers.begin(), m_makers.end(), [place](const PageMaker& one) { return one.place == place; });
    if (maker == m_makers.end()) {
        return nullptr;
    }
    PlacePage* page = maker->make(m_pages);
    m_pages->addWidget(page);
    m_own.emplace(place, page);
    connect(page, &PlacePage::said, this, &WorkPage::said);
    connect(page, &PlacePage::goAsked, this, &WorkPage::go);
    connect(page, &PlacePage::threadAsked, this, &WorkPage::openThread);
    return page;
}

void WorkPage::openThread(ThreadId thread) {
    go(Place::Inbox);
    m_inbox->show(MailList::All);
    m_inbox->list().focusWhenThere(thread);
}

ShortcutContext WorkPage::keys() {
    if (m_own.contains(m_place)) {
        return m_own.at(m_place)->keys();
    }
    const bool forms = m_place == Place::ConnectGmail || m_place == Place::Accounts;
    return m_place == Place::Review ? ShortcutContext::Review : forms ? ShortcutContext::Start : ShortcutContext::Mail;
}

bool WorkPage::takeFiles(const QStringList& paths) {
    const bool table = paths.size() == 1 && ContactImportPage::isTable(paths.front());
    if (table && m_place != Place::Imports && page(Place::Imports) != nullptr) {
        go(Place::Imports);  // a table dropped anywhere
    }
    if (m_own.contains(m_place) && m_own.at(m_place)->takeFiles(paths)) {
        return true;
    }
    return paths.size() == 1 && m_place == Place::ConnectGmail && m_accounts->connectPage().takeFile(paths.front());
}

bool WorkPage::showOwnPage(Place place, const QString& part) {
    PlacePage* own = page(place);
    if (!own) {
        return false;
    }
    m_pages->setCurrentWidget(own);
    if (!part.isEmpty()) {
        own->show(part);
    }
    own->arrive();
    own->setFocus();
    return true;
}

}  // namespace kith::ui
