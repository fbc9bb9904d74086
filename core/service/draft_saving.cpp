// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/draft_saving.h"

#include "core/base/clock.h"
#include "core/mail/mime_parser.h"
#include "core/storage/remote_store.h"

#include <QCryptographicHash>

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

/// Two letters of one meaning go to the same people with the same words.
QString draftMeaning(const QByteArray& raw) {
    const Letter letter = mail::parseMime(raw);
    QStringList parts{letter.subject, letter.text.simplified(), letter.inReplyTo.join(u' '),
                      letter.references.join(u' ')};
    parts << addressKeys(letter.to) << QString() << addressKeys(letter.cc) << QString() << addressKeys(letter.bcc);
    const QByteArray hash = QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex();
    return u'?' + QString::fromLatin1(hash.left(32));
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

/// Nobody wrote in it since this computer made it.
bool isOurs(const Draft& draft, const mail::RemoteDraft& there, const QByteArray& raw) {
    return draft.remoteMessageId == there.message.id || draft.remoteMessageId == draftMeaning(raw);
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

/// Of several under one Message-ID the first made stays; every computer means the same one by that.
Result<std::optional<mail::RemoteDraft>> DraftSaving::theOne(const Draft& draft, std::stop_token stop) {
    auto there = m_mailbox.findDrafts(draft.rfc822MessageId, stop);
    if (!there) {
        return there.error();
    }
    const auto key = [](const mail::RemoteDraft& one) { return std::pair(one.message.id.size(), one.message.id); };
    std::sort(there->begin(), there->end(),
              [&](const mail::RemoteDraft& a, const mail::RemoteDraft& b) { return key(a) < key(b); });
    for (size_t i = 1; i < there->size(); ++i) {
        if (const auto gone = m_mailbox.deleteDraft((*there)[i].id, stop); !gone) {
            return gone.error();
        }
    }
    return there->empty() ? std::optional<mail::RemoteDraft>() : std::optional(there->front());
}

Result<mail::RemoteDraft> DraftSaving::made(Draft& draft, const QByteArray& bytes, std::stop_token stop) {
    const auto thread = remoteThread(draft);
    if (!thread) {
        return thread.error();
    }
    Error last;
    for (int tried = 0; tried < kSaveTries; ++tried) {
        if (tried > 0 && !m_clock.wait(kBetweenTries, stop)) {
            return Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}};
        }
        auto there = theOne(draft, stop);
        if (!there || *there) {
            return there ? Result<mail::RemoteDraft>(**there) : Result<mail::RemoteDraft>(there.error());
        }
        draft.remoteMessageId = draftMeaning(bytes);
        if (const auto noted = m_cellar.drafts.noteTried(draft.id, draft.remoteMessageId); !noted) {
            return noted.error();
        }
        const auto created = m_mailbox.createDraft(bytes, *thread, stop);
        if (created) {
            there = theOne(draft, stop);  // another computer may have made one between the look and the making
            return !there   ? Result<mail::RemoteDraft>(there.error())
                   : *there ? Result<mail::RemoteDraft>(**there)
                            : created;
        }
        if (!worthAnotherTry(created.error())) {
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

/// The server's draft, changed to ours where it is still what we saved there before.
Result<mail::RemoteMessage> DraftSaving::agreed(const Draft& draft, const mail::RemoteDraft& there,
                                                const QByteArray& bytes, std::stop_token stop) {
    auto read = m_mailbox.draftMessage(there.id, stop);
    const bool ours = read && isOurs(draft, there, read->raw);
    if (!ours || difference(bytes, read->raw).isEmpty()) {
        return read;
    }
    const auto changed = m_mailbox.updateDraft(there, bytes, stop);
    const auto marked = changed ? labelled(*changed, stop) : Result<void>(changed.error());
    return marked ? m_mailbox.draftMessage(there.id, stop) : Result<mail::RemoteMessage>(marked.error());
}

Result<Draft> DraftSaving::note(Draft draft, const Error& error) {
    if (draft.reason == error.detail) {
        return error;  // known already
    }
    draft.reason = error.detail;
    const auto done = store(draft, "draft.not-saved", QStringLiteral("Draft not saved"));
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
    const auto read = agreed(draft, *there, *bytes, stop);
    if (!read) {
        return note(std::move(draft), read.error());
    }
    if (const QString differs = difference(*bytes, read->raw); !differs.isEmpty()) {
        return note(std::move(draft),
                    {ErrorKind::Conflict, QStringLiteral("the draft at the server is another: %1").arg(differs),
                     QStringLiteral("Discard this one to keep what stands there.")});
    }
    draft.remoteId = there->id;
    draft.remoteMessageId = read->ref.id;
    draft.state = DraftState::Saved;
    draft.reason.clear();
    draft.savedAt = m_clock.now();
    const auto done = store(draft, "draft.saved", QStringLiteral("Draft saved in its thread"));
    return done ? Result<Draft>(std::move(draft)) : Result<Draft>(done.error());
}

/// Not approved now, and yet the server has it or may have it: put away it goes there too, unless somebody wrote in it;
/// taken up again it is known from here on.
Result<void> DraftSaving::settle(Draft draft, std::stop_token stop) {
    const bool away = draft.state == DraftState::Discarded;
    const auto there = m_mailbox.findDrafts(draft.rfc822MessageId, stop);
    if (!there) {
        return there.error();
    }
    std::optional<mail::RemoteDraft> kept;
    for (const mail::RemoteDraft& one : *there) {
        const auto read = m_mailbox.draftMessage(one.id, stop);
        if (!read && read.error().kind != ErrorKind::NotFound) {
            return read.error();
        }
        const bool ours = read && isOurs(draft, one, read->raw);
        if (const auto gone = ours && away ? m_mailbox.deleteDraft(one.id, stop) : Result<void>(); !gone) {
            return gone;
        }
        kept = ours && !away ? std::optional(one) : kept;
    }
    if (const auto single = theOne(draft, stop); !single) {
        return single.error();
    }
    draft.remoteId = kept ? kept->id : QString();
    draft.remoteMessageId = kept ? kept->message.id : QString();
    return store(draft, "draft.settled", QStringLiteral("Draft compared with the server"));
}

Result<void> DraftSaving::store(const Draft& draft, const char* kind, const QString& summary) {
    storage::ChangeWriter change(*m_cellar.database, {QLatin1String(kind),
                                                      QStringLiteral("local"),
                                                      QStringLiteral("draft:%1").arg(draft.id),
                                                      {},
                                                      summary,
                                                      {},
                                                      false});
    change.addContext(QStringLiteral("remote_id"), draft.remoteId);
    m_cellar.drafts.save(change, draft);
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

Result<int> DraftSaving::saveAll(AccountId account, std::stop_token stop) {
    const auto open = m_cellar.drafts.toSettle(account);
    if (!open) {
        return open.error();
    }
    int saved = 0;
    for (const Draft& draft : *open) {
        const bool approved = draft.state == DraftState::Approved;
        const auto known = approved ? save(draft, stop) : Result<Draft>(draft);
        const auto done = approved ? (known ? Result<void>() : Result<void>(known.error())) : settle(draft, stop);
        if (!done && (done.error().kind == ErrorKind::Unreachable || done.error().kind == ErrorKind::SignInNeeded ||
                      done.error().kind == ErrorKind::Cancelled)) {
            return done.error();
        }
        saved += done && approved ? 1 : 0;
    }
    return saved;
}

}  // namespace kith::service
