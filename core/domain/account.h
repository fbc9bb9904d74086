// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An account at a mail service, how its sync stands, and the changes that wait to reach the server.
#pragma once

#include "core/domain/ids.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace kith {

enum class AccountState { Ready, SignInNeeded, Paused, Removing };

struct Account {
    AccountId id;
    QString kind;     ///< gmail, gmail-service
    QString address;  ///< as the server says it
    AccountState state{AccountState::Ready};
    QStringList scopes;         ///< granted
    QStringList missingScopes;  ///< asked for and refused by the person
    std::chrono::milliseconds tokenExpiresAt{0};
    std::chrono::milliseconds signedInAt{0};
    QString secret;      ///< name of its secret in the secret store
    QJsonObject detail;  ///< what the provider needs to open it again; no secrets

    // Per-account settings.
    bool writeLabels{true};  ///< Priority/* labels go out to the server
    std::chrono::seconds interval{60};
};

/// What a sync is doing, or how its last cycle ended.
enum class SyncPhase {
    Idle,
    Listing,
    Filling,
    Updating,
    Sending,
    Reconciling,
    People,
    Waiting,
    Offline,
    Failed,
    SignInNeeded
};

/// How complete the copy of a mailbox is. gaps: known on the server, not here yet.
struct Completeness {
    qint64 serverTotal{0};  ///< as the server said last
    qint64 localTotal{0};
    qint64 gaps{0};
    bool complete{false};
    std::chrono::milliseconds checkedAt{0};  ///< the last time that both sides were compared
};

/// For the screen: one account's sync, told at every step.
struct SyncStatus {
    AccountId account;
    QString address;
    SyncPhase phase{SyncPhase::Idle};
    Completeness completeness;
    std::chrono::milliseconds syncedAt{0};  ///< the end of the last cycle that went well; 0: none since the start
    qint64 todo{0};                         ///< messages still to fetch
    double messagesPerMinute{0};            ///< over the last minute of work
    double unitsPerMinute{0};               ///< the limit that is kept to; 0: none
    double messagesLimit{0};  ///< the same limit in messages a minute, by the way they are fetched; 0: none
    std::optional<std::chrono::milliseconds> remaining;  ///< honest: nothing where it is not known
    std::chrono::milliseconds retryAt{0};                ///< Waiting: when it goes on
    qint64 outgoing{0};                                  ///< changes that wait in the outbox
    qint64 peopleLeft{0};                                ///< People: addresses still to be looked at
    QString problem;                                     ///< one sentence, empty where all is well
    QString hint;
};

enum class SyncMode { Full, History, Reconcile };

/// The result of one cycle; see `sync` in the contract.
struct SyncReport {
    AccountId account;
    QString address;
    SyncMode mode{SyncMode::History};
    qint64 added{0};
    qint64 updated{0};
    qint64 deleted{0};
    qint64 requests{0};
    qint64 quotaUnits{0};
    qint64 throttled{0};
    qint64 retries{0};
    qint64 sent{0};     ///< outbox: changes that reached the server
    qint64 refused{0};  ///< … and those that it refused
    quint64 historyId{0};
    Completeness completeness;
    std::chrono::milliseconds took{0};
};

enum class OutboxState { Pending, Sending, Done, Refused, Withdrawn };

/// One message's labels on their way to the server: the difference between what the user wants and what is there.
struct OutboxEntry {
    qint64 id{0};
    AccountId account;
    MessageId message;
    QString remoteId;
    QStringList add;  ///< label names, Gmail's words for system labels
    QStringList remove;
    OutboxState state{OutboxState::Pending};
    int attempts{0};
    std::chrono::milliseconds at{0};  ///< of the user's action
    std::chrono::milliseconds nextAttempt{0};
    ChangeId change;  ///< the newest change that asked for it
    QString subject;  ///< for people
    QString reason;   ///< why it was refused or waits
};

}  // namespace kith
