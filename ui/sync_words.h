// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// How a sync stands, in words: the sync line, the bar of the first sync, and how complete the copy is.
#pragma once

#include "ui/account_view.h"
#include "ui/sync_line.h"

#include <QCoreApplication>
#include <QDateTime>

#include <optional>

namespace kith::ui {

struct SyncWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::SyncWords)
public:
    /// Of one account.
    static SyncFace face(const AccountView& view, const QDateTime& now);
    /// Of all: the state of the one that needs the user most, the messages of all together.
    static SyncFace face(const AccountViews& views, const QDateTime& now);
    /// Whether the first sync, or one after a long absence, is under way.
    static bool isFilling(const AccountView& view);
    /// "4,120 of 12,431 · 290 a minute · Google’s limit is 300 a minute · about 28 minutes left"; says nothing that is
    /// not known.
    static QString filling(const AccountView& view, const QDateTime& now);
    /// Of 1000; -1: not known.
    static int permille(const Completeness& completeness);
    /// What is wrong and what to do, as sentences; empty where all is well.
    static QString problem(const SyncStatus& status);
    /// "12,431 of 12,431"
    static QString count(const Completeness& completeness);
    /// "4 changes waiting"; empty when there are none.
    static QString waiting(qint64 outgoing);
    /// "10:42" today, "12 Nov, 10:42" else.
    static QString clock(std::chrono::milliseconds at, const QDateTime& now);
    /// "Google asks you to sign in again by 30 November."; empty where no end is set.
    static QString signInBy(const Account& account);
};

}  // namespace kith::ui
