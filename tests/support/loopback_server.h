// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A server on 127.0.0.1 and a thread of its own that answers each request with whatever bytes the test wants.
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>

#include <functional>
#include <mutex>
#include <vector>

namespace kith::testing {

class LoopbackServer {
public:
    struct Reply {
        QByteArray bytes;   ///< raw, status line and all; empty: silence
        bool close{false};  ///< hang up afterwards
    };
    using Handler = std::function<Reply(const QByteArray& request, int number)>;  ///< on the server's thread; from 1

    explicit LoopbackServer(Handler handler)
        : m_handler(std::move(handler)) {
        m_server = new QTcpServer;
        m_server->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
        QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] { greet(); });
        m_thread.start();
        QMetaObject::invokeMethod(
            m_server,
            [this] {
                m_server->listen(QHostAddress::LocalHost, 0);
                m_port = m_server->serverPort();
            },
            Qt::BlockingQueuedConnection);
    }
    ~LoopbackServer() {
        m_thread.quit();
        m_thread.wait();
    }
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    QUrl url(const QString& path = QStringLiteral("/")) const {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path));
    }
    quint16 port() const { return m_port; }
    std::vector<QByteArray> requests() const {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }
    int connections() const {
        const std::lock_guard lock(m_mutex);
        return m_connections;
    }

    static QByteArray ok(const QByteArray& body, const QByteArray& headers = {}) {
        return answer("200 OK", body, headers);
    }
    static QByteArray answer(const QByteArray& status, const QByteArray& body, const QByteArray& headers = {}) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers +
               "\r\n" + body;
    }

private:
    void greet() {
        while (QTcpSocket* socket = m_server->nextPendingConnection()) {
            {
                const std::lock_guard lock(m_mutex);
                ++m_connections;
            }
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
        }
    }
    void read(QTcpSocket* socket) {
        for (;;) {
            const QByteArray seen = socket->peek(socket->bytesAvailable());
            const qsizetype size = requestSize(seen);
            if (size < 0 || seen.size() < size) {
                return;
            }
            const QByteArray request = socket->read(size);
            int number = 0;
            {
                const std::lock_guard lock(m_mutex);
                m_requests.push_back(request);
                number = static_cast<int>(m_requests.size());
            }
            const Reply reply = m_handler(request, number);
            socket->write(reply.bytes);
            socket->flush();
            if (reply.close) {
                socket->disconnectFromHost();
                return;
            }
        }
    }
    static qsizetype requestSize(const QByteArray& seen) {
        const qsizetype head = seen.indexOf("\r\n\r\n");
        if (head < 0) {
            return -1;
        }
        const QByteArray lower = seen.left(head).toLower();
        const qsizetype at = lower.indexOf("\r\ncontent-length:");
        const qsizetype body =
            at < 0 ? 0 : lower.mid(at + 17, lower.indexOf("\r\n", at + 2) - at - 17).trimmed().toLongLong();
        return head + 4 + body;
    }

    Handler m_handler;
    QThread m_thread;
    QTcpServer* m_server{nullptr};  ///< lives in m_thread
    quint16 m_port{0};
    mutable std::mutex m_mutex;
    std::vector<QByteArray> m_requests;
    int m_connections{0};
};

}  // namespace kith::testing
