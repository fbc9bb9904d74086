// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The middle of the window: tabs, title or search field, the bar for what is selected, and the list itself.
#pragma once

#include "core/domain/inbox.h"
#include "ui/message_delegate.h"
#include "ui/pane.h"

#include <vector>

class QStackedWidget;

namespace kith::ui {

class BulkBar;
class EmptyState;
class InboxDoor;
class InboxTabs;
class ListFeed;
class MessageListModel;
class MessageListView;
class RowSourceDesk;
class SearchField;
class TextLabel;

class ListPane : public Pane {
    Q_OBJECT
public:
    ListPane(const Theme& theme, InboxDoor& inbox, QWidget* parent);

    ListFeed& feed() { return *m_feed; }
    MessageListModel& model() { return *m_model; }
    MessageListView& view() { return *m_view; }
    InboxTabs& tabs() { return *m_tabs; }
    BulkBar& bulkBar() { return *m_bulk; }
    SearchField& searchField() { return *m_search; }

    /// The four lists of the inbox stand under tabs, the others under their title.
    void show(MailList list);
    /// Goes to this row as soon as it is there.
    void focusWhenThere(ThreadId thread);
    void focusFirstWhenThere();
    /// Reads the list again; the first row is read then, if none is.
    void catchUp();
    void startSearch();
    void searchFor(const QString& query);
    void leaveSearch();
    bool isSearching() const { return m_searching; }
    /// Nothing is read any more, and nothing that was wanted will be.
    void unfocus();
    ThreadId focused() const { return m_focused; }
    /// What an action is about: the selected rows, else the focused one.
    std::vector<ThreadId> targets() const;
    void selectAll(bool selected);
    /// 1 for the topmost conversation.
    int positionOf(ThreadId thread) const;
    std::vector<ThreadId> around(ThreadId thread) const;
    void showError(const QString& sentence);

Q_SIGNALS:
    void focusedChanged(kith::ThreadId thread);
    void opened(kith::ThreadId thread);
    void zoneClicked(kith::ui::RowZone zone, kith::ThreadId thread);
    void listChosen(kith::MailList list);

private:
    void build();
    void connectFeed();
    void connectView();
    void connectSearch();
    void remember();
    void settleFocus(bool first);
    void setFocused(ThreadId thread);
    void showHeader();
    void showEmptiness();
    void emptyActed();

    RowSourceDesk* m_source;
    MessageListModel* m_model;
    ListFeed* m_feed;
    QStackedWidget* m_header{nullptr};
    InboxTabs* m_tabs{nullptr};
    TextLabel* m_title{nullptr};
    SearchField* m_search{nullptr};
    BulkBar* m_bulk{nullptr};
    QStackedWidget* m_body{nullptr};
    MessageListView* m_view{nullptr};
    EmptyState* m_empty{nullptr};
    ThreadId m_focused;
    ThreadId m_wanted;
    ThreadId m_beforeSearch;
    bool m_wantFirst{false};
    bool m_fresh{false};  ///< what stands in the list belongs to the list that was chosen
    bool m_applying{false};
    bool m_searching{false};        ///< the field stands in the header
    std::vector<ThreadId> m_heirs;  ///< who takes the focus when its row goes, best first
};

}  // namespace kith::ui
