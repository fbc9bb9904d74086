// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the mailbox itself says about senders and threads: counted message by message, in time order.
#pragma once

#include "core/domain/address.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <chrono>
#include <deque>
#include <vector>

namespace kith::triage {

struct SenderHistory {
    int received{0};
    int sentTo{0};                           ///< owner's messages with this sender among the recipients
    int repliedTo{0};                        ///< their messages which the owner answered
    double medianReplyHours{-1};             ///< -1: never answered
    std::chrono::milliseconds firstSeen{0};  ///< 0: never
    std::chrono::milliseconds lastReceived{0};
    std::chrono::milliseconds lastSent{0};
    std::chrono::milliseconds lastReplied{0};
    int receivedUnanswered{0};  ///< in a row since the last answer
    int domainReceived{0};
    int domainSentTo{0};
    int domainRepliedTo{0};
    bool knownContact{false};     ///< filled by the caller from people
    bool openOpportunity{false};  ///< filled by the caller from people
};

struct ThreadState {
    int depth{0};  ///< messages seen before this one
    bool ownerWrote{false};
    bool ownerStarted{false};
    bool lastSpeakerOwner{false};
};

/// What the history needs to know of a message.
struct Passing {
    QString key;        ///< any stable id, e.g. Message-ID
    QString threadKey;  ///< conversation; empty: the normal form of the subject
    QString subject;
    Address from;
    QStringList recipients;  ///< To and Cc, addresses
    QStringList inReplyTo;   ///< keys
    std::chrono::milliseconds date{0};
};

/// "Re: AW: Fwd: Plan" and "plan" are one conversation.
QString normalSubject(const QString& subject);

class MailHistory {
public:
    SenderHistory sender(const QString& address) const;
    ThreadState thread(const Passing& message) const;

    void observeIncoming(const Passing& message);
    /// Keys of the incoming messages which this one answers: by In-Reply-To, else by sender and subject within 14 days.
    QStringList observeOutgoing(const Passing& message);

private:
    struct Waiting {
        QString key;
        QString sender;
        QString subject;
        std::chrono::milliseconds date{0};
    };
    struct Counts {
        SenderHistory history;
        std::vector<float> replyHours;  ///< sorted, at most 64
        std::deque<Waiting> waiting;    ///< unanswered, newest last, at most 32
    };
    void answered(Counts& sender, const Waiting& which, std::chrono::milliseconds at);
    QStringList matchAnswered(const Passing& message);
    QString conversation(const Passing& message) const;

    QHash<QString, Counts> m_senders;
    QHash<QString, SenderHistory> m_domains;
    QHash<QString, ThreadState> m_threads;
    QHash<QString, QString> m_waitingSender;  ///< message key → sender key
};

}  // namespace kith::triage
