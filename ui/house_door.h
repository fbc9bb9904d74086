// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the window needs of the house, as two narrow interfaces: tests stand behind them without a database.
#pragma once

#include "core/service/accounts_desk.h"
#include "core/service/activity_desk.h"
#include "core/service/changes.h"
#include "core/service/import_desk.h"
#include "core/service/inbox_desk.h"
#include "core/service/room_desks.h"
#include "core/service/workspace.h"

#include <QObject>

namespace kith::ui {

/// The reads and commands for mail; see service::InboxDesk.
class InboxDoor {
public:
    template <class T>
    using Answer = QFuture<Result<T>>;

    virtual ~InboxDoor() = default;
    virtual Answer<InboxOrder> order(MailList list) = 0;
    virtual Answer<InboxOrder> search(const QString& query) = 0;
    virtual Answer<std::vector<InboxRow>> rows(const std::vector<ThreadId>& threads) = 0;
    virtual Answer<ListCounts> counts() = 0;
    virtual Answer<service::Conversation> open(ThreadId thread) = 0;
    virtual Answer<service::SenderCard> card(const QString& address) = 0;
    virtual Answer<QByteArray> attachment(MessageId message, int part) = 0;
    virtual Answer<service::Receipt> act(service::MailAction action, const std::vector<ThreadId>& threads,
                                         std::chrono::milliseconds until) = 0;
    virtual Answer<std::vector<service::MailLabel>> labels(const std::vector<ThreadId>& threads) = 0;
    virtual Answer<service::Receipt> setLabels(const std::vector<ThreadId>& threads,
                                               const service::LabelChange& change) = 0;
    virtual Answer<service::FeedbackPreview> preview(MessageId message, Priority assigned) = 0;
    virtual Answer<bool> replay(MessageId message) = 0;
    virtual Answer<service::Receipt> giveFeedback(const Feedback& feedback) = 0;
    virtual Answer<service::Receipt> undo(ChangeId change) = 0;
    virtual Answer<service::Receipt> redo() = 0;
};

/// The workspace as a whole: its facts, settings, imports and signals; see service::Workspace.
class HouseDoor : public QObject {
    Q_OBJECT
public:
    virtual InboxDoor& inbox() = 0;
    virtual service::AccountsDesk& accounts() = 0;
    /// Behind the further pages; a house may have none of them.
    virtual service::RoomDesks rooms() { return {}; }
    virtual QFuture<Result<service::WorkspaceInfo>> info() = 0;
    virtual QFuture<Result<service::Receipt>> removeSample() = 0;
    virtual QFuture<Result<QString>> setting(const QString& key, const QString& fallback) = 0;
    virtual QFuture<Result<void>> setSetting(const QString& key, const QString& value) = 0;
    virtual QFuture<Result<service::ActivityPart>> activity(ChangeId before, int limit,
                                                            std::optional<service::ActivityBy> by) = 0;
    virtual QFuture<Result<service::LogReport>> verifyLog() = 0;
    virtual void startSample() = 0;
    virtual void startImport(const QStringList& paths) = 0;
    virtual void pauseImport() = 0;
    virtual void resumeImport() = 0;
    virtual void cancelImport() = 0;

Q_SIGNALS:
    void changed(const kith::service::Changes& changes);
    void importProgress(const kith::service::ImportProgress& progress);
    void syncStatus(const kith::SyncStatus& status);
};

}  // namespace kith::ui
