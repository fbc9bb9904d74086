// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The order of the priority list kept between questions: a few conversations that moved are put in their places without
// reading hundreds of thousands again.
#pragma once

#include "core/domain/inbox.h"
#include "core/service/cellar.h"
#include "core/service/changes.h"

#include <mutex>
#include <set>

namespace kith::service {

class OrderShelf {
public:
    /// From any thread, after a change was committed. Without names of conversations all is read again.
    void note(const Changes& changes);
    /// On the desk of reading. A team's database is read each time: others write it, too.
    Result<InboxOrder> priorityOrder(Cellar& cellar);

private:
    struct Touched {
        bool all{true};
        std::set<ThreadId> threads;
    };
    Touched taken();
    Result<void> readAll(Cellar& cellar);
    Result<void> move(Cellar& cellar, const std::set<ThreadId>& threads);
    InboxOrder order() const;

    std::mutex m_mutex;
    Touched m_touched;
    std::vector<storage::OrderEntry> m_entries;  ///< of the desk alone
};

}  // namespace kith::service
