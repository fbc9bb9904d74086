// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A folder of mail: Maildir with its subfolders, MH, .eml files, mboxes and zips, all of them mixed.
#pragma once

#include "core/intake/mail_archive.h"

namespace kith::intake {

/// Newest first by the time in Maildir names or the files' own; an mbox stands where its own time puts it.
Result<std::unique_ptr<MailArchive>> openFolder(const QString& path, const OpenOptions& options);

}  // namespace kith::intake
