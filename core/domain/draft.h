// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An answer that waits for the user.
#pragma once

#include "core/domain/address.h"
#include "core/domain/ids.h"

#include <QString>

#include <chrono>

namespace kith {

/// Proposed by Kith, edited by the user, approved, saved at the server; or put away, or overtaken by a newer message.
enum class DraftState { Proposed, Edited, Approved, Saved, Discarded, Outdated };

struct Draft {
    qint64 id{0};
    MessageId message;  ///< that it answers
    ThreadId thread;
    AccountId account;  ///< 0: mail from a file, nothing is saved at a server
    DraftState state{DraftState::Proposed};
    Address from;
    Addresses to;
    Addresses cc;
    QString subject;
    QString body;
    QString proposedBody;  ///< as it was written first
    QString model;         ///< "template" where none was asked
    QString promptVersion;
    QString note;             ///< what the user asked for when it was written again
    QString rfc822MessageId;  ///< our own, without brackets; stays whatever becomes of it
    QString remoteId;         ///< Gmail's draft
    QString remoteMessageId;
    QString reason;  ///< why it could not be saved; empty where nothing is wrong
    std::chrono::milliseconds madeAt{0};
    std::chrono::milliseconds changedAt{0};
    std::chrono::milliseconds savedAt{0};
    double costUsd{0};
};

}  // namespace kith
