// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The inbox as a list of conversations: what a row shows, in which lists it stands, in which order.
#pragma once

#include "core/domain/address.h"
#include "core/domain/ids.h"
#include "core/domain/priority.h"

#include <QString>

#include <chrono>
#include <vector>

namespace kith {

/// The lists of the window. Inbox tabs: Priority, RepliesOwed, Waiting, Other.
enum class MailList { Priority, RepliesOwed, Waiting, Other, Snoozed, Sent, Review, Starred, All };

/// How sure the decision is, and so how its mark is drawn: filled, outlined, dashed.
enum class Certainty { Sure, Unsure, InReview };

enum class ChipKind {
    Pricing,
    Demo,
    Partnership,
    Speaking,
    Publicity,
    Submission,
    Cancellation,
    DraftReady,
    InReview,
    AimedAtAssistant,
    Newsletter,
    Attachment,
    Snoozed,
    Label,
};

struct Chip {
    ChipKind kind{ChipKind::Label};
    QString text;  ///< only for Label and Snoozed; the others are worded by the window

    bool operator==(const Chip&) const = default;
};

/// One conversation as a row of the list.
struct InboxRow {
    ThreadId thread;
    MessageId message;  ///< the message that the row shows and decides by: the newest received one
    Address sender;     ///< its author; in Sent: the first recipient
    int messageCount{1};
    QString subject;
    QString snippet;
    std::chrono::milliseconds date{0};  ///< of the newest message
    bool unread{false};
    bool starred{false};
    int attachmentCount{0};
    Priority priority{Priority::Low};
    Certainty certainty{Certainty::Sure};
    DecidedBy decidedBy{DecidedBy::Local};
    double confidence{0};
    bool decided{false};  ///< false: not scored yet
    std::vector<Chip> chips;

    bool operator==(const InboxRow&) const = default;
};

/// A stretch of the list under one label: Critical and high, Medium, Low and very low; or one untitled stretch.
enum class SectionKind { CriticalAndHigh, Medium, LowAndVeryLow, Undecided, Plain };

struct InboxSection {
    SectionKind kind{SectionKind::Plain};
    int count{0};

    bool operator==(const InboxSection&) const = default;
};

/// The whole order of a list: 8 bytes a conversation; rows are fetched as they come into view.
struct InboxOrder {
    std::vector<ThreadId> threads;
    std::vector<InboxSection> sections;  ///< consecutive; the counts add up to threads.size()
};

struct ListCounts {
    int priority{0};
    int repliesOwed{0};
    int waiting{0};
    int other{0};
    int snoozed{0};
    int review{0};
    int unread{0};       ///< in the inbox
    int drafts{0};         ///< to approve
    int opportunities{0};  ///< open
    qint64 messages{0};    ///< in the workspace
};

}  // namespace kith
