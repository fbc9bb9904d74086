// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The doors of the window on a real workspace: hands every question on to its desks.
#pragma once

#include "ui/house_door.h"

#include <memory>

namespace kith::desktop {

class WorkspaceDoor : public ui::HouseDoor, private ui::InboxDoor {
    Q_OBJECT
public:
    explicit WorkspaceDoor(std::unique_ptr<service::Workspace> workspace);

    ui::InboxDoor& inbox() override { return *this; }
    service::AccountsDesk& accounts() override;
    service::RoomDesks rooms() override;
    QFuture<Result<service::WorkspaceInfo>> info() override;
    QFuture<Result<service::Receipt>> removeSample() override;
    QFuture<Result<QString>> setting(const QString& key, const QString& fallback) override;
    QFuture<Result<void>> setSetting(const QString& key, const QString& value) override;
    QFuture<Result<service::ActivityPart>> activity(ChangeId before, int limit,
                                                    std::optional<service::ActivityBy> by) override;
    QFuture<Result<service::LogReport>> verifyLog() override;
    void startSample() override;
    void startImport(const QStringList& paths) override;
    void pauseImport() override;
    void resumeImport() override;
    void cancelImport() override;

private:
    Answer<InboxOrder> order(MailList list) override;
    Answer<InboxOrder> search(const QString& query) override;
    Answer<std::vector<InboxRow>> rows(const std::vector<ThreadId>& threads) override;
    Answer<ListCounts> counts() override;
    Answer<service::Conversation> open(ThreadId thread) override;
    Answer<service::SenderCard> card(const QString& address) override;
    Answer<QByteArray> attachment(MessageId message, int part) override;
    Answer<service::Receipt> act(service::MailAction action, const std::vector<ThreadId>& threads,
                                 std::chrono::milliseconds until) override;
    Answer<std::vector<service::MailLabel>> labels(const std::vector<ThreadId>& threads) override;
    Answer<service::Receipt> setLabels(const std::vector<ThreadId>& threads,
                                       const service::LabelChange& change) override;
    Answer<service::FeedbackPreview> preview(MessageId message, Priority assigned) override;
    Answer<bool> replay(MessageId message) override;
    Answer<service::Receipt> giveFeedback(const Feedback& feedback) override;
    Answer<service::Receipt> undo(ChangeId change) override;
    Answer<service::Receipt> redo() override;

    std::unique_ptr<service::Workspace> m_workspace;
};

}  // namespace kith::desktop
