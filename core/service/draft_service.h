// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Drafts from proposal to approval. Every step is a change that can be undone; nothing here sends.
#pragma once

#include "core/service/draft_ground.h"
#include "core/service/draft_view.h"

#include <optional>
#include <stop_token>

namespace kith::service {

struct DraftWish {
    MessageId message;
    QString note;         ///< what is to be different this time
    bool again{false};    ///< write a draft that is there already anew
    bool unasked{false};  ///< Kith's own idea: not for suspicious mail
    DraftKind kind{DraftKind::Reply};
};

class DraftService {
public:
    DraftService(Cellar& cellar, Clock& clock)
        : m_cellar(cellar)
        , m_clock(clock) {}

    /// The draft that is there, or a new one. Nothing for suspicious mail where nobody asked. The user's privacy rules
    /// hold: of a thread that stays here the writer is told nothing, a template answers. A failed writer leaves
    /// everything as it was.
    Result<std::optional<Draft>> generate(const DraftWish& wish, triage::DraftWriter& writer,
                                          const triage::DraftWriter::OnWords& onWords, std::stop_token stop);
    /// A first draft inside another change, e.g. a rule's; the caller knows that there is none yet.
    Result<Draft> proposeInto(storage::ChangeWriter& change, const DraftWish& wish, triage::DraftWriter& writer);
    /// The user writes the answer: what lies ready, else an empty one.
    Result<Draft> begin(MessageId message, DraftKind kind);
    /// Critical messages that wait for an answer and have no draft.
    Result<std::vector<MessageId>> wanting(int limit);
    /// Drafts whose thread went on become outdated first. NotFound: no such draft, nor one of that message.
    Result<std::vector<Draft>> list(const std::vector<DraftState>& states);
    Result<Draft> find(const QString& word);
    Result<DraftView> view(qint64 id);
    /// Conflict: it is approved, put away or overtaken already.
    Result<Draft> edit(qint64 id, const DraftEdit& edit);
    /// Conflict too while a blocking check is not good and not named in acknowledged, or the text is empty. Approved
    /// again it stays as it is.
    Result<Draft> approve(qint64 id, const QStringList& acknowledged = {});
    Result<Draft> discard(qint64 id);
    /// Put away or approved by mistake: it waits again; what stands at the server is changed with the next approval.
    /// Conflict once it may have been sent.
    Result<Draft> reopen(qint64 id);
    /// A snippet by its name, filled in for this draft.
    Result<QString> filled(qint64 id, const QString& snippet);
    /// RFC 5322 bytes with the quoted original, for the server or for another mail program.
    Result<QByteArray> written(const Draft& draft);

private:
    /// Written, not kept; nothing for suspicious mail where nobody asked.
    Result<std::optional<Draft>> compose(const DraftWish& wish, std::optional<Draft> known, triage::DraftWriter& writer,
                                         const triage::DraftWriter::OnWords& onWords, std::stop_token stop);
    Result<Draft> open(qint64 id);
    Result<void> noteOvertaken();
    Result<Draft> change(Draft draft, const char* kind, const QString& summary, const QJsonObject& context = {});
    Result<Draft> fresh(const DraftWish& wish, const DraftMaterial& material, std::optional<Draft> known);
    Result<Draft> put(Draft draft, bool isNew, const storage::ChangeInfo& info);
    Result<void> learnTone(const Draft& draft);
    Result<void> mayApprove(const Draft& draft, const QStringList& acknowledged);

    Cellar& m_cellar;
    Clock& m_clock;
};

}  // namespace kith::service
