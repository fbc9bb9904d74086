// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/list_pane.h"

#include "ui/bulk_bar.h"
#include "ui/empty_state.h"
#include "ui/house_door.h"
#include "ui/inbox_tabs.h"
#include "ui/list_feed.h"
#include "ui/list_words.h"
#include "ui/message_list_model.h"
#include "ui/message_list_view.h"
#include "ui/row_source_desk.h"
#include "ui/search_field.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int heirsAfter = 300;
constexpr int heirsBefore = 20;
constexpr int foreseen = 2;

}  // namespace

ListPane::ListPane(const Theme& theme, InboxDoor& inbox, QWidget* parent)
    : Pane(theme, Role::List, parent)
    , m_source(new RowSourceDesk(inbox, this))
    , m_model(new MessageListModel(*m_source, this))
    , m_feed(new ListFeed(inbox, *m_model, this)) {
    setObjectName(QStringLiteral("listPane"));
    build();
    connectFeed();
    connectView();
    connectSearch();
}

void ListPane::build() {
    m_header = new QStackedWidget(this);
    m_header->setFixedHeight(theme().scaled(48));
    m_tabs = new InboxTabs(theme(), m_header);
    m_header->addWidget(m_tabs);
    auto* titled = new Pane(theme(), Role::List, m_header);
    titled->setLines(Qt::BottomEdge);
    m_title = new TextLabel(theme(), titled, TextStyle::BodyStrong);
    m_title->setObjectName(QStringLiteral("listTitle"));
    auto* titleRow = new QHBoxLayout(titled);
    titleRow->setContentsMargins(space::two, 0, space::two, 0);
    titleRow->addWidget(m_title);
    m_header->addWidget(titled);
    auto* searching = new Pane(theme(), Role::List, m_header);
    searching->setLines(Qt::BottomEdge);
    m_search = new SearchField(theme(), searching);
    auto* searchRow = new QHBoxLayout(searching);
    searchRow->setContentsMargins(space::one, 0, space::one, 0);
    searchRow->addWidget(m_search);
    m_header->addWidget(searching);

    m_bulk = new BulkBar(theme(), m_header);
    m_header->addWidget(m_bulk);
    m_view = new MessageListView(theme(), this);
    m_view->setMessages(*m_model);
    m_empty = new EmptyState(theme(), this);
    m_body = new QStackedWidget(this);
    m_body->addWidget(m_view);
    m_body->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_body, 1);
    setFocusProxy(m_view);
}

void ListPane::connectFeed() {
    connect(m_feed, &ListFeed::aboutToApply, this, &ListPane::remember);
    connect(m_feed, &ListFeed::applied, this, &ListPane::settleFocus);
    connect(m_feed, &ListFeed::failed, this, [this] { showError(tr("The list could not be read.")); });
    connect(m_tabs, &InboxTabs::chosen, this, [this](MailList list) {
        show(list);
        Q_EMIT listChosen(list);
    });
    connect(m_empty, &EmptyState::acted, this, &ListPane::emptyActed);
    connect(m_model, &MessageListModel::checkedChanged, this, [this](int count) {
        m_bulk->setSelected(count, m_feed->size());
        showHeader();
    });
    connect(m_bulk, &BulkBar::cleared, this, [this] { selectAll(false); });
    connect(m_bulk, &BulkBar::allRequested, this, [this] { selectAll(true); });
}

void ListPane::connectView() {
    connect(m_view, &MessageListView::currentThreadChanged, this, [this](ThreadId thread) {
        if (!m_applying && thread) {
            setFocused(thread);
        }
    });
    connect(m_view, &MessageListView::opened, this, &ListPane::opened);
    connect(m_view, &MessageListView::zoneClicked, this, [this](RowZone zone, ThreadId thread) {
        if (zone == RowZone::NewPill) {
            m_feed->takeArrivals();
            settleFocus(false);
            m_view->verticalScrollBar()->setValue(0);
        } else {
            Q_EMIT zoneClicked(zone, thread);
        }
    });
}

void ListPane::connectSearch() {
    connect(m_search, &SearchField::asked, this, [this](const QString& query) {
        if (query.isEmpty()) {
            m_feed->leaveSearch();
        } else {
            m_feed->search(query);
        }
    });
    connect(m_search, &SearchField::left, this, &ListPane::leaveSearch);
    connect(m_search, &SearchField::entered, this, [this] {
        m_view->setFocus(Qt::ShortcutFocusReason);
        focusFirstWhenThere();
    });
}

void ListPane::show(MailList list) {
    m_search->clear();
    m_beforeSearch = {};
    const bool tab = ListWords::isTab(list);
    m_title->setText(ListWords::title(list));
    if (tab) {
        m_tabs->setCurrent(list);
    }
    m_searching = false;
    m_fresh = false;
    selectAll(false);
    setFocused({});
    m_feed->show(list);
    showHeader();
}

/// What is selected matters more than where one is; so nothing below moves when the bar comes.
void ListPane::showHeader() {
    if (!m_model->checked().empty()) {
        m_header->setCurrentWidget(m_bulk);
    } else if (m_searching) {
        m_header->setCurrentIndex(2);
    } else {
        m_header->setCurrentIndex(ListWords::isTab(m_feed->list()) ? 0 : 1);
    }
}

void ListPane::remember() {
    m_applying = true;
    m_heirs.clear();
    const int row = m_model->rowOf(m_focused);
    if (row < 0) {
        return;
    }
    const auto take = [&](int at) {
        if (const ThreadId thread = m_model->threadAt(at)) {
            m_heirs.push_back(thread);
        }
    };
    for (int at = row + 1; at < std::min(m_model->rowCount(), row + 1 + heirsAfter); ++at) {
        take(at);
    }
    for (int at = row - 1; at >= std::max(0, row - heirsBefore); --at) {
        take(at);
    }
}

