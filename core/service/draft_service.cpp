// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/draft_service.h"

#include "core/base/clock.h"
#include "core/domain/priority.h"
#include "core/mail/mime_writer.h"

#include <QDateTime>

namespace kith::service {

namespace {

bool stillOpen(DraftState state) {
    return state == DraftState::Proposed || state == DraftState::Edited;
}

QString draftEntity(const Draft& draft) {
    return QStringLiteral("draft:%1").arg(draft.id);
}

storage::ChangeInfo draftChange(const char* kind, const QString& entity, const QString& summary, const QString& actor) {
    return {QLatin1String(kind), actor, entity, {}, summary, {}, true};
}

}  // namespace

Result<Draft> DraftService::change(Draft draft, const char* kind, const QString& summary) {
    draft.changedAt = m_clock.now();
    storage::ChangeWriter change(*m_cellar.database,
                                 draftChange(kind, draftEntity(draft), summary, QStringLiteral("user")));
    m_cellar.drafts.save(change, draft);
    const auto done = change.commit();
    return done ? Result<Draft>(std::move(draft)) : Result<Draft>(done.error());
}

Result<std::optional<Draft>> DraftService::compose(const DraftWish& wish, std::optional<Draft> known,
                                                   triage::DraftWriter& writer,
                                                   const triage::DraftWriter::OnWords& onWords, std::stop_token stop) {
    auto material = draftMaterial(m_cellar, wish.message, m_clock.now());
    if (!material) {
        return material.error();
    }
    if (wish.unasked && material->suspicious) {
        return std::optional<Draft>{};
    }
    material->brief.note = wish.note;
    double cost = 0;
    auto words = writer.write(material->brief, onWords, stop, cost);
    if (!words) {
        return words.error();
    }
    const bool fresh = !known;
    Draft draft = known ? std::move(*known) : Draft{};
    draft.message = wish.message;
    draft.thread = material->answered.thread;
    draft.account = material->answered.account;
    draft.state = DraftState::Proposed;
    draft.from = material->head.from;
    draft.to = material->head.to;
    draft.cc = material->head.cc;
    draft.subject = material->head.subject;
    draft.body = draft.proposedBody = words->body;
    draft.model = words->model;
    draft.promptVersion = words->promptVersion;
    draft.note = wish.note;
    draft.costUsd += cost;
    draft.madeAt = fresh ? m_clock.now() : draft.madeAt;
    draft.changedAt = m_clock.now();
    draft.rfc822MessageId = fresh ? mail::newMessageId(draft.from.address) : draft.rfc822MessageId;
    return std::optional<Draft>(std::move(draft));
}

Result<std::optional<Draft>> DraftService::generate(const DraftWish& wish, triage::DraftWriter& writer,
                                                    const triage::DraftWriter::OnWords& onWords, std::stop_token stop) {
    auto known = m_cellar.drafts.ofMessage(wish.message);
    if (!known || (*known && !wish.again)) {
        return known;
    }
    if (*known && ((*known)->state == DraftState::Approved || (*known)->state == DraftState::Saved)) {
        return Error{ErrorKind::Conflict, QStringLiteral("the draft is approved already"), {}};
    }
    const bool fresh = !known->has_value();
    auto draft = compose(wish, std::move(*known), writer, onWords, stop);
    if (!draft || !*draft) {
        return draft;
    }
    storage::ChangeWriter change(
        *m_cellar.database, draftChange("draft.proposed", QStringLiteral("message:%1").arg(wish.message.value),
                                        QStringLiteral("Draft an answer"), QStringLiteral("model:") + (*draft)->model));
    if (fresh) {
        m_cellar.drafts.add(change, **draft);
    } else {
        m_cellar.drafts.save(change, **draft);
    }
    const auto done = change.commit();
    if (!done && fresh) {
        const auto other = m_cellar.drafts.ofMessage(wish.message);  // somebody was faster: theirs stands
        return other && *other ? other : Result<std::optional<Draft>>(done.error());
    }
    return done ? draft : Result<std::optional<Draft>>(done.error());
}

Result<Draft> DraftService::proposeInto(storage::ChangeWriter& change, const DraftWish& wish,
                                        triage::DraftWriter& writer) {
    auto draft = compose(wish, {}, writer, {}, {});
    if (!draft || !*draft) {
        return draft ? Error{ErrorKind::Unsupported, QStringLiteral("nothing is drafted unasked to this message"), {}}
                     : draft.error();
    }
    m_cellar.drafts.add(change, **draft);
    return change.error() ? Result<Draft>(*change.error()) : Result<Draft>(std::move(**draft));
}

Result<std::vector<MessageId>> DraftService::wanting(int limit) {
    return m_cellar.drafts.wanting(Priority::Critical, limit);
}

Result<void> DraftService::noteOvertaken() {
    const auto overtaken = m_cellar.drafts.overtaken();
    if (!overtaken || overtaken->empty()) {
        return overtaken ? Result<void>() : Result<void>(overtaken.error());
    }
    storage::ChangeWriter change(
        *m_cellar.database,
        draftChange("draft.outdated", {}, QStringLiteral("Drafts overtaken"), QStringLiteral("local")));
    for (const qint64 id : *overtaken) {
        auto draft = m_cellar.drafts.draft(id);
        if (!draft) {
            return draft.error();
        }
        if (*draft) {
            (*draft)->state = DraftState::Outdated;
            (*draft)->changedAt = m_clock.now();
            m_cellar.drafts.save(change, **draft);
        }
    }
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

Result<std::vector<Draft>> DraftService::list(const std::vector<DraftState>& states) {
    if (const auto noted = noteOvertaken(); !noted && noted.error().kind != ErrorKind::Denied) {
        return noted.error();
    }
    return m_cellar.drafts.list(states);
}

Result<Draft> DraftService::find(const QString& word) {
    bool number = false;
    const qint64 id = word.toLongLong(&number);
    if (number) {
        if (auto draft = m_cellar.drafts.draft(id); !draft || *draft) {
            return draft ? Result<Draft>(**draft) : Result<Draft>(draft.error());
        }
    }
    QString bare = word.trimmed();
    bare = bare.startsWith(u'<') && bare.endsWith(u'>') ? bare.mid(1, bare.size() - 2) : bare;
    const auto messages = m_cellar.messages.withMessageId(bare);
    const MessageId message = messages && !messages->empty() ? messages->front() : MessageId{number ? id : 0};
    auto draft = m_cellar.drafts.ofMessage(message);
    if (!draft) {
        return draft.error();
    }
    return *draft ? Result<Draft>(**draft)
                  : Result<Draft>(Error{ErrorKind::NotFound, QStringLiteral("no draft %1").arg(word), {}});
}

Result<DraftView> DraftService::view(qint64 id) {
    auto draft = m_cellar.drafts.draft(id);
    if (!draft || !*draft) {
        return !draft ? draft.error() : Error{ErrorKind::NotFound, QStringLiteral("no such draft"), {}};
    }
    auto material = draftMaterial(m_cellar, (*draft)->message, m_clock.now());
    if (!material) {
        return material.error();
    }
    DraftView view;
    view.draft = std::move(**draft);
    view.answers = material->answered.rfc822MessageId;
    view.subject = material->answered.subject;
    view.report =
        triage::checkDraft({view.draft.to, view.draft.cc, view.draft.subject, view.draft.body, 0}, material->ground);
    view.thread = std::move(material->brief.thread);
    view.lastTo = material->lastTo;
    return view;
}

Result<Draft> DraftService::open(qint64 id) {
    if (const auto noted = noteOvertaken(); !noted) {
        return noted.error();
    }
    auto draft = m_cellar.drafts.draft(id);
    if (!draft || !*draft) {
        return !draft ? draft.error() : Error{ErrorKind::NotFound, QStringLiteral("no such draft"), {}};
    }
    return **draft;
}

Result<Draft> DraftService::edit(qint64 id, const DraftEdit& edit) {
    auto draft = open(id);
    if (!draft) {
        return draft;
    }
    if (!stillOpen(draft->state)) {
        return Error{ErrorKind::Conflict,
                     QStringLiteral("the draft is %1 and cannot be edited").arg(storage::draftStateWord(draft->state)),
                     {}};
    }
    draft->to = edit.to.value_or(draft->to);
    draft->cc = edit.cc.value_or(draft->cc);
    draft->subject = edit.subject.value_or(draft->subject);
    draft->body = edit.body.value_or(draft->body);
    draft->state = DraftState::Edited;
    return change(std::move(*draft), "draft.edited", QStringLiteral("Edit a draft"));
}

Result<Draft> DraftService::approve(qint64 id) {
    auto draft = open(id);
    if (!draft || draft->state == DraftState::Approved || draft->state == DraftState::Saved) {
        return draft;  // a second click changes nothing
    }
    if (!stillOpen(draft->state)) {
        return Error{ErrorKind::Conflict, QStringLiteral("the draft is %1").arg(storage::draftStateWord(draft->state)),
                     draft->state == DraftState::Outdated ? QStringLiteral("The thread went on: have it written again.")
                                                          : QString()};
    }
    if (const auto bytes = written(*draft); !bytes) {
        return bytes.error();
    }
    draft->state = DraftState::Approved;
    return change(std::move(*draft), "draft.approved", QStringLiteral("Approve a draft"));
}

Result<Draft> DraftService::discard(qint64 id) {
    auto draft = open(id);
    if (!draft || draft->state == DraftState::Discarded) {
        return draft;
    }
    if (draft->state == DraftState::Saved) {
        return Error{ErrorKind::Conflict, QStringLiteral("the draft is at the server already"),
                     QStringLiteral("Delete it among the drafts there.")};
    }
    draft->state = DraftState::Discarded;
    return change(std::move(*draft), "draft.discarded", QStringLiteral("Discard a draft"));
}

Result<Draft> DraftService::reopen(qint64 id) {
    auto draft = open(id);
    if (!draft || stillOpen(draft->state)) {
        return draft;
    }
    if (draft->state != DraftState::Approved && draft->state != DraftState::Discarded) {
        return Error{
            ErrorKind::Conflict, QStringLiteral("the draft is %1").arg(storage::draftStateWord(draft->state)), {}};
    }
    draft->state = draft->body == draft->proposedBody ? DraftState::Proposed : DraftState::Edited;
    return change(std::move(*draft), "draft.reopened", QStringLiteral("Take a draft up again"));
}

Result<QByteArray> DraftService::written(const Draft& draft) {
    const auto material = draftMaterial(m_cellar, draft.message, m_clock.now());
    const auto parts = m_cellar.messages.letterParts(draft.message);
    if (!material || !parts) {
        return !material ? material.error() : parts.error();
    }
    mail::OutgoingLetter letter;
    letter.from = draft.from;
    letter.to = draft.to;
    letter.cc = draft.cc;
    letter.subject = draft.subject;
    letter.text = draft.body.trimmed() + QStringLiteral("\n\n") +
                  (*parts ? mail::quotedOriginal(material->answered, (*parts)->text) : QString());
    letter.rfc822MessageId = draft.rfc822MessageId;
    letter.inReplyTo = material->head.inReplyTo;
    letter.references = material->head.references;
    letter.date = draft.changedAt;  // the same bytes when it is written again
    return mail::writeMime(letter);
}

}  // namespace kith::service
