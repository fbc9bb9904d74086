// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A user's mail becomes the mail of an emulated mailbox: mbox, Maildir, single messages, archives of them.
#pragma once

#include "tests/emulators/gmail/mailbox.h"

#include "core/base/result.h"
#include "core/domain/address.h"

namespace kith::emulator {

struct SeedReport {
    qint64 messages{0};
    qint64 rejects{0};
};

/// Every message byte for byte, dated by its Date header, else the file, else its newest Received header. Labels from
/// X-Gmail-Labels, Maildir flags and folders, mbox Status; else INBOX, or SENT where it is from the mailbox's address.
Result<SeedReport> plantSeed(Mailbox& mailbox, const QString& path);

/// The address that most of the mail was delivered to: whose mailbox it looks like. Empty where nothing tells.
Result<QString> ownerOfSeed(const QString& path);

/// Everybody who wrote some of it, once, in the order of their first letter.
Result<std::vector<Address>> sendersOfSeed(const QString& path);

}  // namespace kith::emulator
