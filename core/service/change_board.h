// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Where workers pin what changed; what comes within 50 ms is told once, on the thread of the listener.
#pragma once

#include "core/service/changes.h"

#include <QObject>

#include <functional>
#include <mutex>

namespace kith::service {

class ChangeBoard : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangeBoard)
public:
    explicit ChangeBoard(QObject* parent = nullptr)
        : QObject(parent) {}
    /// From any thread.
    void pin(const Changes& changes);

Q_SIGNALS:
    void told(const kith::service::Changes& changes);

private:
    void tell();

    std::mutex m_mutex;
    Changes m_waiting;
    bool m_scheduled{false};
};

}  // namespace kith::service
