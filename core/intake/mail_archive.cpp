// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/mail_archive.h"

#include "core/intake/file_kind.h"
#include "core/intake/mail_folder.h"
#include "core/intake/mbox_reader.h"
#include "core/intake/message_file.h"
#include "core/intake/packed_archive.h"

namespace kith::intake {

Result<std::unique_ptr<MailArchive>> MailArchive::open(const QString& path, const OpenOptions& options) {
    const Result<FileKind> kind = fileKind(path);
    if (!kind) {
        return kind.error();
    }
    switch (*kind) {
    case FileKind::Mbox: {
        auto reader = MboxReader::openMbox(path, options);
        if (!reader) {
            return reader.error();
        }
        return std::unique_ptr<MailArchive>(std::move(*reader));
    }
    case FileKind::MailFolder:
        return openFolder(path, options);
    case FileKind::Message:
    case FileKind::AppleMessage:
        return openMessageFile(path, options);
    case FileKind::Zip:
        return openPacked(path, Content::Zip, options);
    case FileKind::Tar:
    case FileKind::Packed:
        return openPacked(path, Content::Compressed, options);
    case FileKind::Csv:
    case FileKind::VCard:
        break;
    }
    return Error{ErrorKind::Unsupported,
                 path + QStringLiteral(" is not mail: it is a table or address book (%1)").arg(intake::kindName(*kind)),
                 QStringLiteral("Import contacts from it instead.")};
}

}  // namespace kith::intake
