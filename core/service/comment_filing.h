// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Lets a model file the user's remarks into topics and sources, within the budget, each once; what it files counts in
// the next suggestions and can be taken back.
#pragma once

#include "core/service/letter_for_model.h"
#include "core/service/model_settings.h"
#include "core/triage/comment_prompt.h"

namespace kith::service {

struct FilingReport {
    qint64 read{0};   ///< remarks that were read, by a model or because they need none
    qint64 filed{0};  ///< entries that got topics or a source
    qint64 failed{0};
    double usd{0};
};

/// Errors as ModelScoring's end it; what was filed before stays. model: the one that reads remarks.
Result<FilingReport> fileComments(Cellar& cellar, const Clock& clock, triage::CommentFiler& filer, const QString& model,
                                  std::stop_token stop);
/// Whether there is anything to read.
Result<bool> hasUnreadComments(Cellar& cellar);

}  // namespace kith::service
