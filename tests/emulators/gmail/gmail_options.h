// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a Gmail emulator may be told about how it behaves, within what Gmail does.
#pragma once

#include "core/base/clock.h"

#include <QtGlobal>

namespace kith::emulator {

enum class UnitTable { Since2026, Legacy };

struct GmailOptions {
    quint64 seed{1};
    UnitTable table{UnitTable::Since2026};
    double unitsPerMinute{0};    ///< per mailbox, over a moving minute; 0: none
    int concurrent{0};           ///< calls of one mailbox at once; 0: none
    Millis callTime{0};          ///< how long a call counts as running, for concurrent; calls of one batch run at once
    bool shuffleBatches{false};  ///< the parts of a batch are carried out and answered in any order
    bool historyTellsLabelDeletion{true};  ///< labelsRemoved records when a label is deleted
    bool adviseByHeader{false};            ///< a Retry-After header beside the text that Google writes
};

}  // namespace kith::emulator
