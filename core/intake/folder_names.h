// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What file and folder names say about the mail in them: the mail folder's name, Maildir's flags and times.
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace kith::intake {

/// "Inbox" and "Sent" for the names that programs give these two; any other name as it is.
QString folderName(const QString& name);
/// From an mbox file's path, also "INBOX.mbox/mbox" and "a.zip!Takeout/Mail/Sent.mbox".
QString folderOfMbox(const QString& path);
/// From a folder's path below the one that was opened: "" is the Inbox, ".Work.Clients" is "Work/Clients".
QString folderOfMaildir(const QString& relativePath);
/// seen replied flagged trashed draft passed, from what follows ":2,".
QStringList maildirFlags(const QString& fileName);
std::optional<std::chrono::milliseconds> maildirTime(const QString& fileName);
/// The S= field of the name; -1 where there is none.
qint64 maildirSize(const QString& fileName);

}  // namespace kith::intake
