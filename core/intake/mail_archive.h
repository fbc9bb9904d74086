// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The mail that a user brings, whatever it is kept in, as a stream of raw messages with their places.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <variant>

namespace kith::intake {

/// One message as its bytes were before a mailbox was made of them (From_ line and quoting taken away).
struct RawMessage {
    QByteArray bytes;
    QString source;     ///< file path; inside an archive "a.zip!Takeout/Mail/All mail.mbox"
    qint64 offset{0};   ///< where the entry (its From_ line) starts in that file; 0 for single-message files
    qint64 length{0};   ///< bytes that the entry takes up in that file, from offset
    QStringList flags;  ///< folder name ("Inbox", "Sent", …), then seen replied flagged trashed draft passed new
    std::optional<std::chrono::milliseconds>
        fileDate;  ///< From_ line, Maildir name or mtime; a hint, not the Date header
};

/// Something that was there and could not be taken in; reading goes on after it.
struct Reject {
    QString source;
    qint64 offset{0};
    QString reason;
};

/// Nothing is left; next() goes on answering this.
struct EndOfArchive {};

using ArchiveItem = std::variant<RawMessage, Reject, EndOfArchive>;

/// seen() = messages + rejects: every item that next() handed out since this archive was opened.
struct Progress {
    qint64 bytesRead{0};   ///< of bytesTotal, counted over resumes too
    qint64 bytesTotal{0};  ///< on disk, so packed bytes for packed files
    qint64 messages{0};
    qint64 rejects{0};
    qint64 passedOver{0};  ///< files that are plainly no mail (pictures, indexes) in folders and archives
    qint64 seen() const { return messages + rejects; }
};

enum class ReadingOrder {
    NewestFirst,  ///< where the format allows; packed files are always read as stored
    AsStored,
};

struct OpenOptions {
    QJsonObject resumeFrom{};  ///< a position() of an earlier archive on the same path; empty: from the start
    ReadingOrder order{ReadingOrder::NewestFirst};  ///< a position keeps the order in which it was made
    qint64 maxMessageBytes{256LL << 20};            ///< anything larger becomes a Reject
};

/// Used from one thread at a time. Order and offsets are the same each time the same files are read.
class MailArchive {
public:
    virtual ~MailArchive() = default;

    /// What the path holds is found out by content, not by name. The errors are fileKind()'s.
    static Result<std::unique_ptr<MailArchive>> open(const QString& path, const OpenOptions& options = {});

    /// The next message, a reject, or the end. Error Cancelled: call again to go on. Malformed: the file
    /// breaks off here (detail names the place); all that could be read came before, the end comes next.
    virtual Result<ArchiveItem> next(std::stop_token stop) = 0;
    /// After what next() handed out last; survives a restart of the program. Opaque.
    virtual QJsonObject position() const = 0;
    virtual Progress progress() const = 0;
    /// "mbox", "mail folder", "message", "zip", "tar" or "packed mbox": for the log.
    virtual QString kindName() const = 0;
};

}  // namespace kith::intake
