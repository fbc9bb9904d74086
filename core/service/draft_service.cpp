// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/draft_service.h"

#include "core/base/clock.h"
#include "core/domain/priority.h"
#include "core/mail/mime_writer.h"
#include "core/triage/redacted_draft_writer.h"

#include <QJsonArray>

#include <algorithm>

namespace kith::service {

namespace {

bool stillOpen(DraftState state) {
    return state == DraftState::Proposed || state == DraftState::Edited;
}

bool isSettled(DraftState state) {
    return state == DraftState::Approved || state == DraftState::Saved;
}

/// By the writer as far as the user lets it know the thread; else by a template.
Result<triage::DraftWords> writtenWords(const DraftMaterial& material, triage::DraftWriter& writer,
                                        const triage::DraftWriter::OnWords& onWords, std::stop_token stop,
                                        double& cost) {
    switch (material.level) {
    case triage::PrivacyLevel::LocalOnly:
        return triage::TemplateDraftWriter().write(material.brief, onWords, stop, cost);
    case triage::PrivacyLevel::Redacted:
        return triage::RedactedDraftWriter(writer).write(material.brief, onWords, stop, cost);
    case triage::PrivacyLevel::Full:
        break;
    }
    return writer.write(material.brief, onWords, stop, cost);
}

QString draftEntity(const Draft& draft) {
    return QStringLiteral("draft:%1").arg(draft.id);
}

storage::ChangeInfo draftChange(const char* kind, const QString& entity, const QString& summary, const QString& actor) {
    return {QLatin1String(kind), actor, entity, {}, summary, {}, true};
}

}  // namespace

/// What somebody else changed since this draft was read is not overwritten.
Result<Draft> DraftService::change(Draft draft, const char* kind, const QString& summary, const QJsonObject& context) {
    auto info = draftChange(kind, draftEntity(draft), summary, QStringLiteral("user"));
    info.context = context;
    storage::ChangeWriter change(*m_cellar.database, std::move(info));
    const auto now = m_cellar.drafts.draft(draft.id);
    if (!now || !*now || (*now)->changedAt != draft.changedAt) {
        return !now ? now.error() : Error{ErrorKind::Conflict, QStringLiteral("the draft changed meanwhile"), {}};
    }
    draft.changedAt = std::max(m_clock.now(), draft.changedAt + std::chrono::milliseconds(1));
    m_cellar.drafts.save(change, draft);
    const auto done = change.commit();
    return done ? Result<Draft>(std::move(draft)) : Result<Draft>(done.error());
}

/// Everything but the words. The Message-ID stays until the letter is sent.
Result<Draft> DraftService::fresh(const DraftWish& wish, const DraftMaterial& material, std::optional<Draft> known) {
    Draft draft = known ? std::move(*known) : Draft{};
    if (draft.state == DraftState::Sent) {
        draft.remoteId.clear();
        draft.remoteMessageId.clear();
        draft.sentAt = draft.savedAt = draft.sendAt = Millis{0};
        draft.sendTried = false;
        draft.rfc822MessageId = mail::newMessageId(material.head.from.address);
    }
    draft.kind = wish.kind;
    draft.message = wish.message;
    draft.thread = material.answered.thread;
    draft.account = material.answered.account;
    draft.state = DraftState::Proposed;
    draft.from = material.head.from;
    draft.to = material.head.to;
    draft.cc = material.head.cc;
    draft.subject = material.head.subject;
    draft.note = wish.note;
    draft.reason.clear();
    draft.madeAt = draft.id == 0 ? m_clock.now() : draft.madeAt;
    draft.changedAt = std::max(m_clock.now(), draft.changedAt + std::chrono::milliseconds(1));
    if (draft.rfc822MessageId.isEmpty()) {
        draft.rfc822MessageId = mail::answerMessageId(material.answered.rfc822MessageId, draft.from.address);
    }
    return draft;
}

Result<Draft> DraftService::put(Draft draft, bool isNew, const storage::ChangeInfo& info) {
    storage::ChangeWriter change(*m_cellar.database, info);
    isNew ? m_cellar.drafts.add(change, draft) : m_cellar.drafts.save(change, draft);
    const auto done = change.commit();
    if (!done && isNew) {
        const auto other = m_cellar.drafts.ofMessage(draft.message);  // somebody was faster: theirs stands
        return other && *other ? Result<Draft>(**other) : Result<Draft>(done.error());
    }
    return done ? Result<Draft>(std::move(draft)) : Result<Draft>(done.error());
}

Result<std::optional<Draft>> DraftService::compose(const DraftWish& wish, std::optional<Draft> known,
                                                   triage::DraftWriter& writer,
                                                   const triage::DraftWriter::OnWords& onWords, std::stop_token stop) {
    auto material = draftMaterial(m_cellar, wish.message, m_clock.now(), wish.kind);
    if (!material) {
        return material.error();
    }
    if (wish.unasked && material->suspicious) {
        return std::optional<Draft>{};
    }
    material->brief.note = wish.note;
    double cost = 0;
    const auto words = writtenWords(*material, writer, onWords, stop, cost);
    if (cost > 0) {
        if (const auto noted = m_cellar.models.noteSpending(QStringLiteral("draft"), {1, cost}, m_clock.now());
            !noted) {
            return noted.error();
        }
    }
    auto draft = words ? fresh(wish, *material, std::move(known)) : Result<Draft>(words.error());
    if (!draft) {
        return draft.error();
    }
    draft->body = draft->proposedBody = words->body;
    draft->model = words->model;
    draft->promptVersion = words->promptVersion;
    draft->costUsd += cost;
    return std::optional<Draft>(std::move(*draft));
}

Result<std::optional<Draft>> DraftService::generate(const DraftWish& wish, triage::DraftWriter& writer,
                                                    const triage::DraftWriter::OnWords& onWords, std::stop_token stop) {
    auto known = m_cellar.drafts.ofMessage(wish.message);
    if (!known || (*known && !wish.again)) {
        return known;
    }
    if (*known && isSettled((*known)->state)) {
        return Error{ErrorKind::Conflict, QStringLiteral("the draft is approved already"), {}};
    }
    const bool isNew = !known->has_value();
    auto draft = compose(wish, std::move(*known), writer, onWords, stop);
    if (!draft || !*draft) {
        return draft;
    }
    const QString actor = QStringLiteral("model:") + (*draft)->model;
    auto stored = put(std::move(**draft), isNew,
                      draftChange("draft.proposed", QStringLiteral("message:%1").arg(wish.message.value),
                                  QStringLiteral("Draft an answer"), actor));
    return stored ? Result<std::optional<Draft>>(std::move(*stored)) : Result<std::optional<Draft>>(stored.error());
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

Result<Draft> DraftService::begin(MessageId message, DraftKind kind) {
    auto known = m_cellar.drafts.ofMessage(message);
    if (!known) {
        return known.error();
    }
    const bool lies = *known && ((*known)->state == DraftState::Approved || (*known)->state == DraftState::Saved ||
                                 (stillOpen((*known)->state) && (*known)->kind == kind));
    if (lies) {
        return **known;
    }
    auto material = draftMaterial(m_cellar, message, m_clock.now(), kind);
    if (!material) {
        return material.error();
    }
    const bool isNew = !*known;
    const bool keepsWords = *known && stillOpen((*known)->state);
    DraftWish wish{message, {}, true, false, kind};
    auto draft = fresh(wish, *material, std::move(*known));
    if (draft && !keepsWords) {
        draft->body.clear();
        draft->proposedBody.clear();
        draft->model.clear();
        draft->promptVersion.clear();
    }
    return draft ? put(std::move(*draft), isNew,
                       draftChange("draft.begun", QStringLiteral("message:%1").arg(message.value),
                                   QStringLiteral("Write an answer"), QStringLiteral("user")))
                 : draft;
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
    auto material = draftMaterial(m_cellar, (*draft)->message, m_clock.now(), (*draft)->kind);
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

Result<void> DraftService::mayApprove(const Draft& draft, const QStringList& acknowledged) {
    if (!stillOpen(draft.state)) {
        return Error{ErrorKind::Conflict, QStringLiteral("the draft is %1").arg(storage::draftStateWord(draft.state)),
                     draft.state == DraftState::Outdated ? QStringLiteral("The thread went on: have it written again.")
                                                         : QString()};
    }
    if (draft.body.trimmed().isEmpty()) {
        return Error{ErrorKind::Conflict, QStringLiteral("the draft has no text"), {}};
    }
    const auto seen = view(draft.id);
    if (!seen) {
        return seen.error();
    }
    for (const triage::DraftCheck& check : seen->report.checks) {
        if (!check.ok && check.blocking && !acknowledged.contains(check.name)) {
            return Error{ErrorKind::Conflict,
                         QStringLiteral("check %1: %2").arg(check.name, check.found.join(QStringLiteral(", "))),
                         QStringLiteral("Edit the draft, or approve it with --acknowledge %1.").arg(check.name)};
        }
    }
    const auto bytes = written(draft);
    return bytes ? Result<void>() : Result<void>(bytes.error());
}

Result<Draft> DraftService::approve(qint64 id, const QStringList& acknowledged) {
    auto draft = open(id);
    if (!draft || isSettled(draft->state)) {
        return draft;  // a second click changes nothing
    }
    if (const auto may = mayApprove(*draft, acknowledged); !may) {
        return may.error();
    }
    draft->state = DraftState::Approved;
    draft->reason.clear();
    if (const auto learned = learnTone(*draft); !learned) {
        return learned.error();
    }
    QJsonObject context;
    if (!acknowledged.isEmpty()) {
        context.insert(QStringLiteral("acknowledged"), QJsonArray::fromStringList(acknowledged));
    }
    return change(std::move(*draft), "draft.approved", QStringLiteral("Approve a draft"), context);
}

Result<Draft> DraftService::discard(qint64 id) {
    auto draft = open(id);
    if (!draft || draft->state == DraftState::Discarded) {
        return draft;
    }
    if (draft->state == DraftState::Sent) {
        return Error{ErrorKind::Conflict, QStringLiteral("the draft was sent already"), {}};
    }
    draft->state = DraftState::Discarded;
    draft->sendAt = Millis{0};
    return change(std::move(*draft), "draft.discarded", QStringLiteral("Discard a draft"));
}

Result<Draft> DraftService::reopen(qint64 id) {
    auto draft = open(id);
    if (!draft || stillOpen(draft->state)) {
        return draft;
    }
    if (!isSettled(draft->state) && draft->state != DraftState::Discarded) {
        return Error{
            ErrorKind::Conflict, QStringLiteral("the draft is %1").arg(storage::draftStateWord(draft->state)), {}};
    }
    if (draft->sendTried) {
        return Error{ErrorKind::Conflict, QStringLiteral("it may be on its way already"), {}};
    }
    draft->sendAt = Millis{0};
    draft->state = draft->body == draft->proposedBody ? DraftState::Proposed : DraftState::Edited;
    return change(std::move(*draft), "draft.reopened", QStringLiteral("Take a draft up again"));
}

Result<QByteArray> DraftService::written(const Draft& draft) {
    const auto material = draftMaterial(m_cellar, draft.message, m_clock.now(), draft.kind);
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
