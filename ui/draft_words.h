// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the page of drafts says: checks in a few words, states, origin.
#pragma once

#include "core/service/draft_view.h"

#include <QCoreApplication>

namespace kith::ui {

struct DraftCheckWords {
    QString sentence;  ///< "1 placeholder left"
    QString detail;    ///< "[date]"
};

struct DraftWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::DraftWords)

public:
    static DraftCheckWords check(const triage::DraftCheck& check);
    /// Whether the check is worth a line when it is good.
    static bool tellsWhenGood(const QString& name);
    static QString title(const Draft& draft);
    /// "Hermes-3 · prompt draft-1 · read this thread only"
    static QString origin(const Draft& draft);
    /// Above the foot, where it cannot simply be approved.
    static QString state(const Draft& draft);
    static QString promise(const Draft& draft);
    static QString name(const Address& who);
};

}  // namespace kith::ui
