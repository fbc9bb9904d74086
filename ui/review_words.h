// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the review says: the question, why it is asked, the evidence, the numbers in its head.
#pragma once

#include "core/base/error.h"
#include "ui/review_item.h"

#include <QCoreApplication>
#include <QStringList>

namespace kith::ui {

struct ReviewWords {
    Q_DECLARE_TR_FUNCTIONS(kith::ui::ReviewWords)
public:
    /// "Is this one High?"
    static QString question(Priority suggested);
    /// "Between High and Medium: sent to you alone, but first mail from this sender. Your answer teaches Kith."
    static QString whyAsked(const Decision& decision, const Address& sender);
    /// The strongest reasons for the suggestion, in one line; what they quote is lit in the mail.
    static QString evidence(const Decision& decision);
    /// What speaks for an opportunity: the quoted words; empty where nothing is quoted.
    static QString opportunityEvidence(const Decision& decision);
    /// "to you and Lena Hoffmann · first mail from this sender"
    static QString recipients(const ReviewItem& item);
    /// "No other mail from jonas@orrin-marine.example", "12 mails from them, you answered 3"
    static QString history(const ReviewItem& item);
    /// "18 left · about 2 min · error budget 5 %"
    static QString head(const ReviewProgress& progress);
    static QString doneOf(const ReviewProgress& progress);
    /// "2 more from orrin-marine.example are judged High too"
    static QString alike(const ReviewItem& item, Priority suggested);
    static QString percent(double share);
    static QString problem(const Error& error);
};

}  // namespace kith::ui
