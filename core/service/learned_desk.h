// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The window's way to what was learned; may be called from the window's thread, answers come later.
#pragma once

#include "core/service/changes.h"
#include "core/service/learned_book.h"

#include <QFuture>

#include <functional>
#include <memory>

namespace kith::service {

template <class Subject>
class Desk;
class TriageRoom;

class LearnedDesk {
public:
    template <class T>
    using Answer = QFuture<Result<T>>;
    using Changed = std::function<void(const Changes&)>;

    LearnedDesk(Desk<TriageRoom>& triage, Changed changed)
        : m_triage(&triage)
        , m_changed(std::move(changed)) {}
    virtual ~LearnedDesk() = default;

    /// Looks for suggestions first where marks came or went.
    virtual Answer<LearnedView> view();
    /// Proposed suggestions that speak about this message.
    virtual Answer<std::vector<storage::StoredSuggestion>> about(MessageId message);
    virtual Answer<Receipt> apply(qint64 suggestion);
    virtual Answer<Receipt> revert(qint64 suggestion);
    /// Not now: it is not proposed again, and may still be applied.
    virtual Answer<Receipt> setAside(qint64 suggestion);
    virtual Answer<Receipt> changeRule(size_t index, const PreferenceRule& was,
                                       const std::optional<PreferenceRule>& becomes);
    virtual Answer<Receipt> changeMark(FeedbackId id, std::optional<Priority> becomes);

protected:
    LearnedDesk() = default;  ///< for those who answer everything themselves

private:
    template <class Work>
    Answer<Receipt> written(Work work);

    Desk<TriageRoom>* m_triage{nullptr};
    Changed m_changed;
    /// What suggestions were looked for in; only on the desk's thread.
    std::shared_ptr<storage::FeedbackState> m_looked{std::make_shared<storage::FeedbackState>()};
};

}  // namespace kith::service
