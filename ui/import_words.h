// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An import in words: how far, how fast, how long still, and what came of it.
#pragma once

#include "core/service/import_desk.h"

#include <QCoreApplication>

#include <chrono>

namespace kith::ui {

struct ImportWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::ImportWords)
public:
    /// "Reading mail.mbox · 4,120 messages · 830 a second · about 2 minutes left"
    static QString now(const service::ImportProgress& progress);
    /// "2 could not be read"; empty when all could.
    static QString rejects(const service::ImportProgress& progress);
    /// "Took in 4,118 messages, 12 were there already"
    static QString result(const service::ImportProgress& progress);
    /// "about 2 minutes left"
    static QString timeLeft(std::chrono::seconds left);
    /// Of 1000; -1: not known.
    static int permille(const service::ImportProgress& progress);
};

}  // namespace kith::ui
