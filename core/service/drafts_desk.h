// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Where the window reads drafts, changes them, and has them written, approved and put away. Nothing here sends.
#pragma once

#include "core/service/draft_view.h"

#include "core/base/result.h"

#include <QFuture>

#include <functional>
#include <vector>

namespace kith::service {

class DraftsDesk {
public:
    virtual ~DraftsDesk() = default;

    /// Those that wait: proposed and edited ones, and approved ones that could not be saved yet; newest first.
    virtual QFuture<Result<std::vector<Draft>>> waiting() = 0;
    virtual QFuture<Result<DraftView>> view(qint64 id) = 0;
    virtual QFuture<Result<Draft>> edit(qint64 id, const DraftEdit& edit) = 0;
    /// Approved, and at the server where the message has an account there; else it waits for the next sync.
    virtual QFuture<Result<Draft>> approve(qint64 id) = 0;
    virtual QFuture<Result<Draft>> discard(qint64 id) = 0;
    /// Takes the last approval or discarding of the user back, while the server does not have it.
    virtual QFuture<Result<Draft>> reopen(qint64 id) = 0;
    /// The answer to a message, anew where there is one. onWords: on the desk's thread, as the words come.
    virtual QFuture<Result<Draft>> write(MessageId message, const QString& note,
                                         const std::function<void(const QString&)>& onWords) = 0;
    virtual void stopWriting() = 0;
};

}  // namespace kith::service
