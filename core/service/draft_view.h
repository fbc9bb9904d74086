// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A draft as it is read before it is approved: beside its thread, with what must be looked at.
#pragma once

#include "core/domain/draft.h"
#include "core/triage/draft_checks.h"
#include "core/triage/draft_writer.h"

#include <optional>

namespace kith::service {

struct DraftView {
    Draft draft;
    QString answers;                           ///< Message-ID of the message that is answered
    QString subject;                           ///< of the thread
    std::vector<triage::ThreadLetter> thread;  ///< oldest first; the marks of report name them by index
    Addresses lastTo;                          ///< to whom the message that is answered went
    triage::DraftReport report;
};

/// What the user changes; what is left out stays.
struct DraftEdit {
    std::optional<Addresses> to{};
    std::optional<Addresses> cc{};
    std::optional<QString> subject{};
    std::optional<QString> body{};
};

}  // namespace kith::service
