// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Who becomes a contact by themselves, and the word that says why or why not.
#pragma once

#include "core/domain/message.h"

#include <QString>
#include <QStringList>

namespace kith::people {

/// What has passed between the owner and an address.
struct Dealings {
    int ownerWrote{0};     ///< messages of the owner to this address
    int ownerAnswered{0};  ///< messages from this address that the owner answered
    int mattered{0};       ///< messages from this address of high or critical priority
    int received{0};       ///< messages from this address
    BulkMarks bulk;        ///< of the newest message from this address
    QString subject;       ///< of the same message: automatic answers are known by it where headers are silent
};

/// Adjustable in the settings.
struct PersonRules {
    QStringList ownAddresses;
    bool growing{true};         ///< false: only `always` makes a contact
    bool writtenTo{true};       ///< whom the owner wrote to
    bool answered{true};        ///< whom the owner answered
    QStringList always;         ///< addresses or domains that become contacts whatever else holds
    QStringList never;          ///< addresses or domains that never do
    bool roleAddresses{false};  ///< do info@, sales@ … become contacts
    bool mattering{true};       ///< does mail that matters make its sender a contact without an answer
    bool wroteTwice{false};     ///< does a person's second letter make them a contact, unanswered
    int enough{1};              ///< how many letters to or answers to an address it takes
};

struct PersonDecision {
    bool becomesContact{false};
    /// owner-wrote, was-answered, mail-matters, wrote-twice, always | no-address, own-address, never, off, no-reply,
    /// bounce, list, bulk, auto-reply, role-address, no-dealings
    QString reason;
};

PersonDecision personDecision(const Address& address, const Dealings& dealings, const PersonRules& rules = {});

/// Is the local part that of a machine nobody reads (noreply, mailer-daemon, bounce+…)?
bool isNoReply(const QString& address);
/// Is the local part that of a function and not a person (info, sales, support, kontakt …)?
bool isRoleAddress(const QString& address);

}  // namespace kith::people
