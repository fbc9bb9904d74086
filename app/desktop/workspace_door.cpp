// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/desktop/workspace_door.h"

namespace kith::desktop {

WorkspaceDoor::WorkspaceDoor(std::unique_ptr<service::Workspace> workspace)
    : m_workspace(std::move(workspace)) {
    connect(m_workspace.get(), &service::Workspace::changed, this, &ui::HouseDoor::changed);
    connect(m_workspace.get(), &service::Workspace::importProgress, this, &ui::HouseDoor::importProgress);
    connect(m_workspace.get(), &service::Workspace::syncStatus, this, &ui::HouseDoor::syncStatus);
}

service::AccountsDesk& WorkspaceDoor::accounts() {
    return m_workspace->accounts();
}

service::RoomDesks WorkspaceDoor::rooms() {
    return m_workspace->rooms();
}

QFuture<Result<service::WorkspaceInfo>> WorkspaceDoor::info() {
    return m_workspace->info();
}
QFuture<Result<service::Receipt>> WorkspaceDoor::removeSample() {
    return m_workspace->removeSample();
}

QFuture<Result<QString>> WorkspaceDoor::setting(const QString& key, const QString& fallback) {
    return m_workspace->setting(key, fallback);
}

QFuture<Result<void>> WorkspaceDoor::setSetting(const QString& key, const QString& value) {
    return m_workspace->setSetting(key, value);
}

QFuture<Result<service::ActivityPart>> WorkspaceDoor::activity(ChangeId before, int limit,
                                                               std::optional<service::ActivityBy> by) {
    return m_workspace->activity().list(before, limit, by);
}

QFuture<Result<service::LogReport>> WorkspaceDoor::verifyLog() {
    return m_workspace->activity().verify();
}

void WorkspaceDoor::startSample() {
    m_workspace->imports().startSample();
}
void WorkspaceDoor::startImport(const QStringList& paths) {
    m_workspace->imports().start(paths);
}
void WorkspaceDoor::pauseImport() {
    m_workspace->imports().pause();
}
void WorkspaceDoor::resumeImport() {
    m_workspace->imports().resume();
}
void WorkspaceDoor::cancelImport() {
    m_workspace->imports().cancel();
}

ui::InboxDoor::Answer<InboxOrder> WorkspaceDoor::order(MailList list) {
    return m_workspace->inbox().order(list);
}
ui::InboxDoor::Answer<InboxOrder> WorkspaceDoor::search(const QString& query) {
    return m_workspace->inbox().search(query);
}

ui::InboxDoor::Answer<std::vector<InboxRow>> WorkspaceDoor::rows(const std::vector<ThreadId>& threads) {
    return m_workspace->inbox().rows(threads);
}

ui::InboxDoor::Answer<ListCounts> WorkspaceDoor::counts() {
    return m_workspace->inbox().counts();
}

ui::InboxDoor::Answer<service::Conversation> WorkspaceDoor::open(ThreadId thread) {
    return m_workspace->inbox().open(thread);
}

ui::InboxDoor::Answer<service::SenderCard> WorkspaceDoor::card(const QString& address) {
    return m_workspace->inbox().card(address);
}

ui::InboxDoor::Answer<QByteArray> WorkspaceDoor::attachment(MessageId message, int part) {
    return m_workspace->inbox().attachment(message, part);
}

ui::InboxDoor::Answer<service::Receipt>
WorkspaceDoor::act(service::MailAction action, const std::vector<ThreadId>& threads, std::chrono::milliseconds until) {
    return m_workspace->inbox().act(action, threads, until);
}

ui::InboxDoor::Answer<std::vector<service::MailLabel>> WorkspaceDoor::labels(const std::vector<ThreadId>& threads) {
    return m_workspace->inbox().labels(threads);
}

ui::InboxDoor::Answer<service::Receipt> WorkspaceDoor::setLabels(const std::vector<ThreadId>& threads,
                                                                 const service::LabelChange& change) {
    return m_workspace->inbox().setLabels(threads, change);
}

ui::InboxDoor::Answer<service::FeedbackPreview> WorkspaceDoor::preview(MessageId message, Priority assigned) {
    return m_workspace->inbox().preview(message, assigned);
}

ui::InboxDoor::Answer<bool> WorkspaceDoor::replay(MessageId message) {
    return m_workspace->inbox().replay(message);
}

ui::InboxDoor::Answer<service::Receipt> WorkspaceDoor::giveFeedback(const Feedback& feedback) {
    return m_workspace->inbox().giveFeedback(feedback);
}

ui::InboxDoor::Answer<service::Receipt> WorkspaceDoor::undo(ChangeId change) {
    return m_workspace->inbox().undo(change);
}
ui::InboxDoor::Answer<service::Receipt> WorkspaceDoor::redo() {
    return m_workspace->inbox().redo();
}

}  // namespace kith::desktop
