// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One message a file: .eml, .emlx, a file of a Maildir or of an MH folder.
#pragma once

#include "core/intake/mail_archive.h"

namespace kith::intake {

struct MessageOrigin {
    QString source;
    QStringList flags;
    std::optional<std::chrono::milliseconds> fileDate;
    qint64 maxMessageBytes{0};
};

/// The file's bytes as a message; .emlx loses its count and its property list. Empty bytes are a Reject.
ArchiveItem messageItem(const QByteArray& file, const MessageOrigin& origin);
/// Reads the file; a Reject where that cannot be done or the file is too large.
ArchiveItem readMessageFile(const QString& path, const MessageOrigin& origin);
/// An archive of this one file.
std::unique_ptr<MailArchive> openMessageFile(const QString& path, const OpenOptions& options);

}  // namespace kith::intake
