// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An answer that waits for the user.
#pragma once

#include "core/domain/address.h"
#include "core/domain/ids.h"

#include <QString>

#include <chrono>

namespace kith {

/// Proposed by Kith, edited by the user, approved, saved at the server; or put away, or overtaken by a newer message;
/// at last sent.
enum class DraftState { Proposed, Edited, Approved, Saved, Discarded, Outdated, Sent };
enum class DraftKind { Reply, ReplyAll, Forward, New };

struct Draft {
    qint64 id{0};
    DraftKind kind{DraftKind::Reply};
    MessageId message;  ///< that it answers; 0: none
    ThreadId thread;
    AccountId account;  ///< 0: mail from a file, nothing is saved at a server
    DraftState state{DraftState::Proposed};
    Address from;
    Addresses to;
    Addresses cc;
    Addresses bcc;
    QString subject;
    QString body;
    QString proposedBody;  ///< as it was written first
    QString model;         ///< "template" where none was asked; empty: the user's own letter
    QString promptVersion;
    QString note;             ///< what the user asked for when it was written again
    QString rfc822MessageId;  ///< our own, without brackets; stays whatever becomes of it
    QString remoteId;         ///< Gmail's draft
    QString remoteMessageId;
    QString reason;  ///< why it could not be saved; empty where nothing is wrong
    std::chrono::milliseconds madeAt{0};
    std::chrono::milliseconds changedAt{0};
    std::chrono::milliseconds savedAt{0};
    std::chrono::milliseconds sendAt{0};  ///< when it is to go; 0: nobody asked to send it
    bool sendTried{false};                ///< a request to send it may have reached the server
    std::chrono::milliseconds sentAt{0};
    double costUsd{0};
};

}  // namespace kith
