// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Where the window reads drafts, changes them, and has them written, approved, put away, and sent where the user says
// so.
#pragma once

#include "core/service/draft_settings.h"
#include "core/service/draft_view.h"

#include "core/base/result.h"
#include "core/domain/writing.h"

#include <QFuture>

#include <functional>
#include <vector>

namespace kith::service {

/// How a letter is to go.
struct SendChoice {
    std::chrono::milliseconds at{0};  ///< 0: as soon as the time to take it back is over
    int remindDays{0};                ///< tell if nobody answers until then; 0: no
};

/// How the user writes.
struct WritingFacts {
    std::vector<ToneNote> tone;
    std::vector<Snippet> snippets;
};

class DraftsDesk {
public:
    virtual ~DraftsDesk() = default;

    /// Those that wait: proposed and edited ones, and approved ones that could not be saved yet; newest first.
    virtual QFuture<Result<std::vector<Draft>>> waiting() = 0;
    virtual QFuture<Result<DraftView>> view(qint64 id) = 0;
    virtual QFuture<Result<Draft>> edit(qint64 id, const DraftEdit& edit) = 0;
    /// Approved, and at the server where the message has an account there; else it waits for the next sync.
    /// acknowledged: names of blocking checks that the user looked at and finds right.
    virtual QFuture<Result<Draft>> approve(qint64 id, const QStringList& acknowledged) = 0;
    virtual QFuture<Result<Draft>> discard(qint64 id) = 0;
    /// Takes the last approval or discarding of the user back, while the server does not have it.
    virtual QFuture<Result<Draft>> reopen(qint64 id) = 0;
    /// The answer to a message, anew where there is one. onWords: on the desk's thread, as the words come.
    virtual QFuture<Result<Draft>> write(MessageId message, const QString& note,
                                         const std::function<void(const QString&)>& onWords) = 0;
    virtual void stopWriting() = 0;
    /// The user writes the answer: what lies ready, else an empty one.
    virtual QFuture<Result<Draft>> begin(MessageId message, DraftKind kind) = 0;

    /// Denied while the settings do not allow it. Conflict: it is not approved.
    virtual QFuture<Result<Draft>> send(qint64 id, const SendChoice& choice) = 0;
    virtual QFuture<Result<Draft>> holdBack(qint64 id) = 0;
    /// For another mail program: RFC 5322 bytes.
    virtual QFuture<Result<QByteArray>> letter(qint64 id) = 0;

    virtual QFuture<Result<DraftSettings>> settings() = 0;
    virtual QFuture<Result<void>> keep(const DraftSettings& settings) = 0;
    virtual QFuture<Result<WritingFacts>> writing() = 0;
    virtual QFuture<Result<void>> forgetTone(qint64 id) = 0;
    virtual QFuture<Result<void>> keepSnippet(const Snippet& snippet) = 0;
    virtual QFuture<Result<void>> removeSnippet(qint64 id) = 0;
    /// Its fields filled in for this draft.
    virtual QFuture<Result<QString>> filled(qint64 draft, const QString& snippet) = 0;
};

}  // namespace kith::service
