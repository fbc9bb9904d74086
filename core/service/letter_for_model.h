// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One stored message made ready to leave for a model: the author's own words, what the user keeps back taken out.
#pragma once

#include "core/service/privacy_book.h"
#include "core/triage/classifier.h"
#include "core/triage/redaction.h"

#include <optional>

namespace kith::service {

struct LetterForModel {
    triage::AskedLetter asked;
    triage::Redactor redactor;  ///< of what was taken out
    QByteArray textHash;        ///< hex, over what would be shown if nothing were kept back: equal mail, equal hash

    /// The answer with the words in place of their tokens.
    Result<triage::ModelAnswer> heard(Result<triage::ModelAnswer> answer) const;
};

/// Nothing where it may not leave.
Result<std::optional<LetterForModel>> letterForModel(Cellar& cellar, const PrivacyBook& privacy,
                                                     const Message& message);

}  // namespace kith::service
