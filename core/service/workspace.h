// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The one door for the window: a folder with the mail and everything known about it, its desks and its signals.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/service/accounts_desk.h"
#include "core/service/activity_desk.h"
#include "core/service/changes.h"
#include "core/service/import_desk.h"
#include "core/service/inbox_desk.h"
#include "core/service/mail_ports.h"
#include "core/service/room_desks.h"

#include <QObject>
#include <QString>

#include <memory>

namespace kith::service {

struct WorkspaceOptions {
    QString folder;           ///< made if it is not there
    QString database;         ///< postgresql://… of a team; empty: SQLite in the folder
    bool background{true};    ///< false: no workers but the desk (kithctl)
    MailPortsFactory mail{};  ///< nothing: a workspace without accounts
};

struct WorkspaceInfo {
    QString folder;
    QString ownerName;
    QString ownerAddress;
    qint64 messages{0};
    bool empty{true};
    bool sample{false};  ///< holds the sample workspace
};

class Workspace : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workspace)
public:
    /// Opens or makes it and brings its schema up to date. Errors: Busy, Damaged, TooNew, Denied, Full.
    static Result<std::unique_ptr<Workspace>> open(const WorkspaceOptions& options, Clock& clock);
    ~Workspace() override;

    InboxDesk& inbox();
    ImportDesk& imports();
    ActivityDesk& activity();
    AccountsDesk& accounts();
    RoomDesks rooms();
    QFuture<Result<WorkspaceInfo>> info();
    /// Takes the sample out again: nothing of it stays.
    QFuture<Result<Receipt>> removeSample();
    QFuture<Result<QString>> setting(const QString& key, const QString& fallback);
    QFuture<Result<void>> setSetting(const QString& key, const QString& value);

Q_SIGNALS:
    /// On the thread of this object; changes of 50 ms arrive as one.
    void changed(const kith::service::Changes& changes);
    void importProgress(const kith::service::ImportProgress& progress);
    /// How the sync of one account stands; at most ten times a second.
    void syncStatus(const kith::SyncStatus& status);

private:
    struct House;
    explicit Workspace(std::unique_ptr<House> house);
    std::unique_ptr<House> m_house;
};

}  // namespace kith::service
