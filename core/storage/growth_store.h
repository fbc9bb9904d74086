// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Which addresses wait to be looked at because mail passed, who of them could become a contact, and contacts that
// their mail has left.
#pragma once

#include "core/storage/correspondent_store.h"

namespace kith::storage {

/// An address with which something passed.
struct GrowthCandidate {
    Correspondent known;  ///< counted from the messages that are here now
    bool held{false};     ///< a contact has it already
    MessageId newest;     ///< from them; 0: they never wrote
    MessageId toThem;     ///< the owner's newest to them, looked up only where they never wrote
    QByteArray bulk;      ///< marks of their newest message, packed
    QString subject;      ///< of the same
    bool matters{false};  ///< a message of theirs in the inbox is of high or critical priority
};

/// Who an address is comes first, reading a contact's repeated signature after.
enum class GrowthStage { Who, Signature };

struct GrowthDue {
    QString address;  ///< addressKey
    qint64 since{0};  ///< the message that made it due
};

class GrowthStore {
public:
    explicit GrowthStore(Database& database)
        : m_database(database) {}

    /// Rows of work, in order of address.
    Result<std::vector<GrowthDue>> due(GrowthStage stage, int limit);
    Result<qint64> dueCount();
    /// Done with this stage; a row for which more mail came meanwhile stays as it is.
    Result<void> advance(const GrowthDue& done, bool toSignature);
    /// Everybody with whom something ever passed, after the rules changed.
    Result<void> dueAgain();
    /// Who is no contact yet and whose mail has come to matter.
    Result<void> dueForMattering();

    Result<GrowthCandidate> candidate(const QString& addressKey);
    /// Contacts that grew by themselves and of which nothing is known any more; in the caller's transaction.
    Result<qint64> removeLonely();
    /// Contacts that grew by themselves and stand.
    Result<qint64> grownCount();

private:
    Database& m_database;
};

}  // namespace kith::storage
