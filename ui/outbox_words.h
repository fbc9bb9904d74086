// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A change on its way to the server, in words: what it does, how it stands, and what was refused.
#pragma once

#include "core/domain/account.h"
#include "ui/palette_roles.h"

#include <QCoreApplication>
#include <QDateTime>

namespace kith::ui {

struct OutboxWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::OutboxWords)
public:
    /// "Archive", "Label Customers", "Archive, label Customers"
    static QString deed(const OutboxEntry& entry);
    /// "Waiting", "Refused: the label is gone", "Done"
    static QString state(const OutboxEntry& entry, const QDateTime& now);
    static QString icon(OutboxState state);
    static Role role(OutboxState state);
    /// "Google refused 2 of 7: archive. The label is gone. They are back as they were."
    static QString refused(const std::vector<OutboxEntry>& refused, int of);
    /// "Google had changed the same conversation meanwhile …"
    static QString merged(const std::vector<OutboxEntry>& withdrawn);
};

}  // namespace kith::ui
