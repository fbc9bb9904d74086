// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Drafts on a thread and connection of their own, with the way to the model and to the mailbox where there is one.
#pragma once

#include "core/base/clock.h"
#include "core/service/cellar.h"
#include "core/service/changes.h"
#include "core/service/desk.h"
#include "core/service/drafts_desk.h"
#include "core/service/mail_ports.h"

#include <atomic>
#include <mutex>
#include <stop_token>

namespace kith::service {

class LiveDrafts final : public DraftsDesk {
public:
    struct Ground {
        std::function<Result<std::unique_ptr<Cellar>>()> open;
        Clock& clock;
        MailPorts* ports{nullptr};  ///< outlives the desk; nothing: templates only, nothing is saved at a server
        std::function<void(const Changes&)> changed;
    };

    explicit LiveDrafts(Ground ground);
    ~LiveDrafts() override;

    QFuture<Result<std::vector<Draft>>> waiting() override;
    QFuture<Result<DraftView>> view(qint64 id) override;
    QFuture<Result<Draft>> edit(qint64 id, const DraftEdit& edit) override;
    QFuture<Result<Draft>> approve(qint64 id, const QStringList& acknowledged) override;
    QFuture<Result<Draft>> discard(qint64 id) override;
    QFuture<Result<Draft>> reopen(qint64 id) override;
    QFuture<Result<Draft>> write(MessageId message, const QString& note,
                                 const std::function<void(const QString&)>& onWords) override;
    void stopWriting() override;
    QFuture<Result<Draft>> begin(MessageId message, DraftKind kind) override;
    QFuture<Result<Draft>> send(qint64 id, const SendChoice& choice) override;
    QFuture<Result<Draft>> holdBack(qint64 id) override;
    QFuture<Result<QByteArray>> letter(qint64 id) override;
    QFuture<Result<DraftSettings>> settings() override;
    QFuture<Result<void>> keep(const DraftSettings& settings) override;
    QFuture<Result<WritingFacts>> writing() override;
    QFuture<Result<void>> forgetTone(qint64 id) override;
    QFuture<Result<void>> keepSnippet(const Snippet& snippet) override;
    QFuture<Result<void>> removeSnippet(qint64 id) override;
    QFuture<Result<QString>> filled(qint64 draft, const QString& snippet) override;

    /// From any thread, now and then and when mail came: what is due goes, reminders come, answers are drafted ahead.
    void look();

private:
    Result<void> carry(Cellar& cellar);
    Result<void> sendDue(Cellar& cellar);
    Result<void> draftAhead(Cellar& cellar);
    Result<std::unique_ptr<triage::DraftWriter>> modelWriter(Cellar& cellar);
    Result<void> told(Result<void> done);
    Result<Draft> changed(Result<Draft> draft);
    Result<Draft> approveAndSave(Cellar& cellar, qint64 id, const QStringList& acknowledged);
    Result<Draft> writeOne(Cellar& cellar, MessageId message, const QString& note,
                           const std::function<void(const QString&)>& onWords);
    std::stop_token freshStop();

    Ground m_ground;
    std::stop_source m_closing;
    std::mutex m_mutex;
    std::stop_source m_writing;
    std::stop_source m_nap;  ///< of the post between two letters
    Desk<Cellar> m_desk;     ///< reads and changes: never waits for the outside
    Desk<Cellar> m_outside;  ///< asks models and servers
    std::atomic<bool> m_carries{false};
    std::atomic<bool> m_drafts{false};
    Desk<Cellar> m_post;   ///< waits for what is to be sent soon
    Desk<Cellar> m_ahead;  ///< asks the model while nobody waits
};

}  // namespace kith::service
