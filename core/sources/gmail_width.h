// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How many calls at a time a mailbox bears: starts low, halves when Gmail complains, grows slowly. Any worker.
#pragma once

#include "core/base/clock.h"

#include <mutex>

namespace kith::sources {

class GmailWidth {
public:
    struct Bounds {
        int start{25};
        int most{50};
    };
    GmailWidth(const Clock& clock, Bounds bounds);

    int width() const;  ///< calls in flight, all requests together
    /// The most that one request may ask for, so that an answer stays small in memory.
    int mostForMemory() const;
    void served(int calls, qint64 bytes);
    /// sent: how many were in flight; refused: how many of them were told to come one by one.
    void refused(int sent, int refused);

private:
    const Clock& m_clock;
    const Bounds m_bounds;
    mutable std::mutex m_mutex;
    int m_width;
    int m_ceiling;   ///< what was refused once is not tried again for a while
    int m_clean{0};  ///< calls served since the last step
    Millis m_refusedAt{0};
    double m_meanBytes{0};
};

}  // namespace kith::sources
