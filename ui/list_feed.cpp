// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/list_feed.h"

#include "ui/bring_home.h"
#include "ui/house_door.h"
#include "ui/message_list_model.h"

namespace kith::ui {

namespace {

/// An import reports twenty times a second; long lists are asked for less often.
constexpr int shortListPause = 100;
constexpr int longListPause = 1000;
constexpr size_t longList = 5000;

template <class Keep>
InboxOrder filteredOrder(const InboxOrder& order, Keep keep) {
    InboxOrder kept;
    kept.threads.reserve(order.threads.size());
    size_t at = 0;
    for (const InboxSection& section : order.sections) {
        InboxSection rest{section.kind, 0};
        for (int i = 0; i < section.count && at < order.threads.size(); ++i, ++at) {
            if (keep(order.threads[at])) {
                kept.threads.push_back(order.threads[at]);
                ++rest.count;
            }
        }
        if (rest.count > 0) {
            kept.sections.push_back(rest);
        }
    }
    return kept;
}

}  // namespace

ListFeed::ListFeed(InboxDoor& inbox, MessageListModel& model, QObject* parent)
    : QObject(parent)
    , m_inbox(inbox)
    , m_model(model) {
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ListFeed::ask);
}

void ListFeed::show(MailList list) {
    m_list = list;
    m_searching = false;
    ++m_generation;
    m_first = true;
    m_underWay = false;
    setArrivals(0);
    ask();
}

void ListFeed::search(const QString& query) {
    m_searching = true;
    m_query = query;
    ++m_generation;
    m_first = true;
    m_underWay = false;
    setArrivals(0);
    ask();
}

void ListFeed::leaveSearch() {
    if (m_searching) {
        show(m_list);
    }
}

void ListFeed::reload(Arrivals arrivals) {
    m_settle = m_settle || arrivals == Arrivals::Settle;
    if (m_underWay || m_again.isActive()) {
        m_askAgain = true;
        if (arrivals == Arrivals::Settle && m_again.isActive()) {
            m_again.start(0);
        }
        return;
    }
    ask();
}

void ListFeed::ask() {
    m_again.stop();
    m_underWay = true;
    m_askAgain = false;
    const quint64 number = ++m_asked;
    const auto answer = m_searching ? m_inbox.search(m_query) : m_inbox.order(m_list);
    bringHome(this, answer, [this, number, generation = m_generation](const auto& order) {
        if (generation != m_generation) {
            return;
        }
        m_underWay = false;
        if (order) {
            take(*order, number);
        } else {
            Q_EMIT failed(order.error());
        }
        if (m_askAgain) {
            m_again.start(m_settle ? 0 : m_latest.threads.size() > longList ? longListPause : shortListPause);
        }
    });
}

void ListFeed::take(InboxOrder order, quint64 number) {
    std::erase_if(m_hidden, [number](const auto& hidden) { return hidden.second != 0 && hidden.second <= number; });
    m_latest = std::move(order);
    const bool first = std::exchange(m_first, false);
    const bool settle = m_settle && !m_askAgain;
    if (settle) {
        m_settle = false;
    }
    if (first || settle || !m_held) {
        takeArrivals();
    } else {
        applyKept();
    }
    Q_EMIT applied(first);
}

void ListFeed::takeArrivals() {
    if (m_hidden.empty()) {
        apply(m_latest);
        setArrivals(0);
        return;
    }
    apply(filteredOrder(m_latest, [this](ThreadId thread) { return !m_hidden.contains(thread.value); }));
    setArrivals(0);
}

void ListFeed::applyKept() {
    std::unordered_set<qint64> latest;
    latest.reserve(m_latest.threads.size());
    for (const ThreadId thread : m_latest.threads) {
        latest.insert(thread.value);
    }
    apply(filteredOrder(
        m_shown, [&](ThreadId thread) { return latest.contains(thread.value) && !m_hidden.contains(thread.value); }));
    for (const auto& hidden : m_hidden) {
        latest.erase(hidden.first);
    }
    setArrivals(static_cast<int>(latest.size()) - static_cast<int>(m_shown.threads.size()));
}

void ListFeed::apply(const InboxOrder& order) {
    Q_EMIT aboutToApply();
    m_shown = order;
    m_model.setOrder(m_shown);
}

void ListFeed::setHeld(bool held) {
    m_held = held;
    if (!held && m_arrivals > 0) {
        takeArrivals();
        Q_EMIT applied(false);
    }
}

void ListFeed::hide(const std::vector<ThreadId>& threads) {
    for (const ThreadId thread : threads) {
        m_hidden[thread.value] = 0;
    }
    apply(filteredOrder(m_shown, [this](ThreadId thread) { return !m_hidden.contains(thread.value); }));
    Q_EMIT applied(false);
}

void ListFeed::unhide(const std::vector<ThreadId>& threads) {
    for (const ThreadId thread : threads) {
        m_hidden.erase(thread.value);
    }
    takeArrivals();
    Q_EMIT applied(false);
}

void ListFeed::release(const std::vector<ThreadId>& threads) {
    for (const ThreadId thread : threads) {
        if (const auto hidden = m_hidden.find(thread.value); hidden != m_hidden.end()) {
            hidden->second = m_asked + 1;
        }
    }
    reload();
}

void ListFeed::setArrivals(int count) {
    if (count != m_arrivals) {
        m_arrivals = count;
        m_model.setNewCount(count);
        Q_EMIT arrivalsChanged(count);
    }
}

}  // namespace kith::ui
