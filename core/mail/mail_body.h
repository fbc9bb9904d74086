// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Which parts of a mail are its readable body and which are attachments (the rule of RFC 8621, 4.1.4).
#pragma once

#include "core/domain/message.h"
#include "core/mail/mime_tree.h"

namespace kith::mail {

struct MailBody {
    QString text;
    QString html;
    bool textIsFromHtml{false};
    QString unseen;  ///< words in invisible characters, taken out of the text
    std::vector<Attachment> attachments;
    std::vector<Defect> defects;
};

MailBody bodyOf(const MimeTree& tree);

}  // namespace kith::mail