/// After the list changed: the focus stays with its conversation, else goes to the next one below.
void ListPane::settleFocus(bool first) {
    m_applying = false;
    ThreadId target = m_focused;
    if (m_wanted && m_model->rowOf(m_wanted) >= 0) {
        target = std::exchange(m_wanted, {});
        m_wantFirst = false;
    } else if (m_focused && m_model->rowOf(m_focused) < 0) {
        const auto heir = std::find_if(m_heirs.begin(), m_heirs.end(),
                                       [this](ThreadId thread) { return m_model->rowOf(thread) >= 0; });
        target = heir == m_heirs.end() ? ThreadId{} : *heir;
    }
    m_fresh = m_fresh || !m_feed->isCatchingUp();
    if (!target && m_wantFirst && m_fresh && m_feed->size() > 0) {
        m_wantFirst = false;
        target = m_model->threadAt(m_model->threadAt(0) ? 0 : 1);
    }
    if (target && m_view->currentThread() != target) {
        m_view->setCurrentThread(target);
    } else if (!target) {
        m_applying = true;  // the view chooses a row of its own when the current one goes
        m_view->setCurrentIndex({});
        m_applying = false;
    }
    if (first && !target) {
        m_view->verticalScrollBar()->setValue(0);
    }
    setFocused(target);
    m_body->setCurrentIndex(m_feed->size() > 0 ? 0 : 1);
    if (m_feed->size() == 0) {
        showEmptiness();
    }
}

void ListPane::setFocused(ThreadId thread) {
    if (thread != m_focused) {
        m_focused = thread;
        m_feed->setHeld(bool(thread));
        Q_EMIT focusedChanged(thread);
    }
}

void ListPane::focusWhenThere(ThreadId thread) {
    if (m_fresh && m_model->rowOf(thread) >= 0) {
        m_view->setCurrentThread(thread);
        setFocused(thread);
    } else {
        m_wanted = thread;
    }
}

void ListPane::focusFirstWhenThere() {
    if (m_focused) {
        return;
    }
    m_wantFirst = true;
    if (m_fresh && m_feed->size() > 0) {
        settleFocus(false);
    }
}

void ListPane::catchUp() {
    if (!m_focused) {
        m_fresh = false;
        m_wantFirst = true;
    }
    m_feed->reload(m_focused ? ListFeed::Arrivals::MayWait : ListFeed::Arrivals::Settle);
}

void ListPane::unfocus() {
    m_wanted = {};
    m_wantFirst = false;
    m_applying = true;
    m_view->setCurrentIndex({});
    m_applying = false;
    setFocused({});
}

void ListPane::startSearch() {
    if (!m_searching) {
        m_searching = true;
        m_beforeSearch = m_focused;
        selectAll(false);
        showHeader();
    }
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ListPane::searchFor(const QString& query) {
    startSearch();
    m_search->setText(query);
    m_search->askNow();
}

void ListPane::leaveSearch() {
    if (!m_searching) {
        return;
    }
    m_searching = false;
    const ThreadId before = m_beforeSearch;
    const bool asked = m_feed->isSearching();
    m_search->clear();
    m_search->askNow();
    showHeader();
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (asked) {
        setFocused({});
        m_feed->leaveSearch();
        m_wanted = before;
    }
}

std::vector<ThreadId> ListPane::targets() const {
    std::vector<ThreadId> threads = m_model->checked();
    if (threads.empty() && m_focused) {
        threads.push_back(m_focused);
    }
    return threads;
}

void ListPane::selectAll(bool selected) {
    if (!selected) {
        m_model->clearChecked();
        return;
    }
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->threadAt(row)) {
            m_model->setData(m_model->index(row), Qt::Checked, Qt::CheckStateRole);
        }
    }
}

int ListPane::positionOf(ThreadId thread) const {
    const int row = m_model->rowOf(thread);
    const auto& sections = m_model->sectionRows();
    const auto labels = std::lower_bound(sections.begin(), sections.end(), row) - sections.begin();
    return row < 0 ? 0 : row - static_cast<int>(labels) + 1;
}

std::vector<ThreadId> ListPane::around(ThreadId thread) const {
    std::vector<ThreadId> neighbours;
    const int row = m_model->rowOf(thread);
    for (int at = row + 1; row >= 0 && at <= row + foreseen; ++at) {
        if (const ThreadId next = m_model->threadAt(at)) {
            neighbours.push_back(next);
        }
    }
    if (const ThreadId previous = m_model->threadAt(row - 1)) {
        neighbours.push_back(previous);
    }
    return neighbours;
}

void ListPane::showEmptiness() {
    if (m_feed->isSearching()) {
        m_empty->say(tr("No mail matches “%1”.").arg(m_search->text().trimmed()), tr("Clear the search"));
    } else {
        m_empty->say(ListWords::empty(m_feed->list()), ListWords::action(m_feed->list()));
    }
}

void ListPane::showError(const QString& sentence) {
    m_applying = false;
    m_empty->say(sentence, tr("Try again"));
    m_body->setCurrentIndex(1);
}

void ListPane::emptyActed() {
    if (m_feed->isSearching()) {
        leaveSearch();
    } else if (m_feed->size() > 0) {
        m_feed->reload();
    } else {
        const MailList next = m_feed->list() == MailList::Priority ? MailList::Other : MailList::Priority;
        show(next);
        Q_EMIT listChosen(next);
    }
}

}  // namespace kith::ui
