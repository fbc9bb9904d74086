// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the enrichment says in words: kinds of work, states, services.
#pragma once

#include "core/service/enrichment_desk.h"
#include "ui/palette_roles.h"

#include <QCoreApplication>

namespace kith::ui {

class EnrichmentWords {
    Q_DECLARE_TR_FUNCTIONS(EnrichmentWords)
public:
    static QString service(const QString& source);
    /// What leaves this computer when it is asked.
    static QString leaves(const QString& source);
    static QString kind(const QString& kind);
    static QString state(const Task& task);
    static Role stateRole(TaskState state);
    static QString progress(const service::EnrichmentStatus& status);
    static QString counts(const storage::TaskCounts& counts);
    static QString field(const QString& field);
};

}  // namespace kith::ui
