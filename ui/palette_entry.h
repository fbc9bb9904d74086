// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One thing that the palette can do or go to.
#pragma once

#include "core/domain/inbox.h"

#include <QKeySequence>
#include <QString>

#include <optional>
#include <vector>

namespace kith::ui {

enum class PaletteSection { Recent, Conversation, GoTo, Kith, Mail };

struct PaletteEntry {
    QString id;  ///< of the shortcut, or thread:ID
    PaletteSection section{PaletteSection::Kith};
    QString text;
    QString note;  ///< beside it, quieter
    QString icon;
    QKeySequence keys;
    QString impossible;            ///< why it cannot be done now; empty: it can
    std::optional<InboxRow> mail;  ///< shown with its mark
    std::vector<int> lit;          ///< places of text that were typed
};

}  // namespace kith::ui
