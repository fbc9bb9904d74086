// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The half of QtTransport that lives on the network's thread: starts replies, collects bodies, judges how they ended.
#pragma once

#include "core/net/http.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>

namespace kith::net {

/// One request under way. Shared because either side may let go first: the worker on a stop, the network on an answer.
struct QtCall {
    HttpRequest request;
    std::mutex mutex;
    std::condition_variable_any ended;
    std::optional<Result<HttpResponse>> result;  ///< guarded by mutex
    QByteArray pieces;                           ///< guarded by mutex: came and was not given to onPiece yet

    void bring(const QByteArray& piece);
    void end(Result<HttpResponse> how);
};

class QtTransportDriver final : public QObject {
    Q_DISABLE_COPY_MOVE(QtTransportDriver)

public:
    QtTransportDriver() = default;
    void start(const std::shared_ptr<QtCall>& call);
    void abandon(const std::shared_ptr<QtCall>& call);

private:
    /// A manager opens six connections to a host and queues the rest, where time runs against them: before that
    /// happens, there is another one.
    struct Lane {
        std::unique_ptr<QNetworkAccessManager> manager;
        QHash<QString, int> running;  ///< by scheme, host and port
    };
    struct Running {
        QNetworkReply* reply{nullptr};
        Lane* lane{nullptr};
        QByteArray body;
        QString certificateProblem;
        bool abandoned{false};
    };
    Lane& freeLane(const QString& authority);
    QNetworkReply* reply(QNetworkAccessManager& manager, const HttpRequest& request);
    static void read(QtCall& call, Running& running);
    void finish(const std::shared_ptr<QtCall>& call);

    std::deque<Lane> m_lanes;  ///< made on the network's thread
    QHash<QtCall*, Running> m_running;
};

}  // namespace kith::net
