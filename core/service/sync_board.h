// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Where the workers pin how the sync of each account stands; the newest is told, at most ten times a second.
#pragma once

#include "core/domain/account.h"

#include <QObject>

#include <map>
#include <mutex>
#include <vector>

namespace kith::service {

class SyncBoard : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncBoard)
public:
    explicit SyncBoard(QObject* parent = nullptr)
        : QObject(parent) {}
    /// From any thread.
    void pin(const SyncStatus& status);
    /// The account is gone: nothing about it is told any more.
    void forget(AccountId account);
    /// The newest of every account; from any thread.
    std::vector<SyncStatus> all() const;

Q_SIGNALS:
    void told(const kith::SyncStatus& status);

private:
    struct Pinned {
        SyncStatus status;
        bool news{false};
    };
    void tell();

    mutable std::mutex m_mutex;
    std::map<AccountId, Pinned> m_pinned;
    bool m_scheduled{false};
};

}  // namespace kith::service
