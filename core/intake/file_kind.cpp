// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/file_kind.h"

#include "core/intake/content_sniff.h"
#include "core/intake/packed_files.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace kith::intake {

namespace {

const QString& exportHint() {
    static const QString hint =
        QStringLiteral("Choose an mbox, a Maildir, .eml files, a folder of them or a Google Takeout .zip.");
    return hint;
}

Error notMail(const QString& path, const QString& what) {
    return {ErrorKind::Unsupported, path + QStringLiteral(" is not mail: it is ") + what, exportHint()};
}

bool isMailContent(Content content) {
    return content == Content::Mbox || content == Content::Message || content == Content::AppleMessage;
}

Result<FileKind> packedKind(const QString& path, Content content) {
    const Result<PackedLook> look = lookIntoPacked(path, content);
    if (!look) {
        return look.error();
    }
    if (!look->hasMail) {
        return Error{ErrorKind::Unsupported, path + QStringLiteral(" has no mail in it"), exportHint()};
    }
    if (content == Content::Zip) {
        return FileKind::Zip;
    }
    return look->isTar ? FileKind::Tar : FileKind::Packed;
}

Result<FileKind> kindOfFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::Denied, path + QStringLiteral(": ") + file.errorString(),
                     QStringLiteral("Check that you may read this file.")};
    }
    const QByteArray head = file.read(kSniffBytes);
    const std::string_view bytes(head.constData(), static_cast<std::size_t>(head.size()));
    const Content content = sniff(bytes);
    switch (content) {
    case Content::Empty:
        return Error{ErrorKind::Malformed, path + QStringLiteral(" is empty: there is nothing in it"), exportHint()};
    case Content::Mbox:
        return FileKind::Mbox;
    case Content::Message:
        return FileKind::Message;
    case Content::AppleMessage:
        return FileKind::AppleMessage;
    case Content::Csv:
        return FileKind::Csv;
    case Content::VCard:
        return FileKind::VCard;
    case Content::Zip:
    case Content::Tar:
    case Content::Compressed:
        return packedKind(path, content);
    case Content::Other:
        break;
    }
    return notMail(path, describeOther(bytes));
}

bool holdsMail(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray head = file.read(kSniffBytes);
    const Content content = sniff({head.constData(), static_cast<std::size_t>(head.size())});
    if (content == Content::Zip || content == Content::Tar || content == Content::Compressed) {
        const Result<PackedLook> look = lookIntoPacked(path, content);
        return look && look->hasMail;
    }
    return isMailContent(content);
}

Result<FileKind> kindOfFolder(const QString& path) {
    const QFileInfo info(path);
    if (!info.isReadable() || !info.isExecutable()) {
        return Error{ErrorKind::Denied, path + QStringLiteral(": no rights to look into this folder"),
                     QStringLiteral("Check that you may open this folder.")};
    }
    QDirIterator walk(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    bool any = false;
    while (walk.hasNext()) {
        any = true;
        if (holdsMail(walk.next())) {
            return FileKind::MailFolder;
        }
    }
    if (!any && QDir(path).exists(QStringLiteral("cur"))) {
        return FileKind::MailFolder;
    }
    if (!any) {
        return Error{ErrorKind::Malformed, path + QStringLiteral(" is empty: there is nothing in it"), exportHint()};
    }
    return Error{ErrorKind::Unsupported, path + QStringLiteral(" has no mail in it"), exportHint()};
}

}  // namespace

QString kindName(FileKind kind) {
    switch (kind) {
    case FileKind::Mbox:
        return QStringLiteral("mbox");
    case FileKind::MailFolder:
        return QStringLiteral("mail folder");
    case FileKind::Message:
    case FileKind::AppleMessage:
        return QStringLiteral("message");
    case FileKind::Zip:
        return QStringLiteral("zip");
    case FileKind::Tar:
        return QStringLiteral("tar");
    case FileKind::Packed:
        return QStringLiteral("packed mbox");
    case FileKind::Csv:
        return QStringLiteral("csv");
    case FileKind::VCard:
        return QStringLiteral("vcard");
    }
    return {};
}

Result<FileKind> fileKind(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists()) {
        return Error{ErrorKind::NotFound, path + QStringLiteral(": no such file or folder"),
                     QStringLiteral("Check the path; the file may have been moved.")};
    }
    if (info.isDir()) {
        return kindOfFolder(path);
    }
    if (!info.isFile()) {
        return notMail(path, QStringLiteral("neither a file nor a folder"));
    }
    return kindOfFile(path);
}

}  // namespace kith::intake
