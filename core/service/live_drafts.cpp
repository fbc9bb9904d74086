// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/live_drafts.h"

#include "core/service/accounts_service.h"
#include "core/service/draft_saving.h"
#include "core/service/model_scoring.h"

#include <algorithm>

namespace kith::service {

LiveDrafts::LiveDrafts(Ground ground)
    : m_ground(std::move(ground))
    , m_desk(m_ground.open)
    , m_outside(m_ground.open)
    , m_post(m_ground.open)
    , m_ahead(m_ground.open) {
}

LiveDrafts::~LiveDrafts() {
    m_closing.request_stop();
    stopWriting();
    const std::lock_guard lock(m_mutex);
    m_nap.request_stop();
}

std::stop_token LiveDrafts::freshStop() {
    const std::lock_guard lock(m_mutex);
    m_writing = m_closing.stop_requested() ? m_closing : std::stop_source();
    return m_writing.get_token();
}

void LiveDrafts::stopWriting() {
    const std::lock_guard lock(m_mutex);
    m_writing.request_stop();
}

Result<Draft> LiveDrafts::changed(Result<Draft> draft) {
    if (draft && m_ground.changed) {
        m_ground.changed({.order = false, .counts = true, .journal = true, .threads = {draft->thread}});
    }
    return draft;
}

QFuture<Result<std::vector<Draft>>> LiveDrafts::waiting() {
    return m_desk.ask([this](Cellar& cellar) {
        auto list = DraftService(cellar, m_ground.clock)
                        .list({DraftState::Proposed, DraftState::Edited, DraftState::Approved, DraftState::Saved});
        if (list) {  // an approved one without an account is done: the user has it as a file
            std::erase_if(*list, [](const Draft& draft) {
                return (draft.state == DraftState::Approved && draft.account.value == 0) ||
                       (draft.state == DraftState::Saved && draft.sendAt.count() == 0 && draft.reason.isEmpty());
            });
        }
        return list;
    });
}

QFuture<Result<DraftView>> LiveDrafts::view(qint64 id) {
    return m_desk.ask([this, id](Cellar& cellar) { return DraftService(cellar, m_ground.clock).view(id); });
}

QFuture<Result<Draft>> LiveDrafts::edit(qint64 id, const DraftEdit& edit) {
    return m_desk.ask(
        [this, id, edit](Cellar& cellar) { return changed(DraftService(cellar, m_ground.clock).edit(id, edit)); });
}

QFuture<Result<Draft>> LiveDrafts::discard(qint64 id) {
    return m_desk.ask([this, id](Cellar& cellar) { return changed(DraftService(cellar, m_ground.clock).discard(id)); });
}

QFuture<Result<Draft>> LiveDrafts::reopen(qint64 id) {
    return m_desk.ask([this, id](Cellar& cellar) { return changed(DraftService(cellar, m_ground.clock).reopen(id)); });
}

Result<Draft> LiveDrafts::approveAndSave(Cellar& cellar, qint64 id, const QStringList& acknowledged) {
    auto draft = changed(DraftService(cellar, m_ground.clock).approve(id, acknowledged));
    if (!draft || draft->state == DraftState::Saved || !m_ground.ports || draft->account.value == 0 ||
        m_ground.ports->offline()) {
        return draft;
    }
    AccountsService accounts(cellar, m_ground.clock, *m_ground.ports);
    const auto account = accounts.account(draft->account);
    const auto mailbox = account ? m_ground.ports->provider().open(*account)
                                 : Result<std::unique_ptr<mail::RemoteMailbox>>(account.error());
    if (!mailbox) {
        return draft;  // approved; the next sync takes it along
    }
    (*mailbox)->setUrgent(true);
    auto saved = changed(DraftSaving(cellar, m_ground.clock, **mailbox).save(*draft, m_closing.get_token()));
    return saved || saved.error().kind == ErrorKind::Conflict ? saved : draft;
}

QFuture<Result<Draft>> LiveDrafts::approve(qint64 id, const QStringList& acknowledged) {
    return m_outside.ask([this, id, acknowledged](Cellar& cellar) { return approveAndSave(cellar, id, acknowledged); });
}

/// Nothing where there is no key, no leave or no line.
Result<std::unique_ptr<triage::DraftWriter>> LiveDrafts::modelWriter(Cellar& cellar) {
    const auto settings = modelSettings(cellar);
    const auto name = settings ? cellar.settings.text(QStringLiteral("model.draft"), settings->model)
                               : Result<QString>(settings.error());
    if (!name) {
        return name.error();
    }
    const bool may = m_ground.ports && settings->allowed && !m_ground.ports->offline();
    return may ? m_ground.ports->draftWriter(*name) : std::unique_ptr<triage::DraftWriter>();
}

Result<Draft> LiveDrafts::writeOne(Cellar& cellar, MessageId message, const QString& note,
                                   const std::function<void(const QString&)>& onWords) {
    const auto model = modelWriter(cellar);
    if (!model) {
        return model.error();
    }
    triage::TemplateDraftWriter local;
    auto draft = DraftService(cellar, m_ground.clock)
                     .generate({message, note, true, false},
                               *model ? **model : static_cast<triage::DraftWriter&>(local), onWords, freshStop());
    if (!draft) {
        return draft.error();
    }
    return *draft ? changed(std::move(**draft))
                  : Result<Draft>(Error{ErrorKind::Failed, QStringLiteral("no draft"), {}});
}

QFuture<Result<Draft>> LiveDrafts::write(MessageId message, const QString& note,
                                         const std::function<void(const QString&)>& onWords) {
    return m_outside.ask(
        [this, message, note, onWords](Cellar& cellar) { return writeOne(cellar, message, note, onWords); });
}

}  // namespace kith::service
