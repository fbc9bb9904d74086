// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/order_shelf.h"

#include <algorithm>
#include <utility>

namespace kith::service {

namespace {

constexpr size_t kMovedOneByOne = 200;

SectionKind sectionOf(const storage::OrderEntry& entry) {
    return entry.priority < 0    ? SectionKind::Undecided
           : entry.priority >= 3 ? SectionKind::CriticalAndHigh
           : entry.priority == 2 ? SectionKind::Medium
                                 : SectionKind::LowAndVeryLow;
}

}  // namespace

void OrderShelf::note(const Changes& changes) {
    if (!changes.order && changes.threads.empty()) {
        return;
    }
    const std::lock_guard lock(m_mutex);
    m_touched.all = m_touched.all || changes.allRows || changes.threads.empty();
    m_touched.threads.insert(changes.threads.begin(), changes.threads.end());
}

OrderShelf::Touched OrderShelf::taken() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_touched, {false, {}});
}

Result<InboxOrder> OrderShelf::priorityOrder(Cellar& cellar) {
    const Touched touched = taken();
    const bool some = !touched.all && cellar.database->isSqlite() && touched.threads.size() <= kMovedOneByOne;
    const auto known = some ? move(cellar, touched.threads) : readAll(cellar);
    if (!known) {
        note({.order = true, .counts = false, .journal = false, .threads = {}});
        return known.error();
    }
    return order();
}

Result<void> OrderShelf::readAll(Cellar& cellar) {
    auto entries = cellar.inbox.priorityTab();
    if (!entries) {
        return entries.error();
    }
    m_entries = std::move(*entries);
    return {};
}

Result<void> OrderShelf::move(Cellar& cellar, const std::set<ThreadId>& threads) {
    if (threads.empty()) {
        return {};
    }
    std::vector<storage::OrderEntry> moved;
    for (const ThreadId thread : threads) {
        const auto entry = cellar.inbox.placeInPriorityTab(thread);
        if (!entry) {
            return entry.error();
        }
        if (*entry) {
            moved.push_back(**entry);
        }
    }
    std::erase_if(m_entries,
                  [&threads](const storage::OrderEntry& one) { return threads.contains(ThreadId{one.thread}); });
    for (const storage::OrderEntry& entry : moved) {
        m_entries.insert(std::lower_bound(m_entries.begin(), m_entries.end(), entry, storage::comesBefore), entry);
    }
    return {};
}

InboxOrder OrderShelf::order() const {
    InboxOrder order;
    order.threads.reserve(m_entries.size());
    for (const storage::OrderEntry& entry : m_entries) {
        order.threads.push_back({entry.thread});
        if (order.sections.empty() || order.sections.back().kind != sectionOf(entry)) {
            order.sections.push_back({sectionOf(entry), 0});
        }
        ++order.sections.back().count;
    }
    return order;
}

}  // namespace kith::service
