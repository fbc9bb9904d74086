// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the reader and the context panel show of one conversation: plain values made by the desk.
#pragma once

#include "core/domain/decision.h"
#include "core/domain/inbox.h"
#include "core/domain/message.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kith::service {

/// One letter, ready to be shown: html is sanitised, nothing in it reaches the network.
struct LetterView {
    Message message;
    QString text;
    std::vector<Zone> zones;       ///< of text, code points
    QString safeHtml;              ///< empty: show text
    QStringList remoteImages;      ///< blocked addresses; shown only after the user asks
    int trackingPixels{0};         ///< of the remote images, those that nobody could see
    int blocked{0};                ///< scripts, forms and the like that were taken out
    QString hiddenText;            ///< text that a mail client would not have shown
    bool aimedAtAssistant{false};  ///< addresses an AI instead of the reader
    QStringList assistantPlaces;   ///< text, hidden, subject, sender, file-name, calendar
    int assistantStart{-1};        ///< code points of text; -1: elsewhere
    int assistantEnd{-1};
    std::vector<Attachment> attachments;
    QStringList spoofWarnings;  ///< stable words: reply-to-differs, name-is-address, punycode-domain …
};

struct Conversation {
    ThreadId thread;
    QString subject;
    std::vector<LetterView> letters;   ///< oldest first
    std::optional<Decision> decision;  ///< of the message that the row shows
    InboxRow row;
    QStringList labels;  ///< the user's own, by name
};

/// One field of a person as far as known, with where it comes from.
struct FactView {
    enum class Origin { User, Mail, Outside, Conflict };
    QString field;  ///< email, phone, job_title, company, name, url, address
    QString value;
    Origin origin{Origin::Mail};
    double confidence{0};
    MessageId source;  ///< the mail it was read from, where there is one
    int start{-1};     ///< code points of that mail's text
    int end{-1};
};

/// The person behind a message and what binds them to the owner.
struct SenderCard {
    Address address;
    QString title;
    QString company;
    std::vector<FactView> facts;
    int received{0};
    int sentTo{0};
    int answered{0};  ///< of received, by the owner
    std::chrono::milliseconds firstSeen{0};
    std::chrono::milliseconds lastReceived{0};
    std::chrono::milliseconds lastSent{0};
    bool ownerOwes{false};
    bool theyOwe{false};
    std::vector<int> perMonth;     ///< the last 12 months, oldest first, both directions
    std::vector<InboxRow> recent;  ///< other conversations with them
};

/// One message of the past, as a line of a list.
struct PastMessage {
    MessageId message;
    ThreadId thread;
    QString sender;
    QString subject;
    std::chrono::milliseconds date{0};
    bool answered{false};  ///< or starred: the owner took it for important
};

/// What a correction would change elsewhere, before it is saved.
struct FeedbackPreview {
    struct Scope {
        int messages{0};                       ///< past messages in the scope
        int agree{0};                          ///< of them, those whose treatment by the owner fits the new priority
        int change{0};                         ///< of them, those whose priority would change
        std::vector<PastMessage> disagreeing;  ///< newest first, at most 50
    };
    Scope sender, domain, similar;
};

/// A change that was made, for the toast and its Undo.
struct Receipt {
    ChangeId change;
    QString kind;           ///< archive, trash, star, unstar, read, unread, snooze, priority, undo, redo …
    int count{0};           ///< conversations touched
    QString what;           ///< summary of the change that was made or taken back, for logs and kithctl
    QStringList conflicts;  ///< what could not be done, one sentence each
};

}  // namespace kith::service
