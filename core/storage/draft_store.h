// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Drafts, one a message at most, whoever asks how often.
#pragma once

#include "core/domain/draft.h"
#include "core/domain/priority.h"
#include "core/storage/journal.h"

#include <optional>
#include <vector>

namespace kith::storage {

class DraftStore {
public:
    explicit DraftStore(Database& database)
        : m_database(database) {}

    Result<std::optional<Draft>> draft(qint64 id);
    Result<std::optional<Draft>> ofMessage(MessageId message);
    /// Newest first; states: empty for all.
    Result<std::vector<Draft>> list(const std::vector<DraftState>& states);
    /// What the server of this account is to be told of or asked about.
    Result<std::vector<Draft>> toSettle(AccountId account);
    /// Before a request: the server may have a draft of this meaning from here on. Not a change of the user's.
    Result<void> noteTried(qint64 id, const QString& what);
    /// Gives it an id. A second one for the same message is a Conflict when the change is committed.
    void add(ChangeWriter& change, Draft& draft);
    /// Everything but what it answers.
    void save(ChangeWriter& change, const Draft& draft);
    /// Critical messages of people that are the last word of their thread and have no draft; newest first.
    Result<std::vector<MessageId>> wanting(Priority least, int limit);
    /// Of these the ones that no task of drafting ahead knows yet, from the inbox and to the owner themselves.
    Result<std::vector<MessageId>> wantingAhead(Priority least, int limit);
    /// Drafts that a model wrote since then.
    Result<qint64> madeAhead(std::chrono::milliseconds since);
    /// What the user wants to go: of this account (0: any) and until then (0: ever), earliest first.
    Result<std::vector<Draft>> toSend(AccountId account, std::chrono::milliseconds until);
    Result<qint64> waitingCount();
    /// Open drafts whose thread went on after the message that they answer.
    Result<std::vector<qint64>> overtaken();

private:
    Database& m_database;
};

/// Stable words: proposed, edited, approved, saved, discarded, outdated, sent.
QString draftStateWord(DraftState state);
/// reply, reply-all, forward, new.
QString draftKindWord(DraftKind kind);

}  // namespace kith::storage
