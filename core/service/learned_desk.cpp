// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/learned_desk.h"

#include "core/service/desk.h"
#include "core/service/triage_room.h"

namespace kith::service {

namespace {

/// The service, and suggestions as the marks of now make them.
Result<TriageService*> readyToTell(TriageRoom& room, storage::FeedbackState& looked) {
    const auto service = room.learned();
    const auto state = room.cellar().triage.feedbackState();
    if (!service || !state) {
        return !service ? service : Result<TriageService*>(state.error());
    }
    if (*state == looked) {
        return service;
    }
    if (const auto processed = processFeedback(room.cellar(), **service, room.clock()); !processed) {
        return processed.error();
    }
    looked = *state;
    return service;
}

Receipt receiptOf(const AppliedSuggestion& applied, const char* kind) {
    return {
        applied.change, QString::fromLatin1(kind), static_cast<int>(applied.rescored), applied.suggestion.keyword, {}};
}

}  // namespace

/// What it changed is told to the window; the marks are read anew before the next lesson.
template <class Work>
QFuture<Result<Receipt>> LearnedDesk::written(Work work) {
    return m_triage->ask([work = std::move(work), changed = m_changed, looked = m_looked](TriageRoom& room) {
        const auto service = room.learned();
        auto done = service ? work(room, **service) : Result<Receipt>(service.error());
        room.forgetMarks();
        *looked = {};
        if (done && changed) {
            changed({.order = true, .counts = true, .journal = true, .threads = {}});
        }
        return done;
    });
}

QFuture<Result<LearnedView>> LearnedDesk::view() {
    return m_triage->ask([looked = m_looked](TriageRoom& room) -> Result<LearnedView> {
        const auto service = readyToTell(room, *looked);
        return service ? readLearned(room.cellar(), **service) : Result<LearnedView>(service.error());
    });
}

QFuture<Result<std::vector<storage::StoredSuggestion>>> LearnedDesk::about(MessageId message) {
    return m_triage->ask(
        [message, looked = m_looked](TriageRoom& room) -> Result<std::vector<storage::StoredSuggestion>> {
            const auto service = readyToTell(room, *looked);
            return service ? suggestionsAbout(room.cellar(), **service, message)
                           : Result<std::vector<storage::StoredSuggestion>>(service.error());
        });
}

QFuture<Result<Receipt>> LearnedDesk::apply(qint64 suggestion) {
    return written([suggestion](TriageRoom& room, TriageService& service) -> Result<Receipt> {
        const auto applied = applySuggestion(room.cellar(), service, suggestion);
        return applied ? Result<Receipt>(receiptOf(*applied, "apply")) : Result<Receipt>(applied.error());
    });
}

QFuture<Result<Receipt>> LearnedDesk::revert(qint64 suggestion) {
    return written([suggestion](TriageRoom& room, TriageService&) -> Result<Receipt> {
        const auto reverted = revertSuggestion(room.cellar(), suggestion);
        return reverted ? Result<Receipt>(receiptOf(*reverted, "revert")) : Result<Receipt>(reverted.error());
    });
}

QFuture<Result<Receipt>> LearnedDesk::setAside(qint64 suggestion) {
    return written([suggestion](TriageRoom& room, TriageService&) -> Result<Receipt> {
        const auto aside = setSuggestionAside(room.cellar(), suggestion);
        return aside ? Result<Receipt>(receiptOf(*aside, "aside")) : Result<Receipt>(aside.error());
    });
}

QFuture<Result<Receipt>> LearnedDesk::changeRule(size_t index, const PreferenceRule& was,
                                                 const std::optional<PreferenceRule>& becomes) {
    return written([index, was, becomes](TriageRoom& room, TriageService& service) {
        return changePreference(room.cellar(), service, index, was, becomes);
    });
}

QFuture<Result<Receipt>> LearnedDesk::changeMark(FeedbackId id, std::optional<Priority> becomes) {
    return written([id, becomes](TriageRoom& room, TriageService& service) {
        return service::changeMark(room.cellar(), service, id, becomes);
    });
}

}  // namespace kith::service
