// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a draft is written from and checked against: one thread, one card, and the names that must not slip in.
#pragma once

#include "core/mail/reply_head.h"
#include "core/service/cellar.h"
#include "core/service/privacy_book.h"
#include "core/triage/draft_checks.h"
#include "core/triage/draft_writer.h"

namespace kith::service {

struct DraftMaterial {
    Message answered;
    triage::DraftBrief brief;
    triage::DraftGround ground;
    mail::ReplyHead head;
    Addresses lastTo;
    bool suspicious{false};  ///< speaks to an assistant, in disguise, or nobody reads an answer: not drafted unasked
    triage::PrivacyLevel level{triage::PrivacyLevel::Full};  ///< the strictest of the letters that would be told
};

/// NotFound: no such message. Unsupported: the owner's addresses are not known, or nobody would get the answer.
Result<DraftMaterial> draftMaterial(Cellar& cellar, MessageId message, std::chrono::milliseconds now,
                                    DraftKind kind = DraftKind::Reply);

}  // namespace kith::service
