// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The reasons of a decision in the user's language, and the part of each that is quoted evidence.
#pragma once

#include "core/domain/decision.h"

#include <QString>

namespace kith::ui {

struct ReasonText {
    QString sentence;  ///< whole, for screen readers and tooltips
    QString lead;      ///< what stands before the quote: "Asks"
    QString quote;     ///< the quoted words; empty where there are none
};

ReasonText reasonText(const Contribution& contribution);
/// For the list: the stored reason key with its arguments, as one short sentence.
QString reasonSentence(const QString& storedReason);

}  // namespace kith::ui
