// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A loopback HTTP server around a function from request to answer, on Qt's HTTP server: writes repeated headers, packs
// when asked as Google wants to be asked, and breaks lines where an answer says so. Never blocks: silent lines wait on
// timers.
#pragma once

#include "tests/emulators/exchange.h"

#include <QAbstractHttpServer>

#include <functional>

namespace kith::emulator {

class HttpHost final : public QAbstractHttpServer {
    Q_OBJECT
public:
    using Handler = std::function<Answer(const Request&)>;
    explicit HttpHost(Handler handler, QObject* parent = nullptr);

    /// 0: a port of the system's choice. Returns the port, 0 where it is taken.
    quint16 open(quint16 port);

protected:
    bool handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) override;
    void missingHandler(const QHttpServerRequest& request, QTcpSocket* socket) override;

private:
    static void deliver(QTcpSocket* socket, const Request& request, Answer answer);
    Handler m_handler;
};

}  // namespace kith::emulator
