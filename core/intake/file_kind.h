// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What a path holds, found out by its content; and one clear sentence where it is nothing to take in.
#pragma once

#include "core/base/result.h"

#include <QString>

namespace kith::intake {

enum class FileKind {
    Mbox,
    MailFolder,    ///< Maildir, MH folder or a folder of any of these
    Message,       ///< one .eml
    AppleMessage,  ///< one .emlx: a byte count, the message, a property list
    Zip,           ///< with mail in it
    Tar,           ///< packed or not, with mail in it
    Packed,        ///< an mbox or message in gzip, xz, bzip2 or zstd
    Csv,
    VCard,
};

QString kindName(FileKind kind);

/// Errors: NotFound (no such path), Denied (no rights), Malformed (empty), Unsupported (a PDF, a picture, a zip
/// or folder without mail, …). A zip whose end is missing is a Zip: its reader gives what is there.
Result<FileKind> fileKind(const QString& path);

}  // namespace kith::intake
