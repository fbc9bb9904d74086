// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Reads an mbox file on disk, newest messages first, in constant memory, whatever quoting it was written with.
//
// Which way it reads: the dates of some messages spread over the file are looked at. Rising (most programs append):
// backwards from the end. Falling: forwards. Neither (an export, mailboxes put together): the newer end's last few
// hundred messages at once, then the whole file is scanned for From_ lines and Date headers (16 bytes a message)
// and the rest comes by date; files of 4 GB and more are read from their newer end instead. Files whose
// Content-Length headers hold are walked along those headers first, because their bodies may contain From_ lines.
#pragma once

#include "core/intake/mail_archive.h"

namespace kith::intake {

enum class MboxVariant {
    Mboxo,    ///< "From " is written ">From "
    Mboxrd,   ///< ">From " is written ">>From " as well, so that it can be taken back
    Mboxcl,   ///< as mboxo, with Content-Length
    Mboxcl2,  ///< Content-Length and nothing quoted
};

class MboxReader : public MailArchive {
public:
    /// The path must be an mbox file (see fileKind()). Conflict: the file changed since resumeFrom was made.
    static Result<std::unique_ptr<MboxReader>> openMbox(const QString& path, const OpenOptions& options = {});
    /// As far as the looked-at part of the file tells; Mboxo where nothing does.
    virtual MboxVariant variant() const = 0;
};

}  // namespace kith::intake
