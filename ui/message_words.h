// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a row of the list says in words: the time column, section labels, the sentence for a screen reader.
#pragma once

#include "core/domain/inbox.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>

namespace kith::ui {

struct MessageWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::MessageWords)
public:
    /// 10:42 today, Mon within a week, 12 May this year, 12.05.24 before.
    static QString time(std::chrono::milliseconds date, QDate today);
    static QString sender(const InboxRow& row);
    static QString subject(const InboxRow& row);
    /// "Unread, priority 2 of 5, not sure, Ana Ruiz, Quote for 40 seats, 10:42, Draft ready"
    static QString spoken(const InboxRow& row, QDate today);
    static QString section(SectionKind kind);
};

}  // namespace kith::ui
