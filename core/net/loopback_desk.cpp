// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/loopback_desk.h"

#include <QTimer>

namespace kith::net {

namespace {

constexpr auto kCallbackPath = "/signed-in";
constexpr qsizetype kLongestHead = 16 * 1024;
constexpr int kLongestSilence = 30'000;  // browsers open connections in advance and say nothing

QByteArray reasonPhrase(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 405:
        return "Method Not Allowed";
    case 431:
        return "Request Header Fields Too Large";
    default:
        return "Not Found";
    }
}

QByteArray html(const QString& title, const QString& text) {
    return QStringLiteral("<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>%1</title>\n"
                          "<style>body{font:18px/1.5 sans-serif;max-width:32em;margin:15vh auto;padding:0 1em;"
                          "color:#223}h1{font-size:26px}</style></head>\n<body><h1>%1</h1><p>%2</p></body></html>\n")
        .arg(title.toHtmlEscaped(), text.toHtmlEscaped())
        .toUtf8();
}

}  // namespace

QByteArray queryValue(const QByteArray& query, const QByteArray& name) {
    for (const QByteArray& pair : query.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals >= 0 && QByteArray::fromPercentEncoding(pair.left(equals)) == name) {
            return QByteArray::fromPercentEncoding(pair.mid(equals + 1).replace('+', ' '));
        }
    }
    return {};
}

LoopbackDesk::LoopbackDesk(std::shared_ptr<Shared> shared)
    : m_shared(std::move(shared))
    , m_server(this) {
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackDesk::greet);
}

bool LoopbackDesk::listen(quint16* port) {
    const bool listening = m_server.listen(QHostAddress::LocalHost, 0);
    *port = m_server.serverPort();
    return listening;
}

void LoopbackDesk::greet() {
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(kLongestSilence, socket, [socket] { socket->abort(); });
    }
}

void LoopbackDesk::read(QTcpSocket* socket) {
    const QByteArray head = socket->peek(kLongestHead);
    if (!head.contains("\r\n\r\n") && !head.contains("\n\n")) {
        if (head.size() == kLongestHead) {
            show(socket, {431, m_shared->texts.strange});
        }
        return;
    }
    socket->readAll();
    show(socket, pageFor(head.left(head.indexOf('\n')).trimmed()));
}

LoopbackDesk::Page LoopbackDesk::pageFor(const QByteArray& requestLine) {
    const QList<QByteArray> words = requestLine.split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/1.")) {
        return {400, m_shared->texts.strange};
    }
    if (words.at(0) != "GET") {
        return {405, m_shared->texts.strange};
    }
    const QByteArray& target = words.at(1);
    const qsizetype mark = target.indexOf('?');
    if (target.left(mark < 0 ? target.size() : mark) != kCallbackPath) {
        return {404, m_shared->texts.strange};
    }
    return callback(mark < 0 ? QByteArray() : target.mid(mark + 1));
}

LoopbackDesk::Page LoopbackDesk::callback(const QByteArray& query) {
    const QByteArray code = queryValue(query, "code");
    const QString error = QString::fromUtf8(queryValue(query, "error"));
    if (queryValue(query, "state") != m_shared->state || (code.isEmpty() && error.isEmpty())) {
        return {400, m_shared->texts.strange};
    }
    if (error.isEmpty()) {
        settle(code);
        return {200, m_shared->texts.done};
    }
    const bool trouble = error == QLatin1String("temporarily_unavailable") || error == QLatin1String("server_error");
    settle(Error{trouble ? ErrorKind::Unreachable : ErrorKind::Denied,
                 QStringLiteral("the sign-in page answered: %1").arg(error.left(100)),
                 error == QLatin1String("access_denied")
                     ? QStringLiteral("Access was not allowed in the browser. Sign in again to change that.")
                     : QString(),
                 {}});
    return {200, m_shared->texts.denied};
}

void LoopbackDesk::settle(Result<QByteArray> answer) {
    {
        const std::lock_guard lock(m_shared->mutex);
        if (m_shared->answer) {
            return;
        }
        m_shared->answer.emplace(std::move(answer));
    }
    m_shared->came.notify_all();
}

void LoopbackDesk::show(QTcpSocket* socket, const Page& page) const {
    const QByteArray body = html(m_shared->texts.title, page.text);
    socket->write("HTTP/1.1 " + QByteArray::number(page.status) + ' ' + reasonPhrase(page.status) +
                  "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size()) +
                  "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff"
                  "\r\nContent-Security-Policy: default-src 'none'; style-src 'unsafe-inline'"
                  "\r\nConnection: close\r\n\r\n" +
                  body);
    socket->flush();
    socket->disconnectFromHost();
}

}  // namespace kith::net
