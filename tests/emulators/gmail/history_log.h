// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What happened in a mailbox, record after record, as far back as the server remembers.
#pragma once

#include "tests/emulators/gmail/id_source.h"
#include "tests/emulators/gmail/label_book.h"

#include <span>
#include <vector>

namespace kith::emulator {

enum class ChangeKind : quint8 { MessageAdded, MessageDeleted, LabelAdded, LabelRemoved };

struct HistoryChange {
    ChangeKind kind{ChangeKind::MessageAdded};
    quint64 message{0};
    quint64 thread{0};
    LabelKeys labels;  ///< those that came or went
    LabelKeys after;   ///< all of the message's once it had happened
};

struct HistoryRecord {
    quint64 id{0};
    std::vector<HistoryChange> changes;
};

/// How history.list may misbehave within what Gmail allows.
struct HistoryKnobs {
    int emptyPages{0};       ///< so many pages without a record, each with a token, before the first record
    bool duplicates{false};  ///< records come a second time on the page after theirs, or on their own page again
    bool reorder{false};     ///< the records of a page come in any order
};

class HistoryLog {
public:
    explicit HistoryLog(IdSource& ids);

    /// The mailbox's now.
    quint64 current() const { return m_current; }
    /// The oldest start that is still answered.
    quint64 floor() const { return m_floor; }
    /// Moves now ahead, with a gap and without a record.
    quint64 advance();
    void add(quint64 id, HistoryChange change);
    /// Records strictly after this id, oldest first.
    std::span<const HistoryRecord> after(quint64 id) const;
    /// No cursor that was handed out until now is answered any more.
    void expire();
    /// Cursors below this one are answered no more.
    void expireBefore(quint64 id);
    void restore(quint64 current, quint64 floor, std::vector<HistoryRecord> records);

    HistoryKnobs knobs;

private:
    IdSource& m_ids;
    quint64 m_current{0};
    quint64 m_floor{0};
    std::vector<HistoryRecord> m_records;
};

}  // namespace kith::emulator
