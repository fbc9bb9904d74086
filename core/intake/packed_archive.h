// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The mail in a zip (Google Takeout), a tar or a packed mbox, in the order in which it is stored.
#pragma once

#include "core/intake/content_sniff.h"
#include "core/intake/mail_archive.h"

namespace kith::intake {

Result<std::unique_ptr<MailArchive>> openPacked(const QString& path, Content content, const OpenOptions& options);

}  // namespace kith::intake
