// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A letter as the rest of the house sees it.
#pragma once

#include "core/domain/address.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace kith {

enum class ZoneKind { Author, Greeting, Closing, Signature, Disclaimer, QuoteHeader, Quote };

/// A stretch of a message's text; start and end are code points of text, end exclusive.
struct Zone {
    ZoneKind kind{ZoneKind::Author};
    int start{0};
    int end{0};

    bool operator==(const Zone&) const = default;
};

struct Attachment {
    QString filename;     ///< sanitised base name; empty where the mail gives none
    QString contentType;  ///< lower case type/subtype
    QString disposition;  ///< attachment, inline or empty
    QString contentId;    ///< without angle brackets
    qint64 size{0};       ///< decoded bytes
    QByteArray sha256;    ///< hex, lower case, of the decoded bytes
    int part{0};          ///< depth-first number of the MIME part, for reading it out again
};

/// Something in the bytes that the RFCs do not allow, and what was made of it.
struct Defect {
    QString name;    ///< stable word, e.g. missing-boundary
    QString detail;  ///< for people
};

struct MailDate {
    std::chrono::milliseconds sinceEpoch{0};
    std::chrono::minutes offset{0};  ///< from UTC, as the sender wrote it
    enum class Origin { DateHeader, Received, File } origin{Origin::DateHeader};
};

/// Marks of bulk and automatic mail, read from the headers (RFC 2369, 2919, 3834).
struct BulkMarks {
    QString listId;
    QString listUnsubscribe;
    QString autoSubmitted;
    QString precedence;
    QString dkimDomain;  ///< d= of the first DKIM-Signature
    QString returnPath;  ///< address of Return-Path, empty for <>
    bool emptyReturnPath{false};
};

/// What RFC 5322 bytes say; made by mail/mime_parser, no storage behind it.
struct Letter {
    QString subject;
    Addresses from;
    std::optional<Address> sender;
    Addresses replyTo;
    Addresses to;
    Addresses cc;
    Addresses bcc;
    std::optional<MailDate> date;
    QString rfc822MessageId;  ///< without angle brackets; empty where the mail gives none
    QStringList inReplyTo;    ///< without angle brackets
    QStringList references;
    QStringList deliveredTo;  ///< Delivered-To, X-Original-To, Envelope-To: whose mailbox this is
    QString text;             ///< the readable text: the text part, else made from the HTML
    QString html;             ///< as sent, decoded; empty where there is none
    bool textIsFromHtml{false};
    QString unseenText;  ///< words that stood in the text in invisible characters, and were taken out of it
    std::vector<Attachment> attachments;
    BulkMarks bulk;
    QStringList labels;       ///< X-Gmail-Labels, X-Folder, X-Keywords as found
    QString status;           ///< mbox Status/X-Status letters (R, O, A, F, D …)
    std::vector<Zone> zones;  ///< of text; filled by mail/zones
    std::vector<Defect> defects;
};

/// A stored message: what lists, rules and the ranker look at. Bodies are read separately.
struct Message {
    MessageId id;
    ThreadId thread;
    AccountId account;
    QString rfc822MessageId;
    QStringList inReplyTo;
    QStringList references;
    QString subject;
    Address from;
    Addresses to;
    Addresses cc;
    Addresses replyTo;
    std::chrono::milliseconds date{0};
    std::chrono::minutes dateOffset{0};
    QString snippet;  ///< first words of the author's own text, at most 160 code points
    BulkMarks bulk;
    int attachmentCount{0};
    qint64 sizeBytes{0};
    bool fromOwner{false};  ///< sent by one of the owner's addresses
    bool unread{false};
    bool starred{false};
    std::chrono::milliseconds snoozedUntil{0};  ///< 0: not snoozed
    QStringList labels;  ///< system labels in Gmail's words (INBOX, SENT, UNREAD …) and the user's own
};

}  // namespace kith
