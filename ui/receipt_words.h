// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What was done, in a sentence for the toast; what could not be done, in another.
#pragma once

#include "core/base/error.h"
#include "core/service/conversation.h"
#include "core/service/inbox_desk.h"

#include <QCoreApplication>

namespace kith::ui {

struct ReceiptWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::ReceiptWords)
public:
    /// "Archived 3 conversations"
    static QString done(service::MailAction action, int count);
    /// "Labelled 3 conversations Customers", "Moved 3 conversations to Customers"
    static QString labelled(const service::LabelChange& change, int count);
    static QString icon(service::MailAction action);
    /// "Couldn't archive 2 of 7", with the first reason.
    static QString partly(const service::Receipt& receipt, int asked);
    /// "Restored 3 conversations"; "Nothing to undo" where there was nothing.
    static QString undone(const service::Receipt& receipt);
    static QString redone(const service::Receipt& receipt);
    /// Why nothing was done again.
    static QString notRedone(const Error& error);
    /// What went wrong and what to do, for people.
    static QString problem(const Error& error);
};

}  // namespace kith::ui
