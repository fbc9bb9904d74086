// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What an empty list says, and what its title is.
#pragma once

#include "core/domain/inbox.h"

#include <QCoreApplication>
#include <QString>

namespace kith::ui {

struct ListWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::ListWords)
public:
    static QString title(MailList list);
    static QString empty(MailList list);
    /// The one thing to do then; empty: nothing.
    static QString action(MailList list);
    /// Stable, for what is remembered.
    static QString word(MailList list);
    static MailList fromWord(const QString& word);
    /// Whether it stands under the tabs of the inbox.
    static bool isTab(MailList list);
};

}  // namespace kith::ui
