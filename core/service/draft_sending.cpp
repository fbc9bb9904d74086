// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/draft_sending.h"

#include "core/base/clock.h"
#include "core/service/reminder_book.h"

#include <algorithm>

namespace kith::service {

namespace {

constexpr std::chrono::hours kReminderDay{24};

bool waitsForTheServer(const Error& error) {
    return error.kind == ErrorKind::Unreachable || error.kind == ErrorKind::RateLimited ||
           error.kind == ErrorKind::SignInNeeded || error.kind == ErrorKind::Cancelled ||
           error.kind == ErrorKind::Malformed;
}

}  // namespace

Result<void> DraftSending::store(const Draft& draft, const char* kind, const QString& summary) {
    storage::ChangeWriter change(*m_cellar.database, {QLatin1String(kind),
                                                      QStringLiteral("user"),
                                                      QStringLiteral("draft:%1").arg(draft.id),
                                                      {},
                                                      summary,
                                                      {},
                                                      false});
    m_cellar.drafts.save(change, draft);
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

Result<Draft> DraftSending::ask(qint64 id, const SendWish& wish) {
    auto known = m_cellar.drafts.draft(id);
    if (!known || !*known) {
        return !known ? known.error() : Error{ErrorKind::NotFound, QStringLiteral("no such draft"), {}};
    }
    Draft draft = std::move(**known);
    if (draft.state == DraftState::Sent) {
        return draft;  // a second click sends nothing more
    }
    if (draft.state != DraftState::Approved && draft.state != DraftState::Saved) {
        return Error{ErrorKind::Conflict, QStringLiteral("the draft is %1").arg(storage::draftStateWord(draft.state)),
                     QStringLiteral("Approve it first.")};
    }
    if (draft.account.value == 0) {
        return Error{ErrorKind::Unsupported, QStringLiteral("there is no account to send it from"),
                     QStringLiteral("Hand it to another mail program.")};
    }
    draft.sendAt = std::max(wish.at, m_clock.now());
    draft.reason.clear();
    const auto stored = store(draft, "draft.send-asked", QStringLiteral("Send a letter"));
    if (!stored) {
        return stored.error();
    }
    if (wish.remindDays > 0) {
        const auto kept = ReminderBook(m_cellar, m_clock)
                              .add({.thread = draft.thread.value,
                                    .draft = draft.id,
                                    .since = draft.sendAt,
                                    .dueAt = draft.sendAt + kReminderDay * wish.remindDays});
        if (!kept) {
            return kept.error();
        }
    }
    return draft;
}

Result<Draft> DraftSending::holdBack(qint64 id) {
    auto known = m_cellar.drafts.draft(id);
    if (!known || !*known) {
        return !known ? known.error() : Error{ErrorKind::NotFound, QStringLiteral("no such draft"), {}};
    }
    Draft draft = std::move(**known);
    if (draft.sendTried || draft.state == DraftState::Sent) {
        return Error{ErrorKind::Conflict, QStringLiteral("it may be on its way already"), {}};
    }
    if (draft.sendAt.count() == 0) {
        return draft;
    }
    draft.sendAt = Millis{0};
    const auto stored = store(draft, "draft.held-back", QStringLiteral("Hold a letter back"));
    const auto quiet = stored ? ReminderBook(m_cellar, m_clock).dismissOf(draft.id) : stored;
    return quiet ? Result<Draft>(std::move(draft)) : Result<Draft>(quiet.error());
}

Result<std::optional<std::chrono::milliseconds>> DraftSending::nextDue() {
    const auto waiting = m_cellar.drafts.toSend({}, Millis{0});
    if (!waiting) {
        return waiting.error();
    }
    return waiting->empty() ? std::optional<Millis>() : std::optional(waiting->front().sendAt);
}

Result<int> DraftSending::sendDue(AccountId account, mail::RemoteMailbox& mailbox, std::stop_token stop) {
    const auto due = m_cellar.drafts.toSend(account, m_clock.now());
    if (!due) {
        return due.error();
    }
    int went = 0;
    for (const Draft& draft : *due) {
        const auto gone = sendOne(draft, mailbox, stop);
        if (!gone) {
            return gone.error();
        }
        went += *gone ? 1 : 0;
    }
    return went;
}

Result<bool> DraftSending::sent(Draft draft, const QString& remoteId) {
    draft.state = DraftState::Sent;
    draft.sentAt = m_clock.now();
    draft.sendAt = Millis{0};
    draft.sendTried = false;
    draft.remoteId.clear();
    draft.remoteMessageId = remoteId;
    draft.reason.clear();
    const auto stored = store(draft, "draft.sent", QStringLiteral("Letter sent"));
    return stored ? Result<bool>(true) : Result<bool>(stored.error());
}

/// It does not go; the user is told why.
Result<bool> DraftSending::stays(Draft draft, const QString& reason) {
    draft.sendAt = Millis{0};
    draft.reason = reason;
    const auto stored = store(draft, "draft.not-sent", QStringLiteral("Letter not sent"));
    return stored ? Result<bool>(false) : Result<bool>(stored.error());
}

Result<bool> DraftSending::sendOne(Draft draft, mail::RemoteMailbox& mailbox, std::stop_token stop) {
    if (draft.state == DraftState::Approved) {
        const auto saved = DraftSaving(m_cellar, m_clock, mailbox).save(draft, stop);
        if (!saved) {
            return waitsForTheServer(saved.error()) ? Result<bool>(saved.error())
                                                    : stays(std::move(draft), saved.error().detail);
        }
        draft = *saved;
    }
    if (draft.sendTried) {  // an answer was lost, or the process was
        const auto there = mailbox.findSent(draft.rfc822MessageId, stop);
        if (!there || *there) {
            return there ? sent(std::move(draft), (*there)->id) : Result<bool>(there.error());
        }
    }
    return tried(std::move(draft), mailbox, stop);
}

/// Sent by somebody else, or deleted; where the server does not say, it is not sent again.
Result<bool> DraftSending::missing(Draft draft, mail::RemoteMailbox& mailbox, std::stop_token stop) {
    const auto there = mailbox.findSent(draft.rfc822MessageId, stop);
    if (!there || *there) {
        return there ? sent(std::move(draft), (*there)->id) : Result<bool>(there.error());
    }
    return stays(std::move(draft), QStringLiteral("the draft is not at the server any more"));
}

Result<bool> DraftSending::tried(Draft draft, mail::RemoteMailbox& mailbox, std::stop_token stop) {
    const auto read = mailbox.draftMessage(draft.remoteId, stop);
    if (!read && read.error().kind == ErrorKind::NotFound) {
        return missing(std::move(draft), mailbox, stop);
    }
    if (!read) {
        return waitsForTheServer(read.error()) ? Result<bool>(read.error())
                                               : stays(std::move(draft), read.error().detail);
    }
    if (read->ref.id != draft.remoteMessageId) {
        return stays(std::move(draft), QStringLiteral("the draft was changed at the server: read it again"));
    }
    draft.sendTried = true;
    if (const auto noted = store(draft, "draft.sending", QStringLiteral("Letter on its way")); !noted) {
        return noted.error();
    }
    const auto gone = mailbox.sendDraft(draft.remoteId, stop);
    if (gone) {
        return sent(std::move(draft), gone->id);
    }
    if (gone.error().kind == ErrorKind::NotFound) {
        return missing(std::move(draft), mailbox, stop);  // somebody was quicker
    }
    if (waitsForTheServer(gone.error())) {
        return gone.error();
    }
    draft.sendTried = false;  // refused: nothing left
    return stays(std::move(draft), gone.error().detail);
}

}  // namespace kith::service
