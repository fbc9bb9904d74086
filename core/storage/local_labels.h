// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A stored message's labels and flags as one set in a server's words, and changes of that set written back.
#pragma once

#include "core/storage/database.h"
#include "core/storage/label_merge.h"

#include <QMultiMap>

#include <vector>

namespace kith::storage {

struct LocalLabels {
    bool exists{false};
    LabelSet labels;  ///< UNREAD and STARRED too; snoozed: Kith/Snoozed in place of INBOX
    bool snoozed{false};
    bool imported{false};  ///< came in a file too
    ThreadId thread;
    QMultiMap<QString, qint64> rows;  ///< label rows by key
};

Result<LocalLabels> localLabels(Database& database, MessageId message);
/// Label rows that are compared as equal to this name; one as a rule.
Result<std::vector<qint64>> labelRows(Database& database, const QString& name);
/// One that is compared as equal, else a new one of this very name.
Result<qint64> labelRowFor(Database& database, const QString& name);
/// Past the journal: what the server said is no deed of the user. A message that comes back to the inbox is awake.
Result<void> changeLocalLabels(Database& database, MessageId message, const LabelChange& change);

}  // namespace kith::storage
