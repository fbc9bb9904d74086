// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/draft_return.h"

#include "core/base/clock.h"
#include "core/mail/mime_parser.h"

#include <QRegularExpression>

#include <algorithm>

namespace kith::service {

QString withoutQuotedOriginal(const QString& text) {
    static const QRegularExpression head(QStringLiteral("^[^>\\n][^\\n]*:[ \\t]*\\n(?:[ \\t]*\\n)?>"),
                                         QRegularExpression::MultilineOption);
    const auto match = head.match(text);
    return (match.hasMatch() ? text.left(match.capturedStart()) : text).trimmed() + u'\n';
}

Result<bool> DraftReturn::store(const Draft& draft, const char* kind, const QString& summary) {
    storage::ChangeWriter change(*m_cellar.database, {QLatin1String(kind),
                                                      QStringLiteral("remote"),
                                                      QStringLiteral("draft:%1").arg(draft.id),
                                                      {},
                                                      summary,
                                                      {},
                                                      false});
    m_cellar.drafts.save(change, draft);
    const auto done = change.commit();
    return done ? Result<bool>(true) : Result<bool>(done.error());
}

Result<bool> DraftReturn::changed(Draft draft, const mail::RemoteDraft& there, std::stop_token stop) {
    const auto read = m_mailbox.draftMessage(there.id, stop);
    if (!read) {
        return read.error().kind == ErrorKind::NotFound ? gone(std::move(draft), stop) : Result<bool>(read.error());
    }
    const Letter letter = mail::parseMime(read->raw);
    draft.body = withoutQuotedOriginal(letter.text);
    draft.subject = letter.subject;
    draft.to = letter.to;
    draft.cc = letter.cc;
    draft.bcc = letter.bcc;
    draft.remoteMessageId = read->ref.id;
    draft.changedAt = std::max(m_clock.now(), draft.changedAt + Millis(1));
    return store(draft, "draft.changed-there", QStringLiteral("Draft changed at the server"));
}

Result<bool> DraftReturn::gone(Draft draft, std::stop_token stop) {
    const auto sent = m_mailbox.findSent(draft.rfc822MessageId, stop);
    if (!sent) {
        return sent.error();
    }
    draft.remoteId.clear();
    draft.remoteMessageId = *sent ? (*sent)->id : QString();
    draft.sendAt = Millis{0};
    draft.changedAt = std::max(m_clock.now(), draft.changedAt + Millis(1));
    if (*sent) {
        draft.state = DraftState::Sent;
        draft.sentAt = m_clock.now();
        return store(draft, "draft.sent-there", QStringLiteral("Draft sent at the server"));
    }
    draft.state = DraftState::Discarded;
    return store(draft, "draft.deleted-there", QStringLiteral("Draft deleted at the server"));
}

Result<bool> DraftReturn::lookAt(const Draft& draft, const std::vector<mail::RemoteDraft>& there,
                                 std::stop_token stop) {
    const auto byId = [&](const mail::RemoteDraft& one) { return one.id == draft.remoteId; };
    auto found = std::find_if(there.begin(), there.end(), byId);
    if (found != there.end()) {
        return found->message.id == draft.remoteMessageId ? Result<bool>(false) : changed(draft, *found, stop);
    }
    const auto again = m_mailbox.findDrafts(draft.rfc822MessageId, stop);  // the listing may have more pages
    if (!again) {
        return again.error();
    }
    found = std::find_if(again->begin(), again->end(), byId);
    if (found == again->end()) {
        return gone(draft, stop);
    }
    return found->message.id == draft.remoteMessageId ? Result<bool>(false) : changed(draft, *found, stop);
}

Result<int> DraftReturn::look(AccountId account, std::stop_token stop) {
    auto saved = m_cellar.drafts.list({DraftState::Saved});
    if (!saved) {
        return saved.error();
    }
    std::erase_if(*saved, [&](const Draft& draft) { return draft.account != account || draft.sendTried; });
    if (saved->empty()) {
        return 0;
    }
    const auto there = m_mailbox.findDrafts({}, stop);
    if (!there) {
        return there.error();
    }
    int others = 0;
    for (const Draft& draft : *saved) {
        const auto other = lookAt(draft, *there, stop);
        if (!other) {
            return other.error();
        }
        others += *other ? 1 : 0;
    }
    return others;
}

}  // namespace kith::service
