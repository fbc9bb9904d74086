// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/draft_saving.h"

#include "core/base/clock.h"
#include "core/mail/mime_parser.h"
#include "core/storage/remote_store.h"

#include <algorithm>
#include <array>

namespace kith::service {

namespace {

constexpr int kSaveTries = 4;
constexpr Millis kBetweenTries{1'500};

QStringList addressKeys(const Addresses& list) {
    QStringList keys;
    for (const Address& who : list) {
        keys << addressKey(who.address);
    }
    keys.sort();
    return keys;
}

QString withoutLineEnds(const QString& text) {
    return text.simplified();
}

/// Empty where the one says what the other does, in all that matters to who gets it; else what differs.
QString difference(const QByteArray& ours, const QByteArray& theirs) {
    const Letter one = mail::parseMime(ours);
    const Letter other = mail::parseMime(theirs);
    if (addressKeys(one.to) != addressKeys(other.to) || addressKeys(one.cc) != addressKeys(other.cc) ||
        addressKeys(one.bcc) != addressKeys(other.bcc)) {
        return QStringLiteral("the recipients differ");
    }
    if (one.subject != other.subject) {
        return QStringLiteral("the subject differs");
    }
    if (one.inReplyTo != other.inReplyTo || one.references != other.references) {
        return QStringLiteral("the thread differs");
    }
    return withoutLineEnds(one.text) == withoutLineEnds(other.text) ? QString() : QStringLiteral("the text differs");
}

bool worthAnotherTry(const Error& error) {
    return error.kind == ErrorKind::Unreachable || error.kind == ErrorKind::RateLimited ||
           error.kind == ErrorKind::Malformed;
}

}  // namespace

Result<QString> DraftSaving::remoteThread(const Draft& draft) {
    const auto links = storage::RemoteStore::linksOf(*m_cellar.database, draft.message);
    if (!links) {
        return links.error();
    }
    for (const storage::RemoteRow& link : *links) {
        if (link.account == draft.account) {
            return link.threadId;
        }
    }
    return links->empty() ? QString() : links->front().threadId;
}

Result<mail::RemoteDraft> DraftSaving::made(const Draft& draft, const QByteArray& bytes, std::stop_token stop) {
    const auto thread = remoteThread(draft);
    if (!thread) {
        return thread.error();
    }
    Error last;
    for (int tried = 0; tried < kSaveTries; ++tried) {
        if (tried > 0 && !m_clock.wait(kBetweenTries, stop)) {
            return Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}};
        }
        const auto there = m_mailbox.findDraft(draft.rfc822MessageId, stop);
        if (!there) {
            return there.error();
        }
        if (*there) {
            return **there;
        }
        auto created = m_mailbox.createDraft(bytes, *thread, stop);
        if (created || !worthAnotherTry(created.error())) {
            return created;
        }
        last = created.error();
    }
    return last;
}

Result<void> DraftSaving::labelled(const mail::RemoteDraft& there, std::stop_token stop) {
    const auto labels = m_mailbox.labels(stop);
    if (!labels) {
        return labels.error();
    }
    const auto known = std::find_if(labels->begin(), labels->end(), [](const mail::RemoteLabel& label) {
        return label.name.compare(kForReviewLabel, Qt::CaseInsensitive) == 0;
    });
    QString id = known != labels->end() ? known->id : QString();
    if (id.isEmpty()) {
        const auto made = m_mailbox.createLabel({{}, kForReviewLabel, false, {}, {}}, stop);
        if (!made) {
            return made.error();
        }
        id = made->id;
    }
    const std::array<QString, 1> ids{there.message.id};
    return m_mailbox.modify(ids, {{id}, {}}, stop);
}

Result<Draft> DraftSaving::note(Draft draft, const Error& error) {
    if (draft.reason == error.detail) {
        return error;  // known already
    }
    draft.reason = error.detail;
    storage::ChangeWriter change(*m_cellar.database, {QStringLiteral("draft.not-saved"),
                                                      QStringLiteral("local"),
                                                      QStringLiteral("draft:%1").arg(draft.id),
                                                      {},
                                                      QStringLiteral("Draft not saved"),
                                                      {},
                                                      false});
    m_cellar.drafts.save(change, draft);
    const auto done = change.commit();
    return done ? Result<Draft>(error) : Result<Draft>(done.error());
}

Result<Draft> DraftSaving::save(Draft draft, std::stop_token stop) {
    if (draft.state == DraftState::Saved) {
        return draft;
    }
    const auto bytes = m_drafts.written(draft);
    if (!bytes) {
        return bytes.error();
    }
    const auto there = made(draft, *bytes, stop);
    if (!there) {
        return note(std::move(draft), there.error());
    }
    if (const auto done = labelled(*there, stop); !done) {
        return note(std::move(draft), done.error());
    }
    const auto read = m_mailbox.draftMessage(there->id, stop);
    if (!read) {
        return note(std::move(draft), read.error());
    }
    draft.remoteId = there->id;
    draft.remoteMessageId = there->message.id;
    if (const QString differs = difference(*bytes, read->raw); !differs.isEmpty()) {
        return note(std::move(draft),
                    {ErrorKind::Conflict, QStringLiteral("the draft at the server is another: %1").arg(differs), {}});
    }
    draft.state = DraftState::Saved;
    draft.reason.clear();
    draft.savedAt = m_clock.now();
    storage::ChangeWriter change(*m_cellar.database, {QStringLiteral("draft.saved"),
                                                      QStringLiteral("local"),
                                                      QStringLiteral("draft:%1").arg(draft.id),
                                                      {},
                                                      QStringLiteral("Draft saved in its thread"),
                                                      {},
                                                      false});
    change.addContext(QStringLiteral("remote_id"), draft.remoteId);
    m_cellar.drafts.save(change, draft);
    const auto done = change.commit();
    return done ? Result<Draft>(std::move(draft)) : Result<Draft>(done.error());
}

Result<int> DraftSaving::saveAll(AccountId account, std::stop_token stop) {
    const auto approved = m_cellar.drafts.list({DraftState::Approved});
    if (!approved) {
        return approved.error();
    }
    int saved = 0;
    for (const Draft& draft : *approved) {
        if (draft.account != account) {
            continue;
        }
        const auto done = save(draft, stop);
        if (!done && (done.error().kind == ErrorKind::Unreachable || done.error().kind == ErrorKind::SignInNeeded ||
                      done.error().kind == ErrorKind::Cancelled)) {
            return done.error();
        }
        saved += done ? 1 : 0;
    }
    return saved;
}

}  // namespace kith::service
