// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How long an account's sync rests after a cycle: jittered, growing with trouble, and what may wake it early.
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"

#include <random>

namespace kith::service {

/// Who may end a rest before its time; each includes those before it.
enum class SyncWaker { Nobody, Person, Action };

struct SyncPause {
    Millis length{0};
    SyncWaker waker{SyncWaker::Action};  ///< Action: a local change; Person: "sync now" and a new sign-in
};

class SyncPace {
public:
    explicit SyncPace(quint32 seed = std::random_device{}());
    /// All went well; the interval, give or take a tenth, so that many computers do not ask in step.
    SyncPause afterSuccess(std::chrono::seconds interval);
    /// Every kind of trouble has a pause that grows while it lasts, and never ends the sync.
    SyncPause afterTrouble(const Error& error, std::chrono::seconds interval);

private:
    Millis jittered(Millis length, double share);
    Millis grown(Millis first, Millis most);

    std::minstd_rand m_random;
    int m_troubles{0};
};

}  // namespace kith::service
