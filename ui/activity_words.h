// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What was done, by whom and why, in sentences.
#pragma once

#include "core/base/error.h"
#include "core/service/activity_desk.h"

#include <QCoreApplication>
#include <QDate>

namespace kith::ui {

struct ActivityWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::ActivityWords)
public:
    /// "Archived 3 conversations"
    static QString done(const service::ActivityEntry& entry);
    /// Who, and why it happened: "You", "Kith, because the time had come".
    static QString byWhom(const service::ActivityEntry& entry);
    static QString icon(const service::ActivityEntry& entry);
    /// For a screen reader: everything the row shows.
    static QString spoken(const service::ActivityEntry& entry, const QString& note, QDate today);
    /// After an undo: empty where all of it was taken back.
    static QString conflict(const service::Receipt& receipt);
    static QString problem(const Error& error);
    static QString verified(const service::LogReport& report);
};

}  // namespace kith::ui
