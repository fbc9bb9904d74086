// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The half of LoopbackListener that lives on its own thread: reads requests, answers pages, hands the code over.
#pragma once

#include "core/net/loopback_listener.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <condition_variable>
#include <mutex>
#include <optional>

namespace kith::net {

struct LoopbackListener::Shared {
    QByteArray state;
    LoopbackTexts texts;
    std::mutex mutex;
    std::condition_variable_any came;
    std::optional<Result<QByteArray>> answer;  ///< guarded by mutex; the first valid callback wins
};

class LoopbackDesk final : public QObject {
    Q_DISABLE_COPY_MOVE(LoopbackDesk)

public:
    using Shared = LoopbackListener::Shared;
    explicit LoopbackDesk(std::shared_ptr<Shared> shared);
    bool listen(quint16* port);

private:
    struct Page {
        int status{200};
        QString text;
    };
    void greet();
    void read(QTcpSocket* socket);
    Page pageFor(const QByteArray& requestLine);
    Page callback(const QByteArray& query);
    void settle(Result<QByteArray> answer);
    void show(QTcpSocket* socket, const Page& page) const;

    std::shared_ptr<Shared> m_shared;
    QTcpServer m_server;
};

/// Values of a query by name, each percent-decoded once.
QByteArray queryValue(const QByteArray& query, const QByteArray& name);

}  // namespace kith::net
