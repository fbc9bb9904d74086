// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the list shows: the order of one list or search, without what just left, holding back arrivals while one reads.
#pragma once

#include "core/base/error.h"
#include "core/domain/inbox.h"

#include <QObject>
#include <QTimer>

#include <unordered_map>
#include <unordered_set>

namespace kith::ui {

class InboxDoor;
class MessageListModel;

class ListFeed : public QObject {
    Q_OBJECT
public:
    ListFeed(InboxDoor& inbox, MessageListModel& model, QObject* parent);

    void show(MailList list);
    void search(const QString& query);
    void leaveSearch();
    bool isSearching() const { return m_searching; }
    MailList list() const { return m_list; }
    /// A newer answer than the one that is shown is on its way.
    bool isCatchingUp() const { return m_askAgain; }
    int size() const { return static_cast<int>(m_shown.threads.size()); }

    /// While held, arrivals wait and nothing that stands in the list moves.
    void setHeld(bool held);
    void takeArrivals();
    /// The rows leave at once; they come back with unhide, or stay away once the house says so too.
    void hide(const std::vector<ThreadId>& threads);
    void unhide(const std::vector<ThreadId>& threads);
    /// The house has done it: the next answer decides.
    void release(const std::vector<ThreadId>& threads);
    /// Asks for the order again; settle also takes in what would be held back.
    enum class Arrivals { MayWait, Settle };
    void reload(Arrivals arrivals = Arrivals::MayWait);

Q_SIGNALS:
    void aboutToApply();
    /// The list shows what it should; first: for the first time since it was chosen.
    void applied(bool first);
    void arrivalsChanged(int count);
    void failed(const kith::Error& error);

private:
    void ask();
    void take(InboxOrder order, quint64 number);
    void apply(const InboxOrder& order);
    void applyKept();
    void setArrivals(int count);

    InboxDoor& m_inbox;
    MessageListModel& m_model;
    MailList m_list{MailList::Priority};
    bool m_searching{false};
    QString m_query;
    InboxOrder m_latest;
    InboxOrder m_shown;
    std::unordered_map<qint64, quint64> m_hidden;  ///< until the answer with this number; 0: until released
    QTimer m_again;
    bool m_underWay{false};
    bool m_askAgain{false};
    bool m_settle{false};
    bool m_first{true};
    bool m_held{false};
    quint64 m_asked{0};
    quint64 m_generation{0};
    int m_arrivals{0};
};

}  // namespace kith::ui
