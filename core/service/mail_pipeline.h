// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An archive read on one thread and its letters parsed on the others, in order, with the place to go on from.
#pragma once

#include "core/base/error.h"
#include "core/base/ordered_pipeline.h"
#include "core/intake/mail_archive.h"
#include "core/service/prepared_letter.h"

#include <memory>
#include <stop_token>
#include <variant>

namespace kith::service {

/// One thing that came out of an archive, and where reading would go on after it.
struct ReadItem {
    std::variant<intake::RawMessage, intake::Reject, Error> what;
    QJsonObject position;
    intake::Progress progress;
};

struct PreparedItem {
    std::variant<PreparedLetter, intake::Reject, Error> what;
    QJsonObject position;
    intake::Progress progress;
};

using MailPipeline = OrderedPipeline<ReadItem, PreparedItem>;

/// The archive must outlive the pipeline; ask for the stop before destroying it.
std::unique_ptr<MailPipeline> mailPipeline(intake::MailArchive& archive, std::stop_token stop);

}  // namespace kith::service
