// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A letter of the user's own becomes RFC 5322 bytes: headers encoded and folded, flowed text with an HTML form beside
// it, files.
#pragma once

#include "core/base/result.h"
#include "core/domain/message.h"

#include <QByteArray>

#include <chrono>
#include <vector>

namespace kith::mail {

struct OutgoingFile {
    QString name;
    QString contentType;  ///< empty: application/octet-stream
    QByteArray bytes;
};

struct OutgoingLetter {
    Address from;
    Addresses to;
    Addresses cc;
    Addresses bcc;  ///< written too: a draft keeps it, whoever sends takes it out
    QString subject;
    QString text;             ///< paragraphs of any width; lines that begin with ">" are quotes
    bool withHtml{true};      ///< the same as HTML beside it
    QString rfc822MessageId;  ///< without angle brackets
    QString inReplyTo;        ///< likewise; empty for a letter that begins a thread
    QStringList references;
    std::chrono::milliseconds date{0};
    std::chrono::minutes dateOffset{0};
    std::vector<OutgoingFile> files;
};

/// Lines end in CR LF. Malformed names what cannot be written: no sender, an address without a domain, a local part
/// beyond ASCII. Line ends in headers become spaces: no text of a model reaches another header.
Result<QByteArray> writeMime(const OutgoingLetter& letter);

/// RFC 3676: lines of at most 72 characters, soft ends with a space, quotes and lines that need it stuffed.
QString flowedText(const QString& text);
/// Paragraphs, line breaks and quotes as HTML; everything else is text.
QString htmlOfText(const QString& text);
/// Of the answer to this message: the same on every computer of the sender, so that two of them make one draft.
QString answerMessageId(const QString& answered, const QString& sender);
/// Fresh: "<random>@domain", the domain that of the sender.
QString newMessageId(const QString& sender);

}  // namespace kith::mail
