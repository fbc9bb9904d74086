// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What changed since the window last looked; several add up to one.
#pragma once

#include "core/domain/ids.h"

#include <set>

namespace kith::service {

struct Changes {
    bool order{false};  ///< rows came, went or moved in some list
    bool counts{false};
    bool journal{false};         ///< something can be undone or was undone
    std::set<ThreadId> threads;  ///< rows to read again; empty with order: any
    bool allRows{false};         ///< any row, although some are named: what was told together

    bool isEmpty() const { return !order && !counts && !journal && threads.empty(); }
    void add(const Changes& other) {
        const auto any = [](const Changes& one) { return one.allRows || (one.order && one.threads.empty()); };
        allRows = any(*this) || any(other);
        order = order || other.order;
        counts = counts || other.counts;
        journal = journal || other.journal;
        threads.insert(other.threads.begin(), other.threads.end());
    }
};

}  // namespace kith::service
