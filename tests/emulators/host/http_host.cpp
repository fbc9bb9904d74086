// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/host/http_host.h"

#include "tests/emulators/host/gzip.h"

#include <QDateTime>
#include <QHttpServerRequest>
#include <QLocale>
#include <QMetaEnum>
#include <QTcpSocket>
#include <QTimer>

namespace kith::emulator {
namespace {

constexpr qsizetype smallestPacked = 256;

QByteArray reasonFor(int status) {
    static const QHash<int, QByteArray> reasons{{200, "OK"},
                                                {204, "No Content"},
                                                {302, "Found"},
                                                {308, "Permanent Redirect"},
                                                {400, "Bad Request"},
                                                {401, "Unauthorized"},
                                                {402, "Payment Required"},
                                                {403, "Forbidden"},
                                                {404, "Not Found"},
                                                {405, "Method Not Allowed"},
                                                {409, "Conflict"},
                                                {413, "Payload Too Large"},
                                                {422, "Unprocessable Entity"},
                                                {429, "Too Many Requests"},
                                                {500, "Internal Server Error"},
                                                {502, "Bad Gateway"},
                                                {503, "Service Unavailable"}};
    return reasons.value(status, "Status");
}

Request exchangeRequest(const QHttpServerRequest& asked) {
    Request request;
    request.verb =
        QByteArray(QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(int(asked.method()))).toUpper();
    request.path = asked.url().path(QUrl::FullyEncoded);
    request.query = QUrlQuery(asked.url().query(QUrl::FullyEncoded));
    for (const auto& [name, value] : asked.headers()) {
        request.headers.emplace_back(name, value);
    }
    request.body = asked.body();
    return request;
}

/// Google packs only for clients that accept gzip and say gzip in their User-Agent too.
bool wantsPacked(const Request& request) {
    return request.header("Accept-Encoding").contains("gzip") && request.header("User-Agent").contains("gzip");
}

bool endsLine(const Request& request) {
    return request.header("Connection").compare("close", Qt::CaseInsensitive) == 0;
}

bool isStream(const Answer& answer) {
    return answer.header("Content-Type").startsWith("text/event-stream");
}

struct Wire {
    QByteArray head;
    QByteArray body;
};

Wire wireOf(Answer& answer, const Request& request) {
    if (wantsPacked(request) && !isStream(answer) && answer.body.size() >= smallestPacked &&
        answer.header("Content-Encoding").isEmpty()) {
        answer.body = gzipped(answer.body);
        answer.headers.emplace_back("Content-Encoding", "gzip");
        answer.headers.emplace_back("Vary", "Accept-Encoding");
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reasonFor(answer.status) + "\r\n";
    const QDateTime now = QDateTime::currentDateTimeUtc();
    head += "Date: " + QLocale::c().toString(now, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " GMT\r\n";
    for (const auto& [name, value] : answer.headers) {
        head += name + ": " + value + "\r\n";
    }
    const bool bodiless = answer.status == 204 || answer.status == 304;
    if (isStream(answer)) {
        head += "Transfer-Encoding: chunked\r\n";
    } else if (!bodiless) {
        head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    }
    if (endsLine(request)) {
        head += "Connection: close\r\n";
    }
    return {head + "\r\n", bodiless || request.verb == "HEAD" ? QByteArray() : answer.body};
}

QByteArray chunkOf(const QByteArray& bytes) {
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

/// What is left of a stream to send, and what becomes of the line then.
struct StreamTail {
    QList<QByteArray> events{};
    Millis pause{0};
    Millis silence{0};  ///< once, in the middle
    qsizetype silentAt{-1};
    bool cut{false};
    bool close{false};
};

void sendEvents(QTcpSocket* socket, StreamTail tail) {
    while (!tail.events.isEmpty()) {
        socket->write(chunkOf(tail.events.takeFirst()));
        const bool silent = tail.silentAt == tail.events.size();
        const Millis wait = silent ? tail.silence : tail.pause;
        if (wait > Millis(0) && !tail.events.isEmpty()) {
            socket->flush();
            QTimer::singleShot(wait, socket, [socket, tail] { sendEvents(socket, tail); });
            return;
        }
    }
    if (tail.cut) {
        socket->flush();
        socket->disconnectFromHost();
        return;
    }
    socket->write("0\r\n\r\n");
    if (tail.close) {
        socket->disconnectFromHost();
    }
}

/// Event by event, as such services do it; a broken line breaks in the middle.
void sendStream(QTcpSocket* socket, const Wire& wire, const Answer& answer, bool close) {
    StreamTail tail{.pause = answer.pause, .close = close};
    for (qsizetype from = 0; from < wire.body.size();) {
        const qsizetype end = wire.body.indexOf("\n\n", from);
        const qsizetype next = end < 0 ? wire.body.size() : end + 2;
        tail.events << wire.body.mid(from, next - from);
        from = next;
    }
    if (answer.delivery == Delivery::CutOff) {
        tail.events = tail.events.mid(0, tail.events.size() / 2);
        tail.cut = true;
    } else if (answer.delivery == Delivery::Stalled) {
        tail.silentAt = tail.events.size() / 2;
        tail.silence = answer.stall;
    }
    socket->write(wire.head);
    sendEvents(socket, std::move(tail));
}

void sendStalled(QTcpSocket* socket, const Wire& wire, Millis silence) {
    const qsizetype half = wire.body.size() / 2;
    socket->write(wire.head + wire.body.left(half));
    QTimer::singleShot(silence, socket, [socket, rest = wire.body.mid(half)] { socket->write(rest); });
}

void cutOff(QTcpSocket* socket, const Wire& wire) {
    socket->write(wire.head + wire.body.left(wire.body.size() / 2));
    socket->flush();
    socket->disconnectFromHost();
}

}  // namespace

HttpHost::HttpHost(Handler handler, QObject* parent)
    : QAbstractHttpServer(parent)
    , m_handler(std::move(handler)) {
}

quint16 HttpHost::open(quint16 port) {
    return listen(QHostAddress::LocalHost, port);
}

bool HttpHost::handleRequest(const QHttpServerRequest& asked, QTcpSocket* socket) {
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const Request request = exchangeRequest(asked);
    Answer answer = m_handler(request);
    if (answer.delay > Millis(0)) {
        QTimer::singleShot(answer.delay, socket, [socket, request, answer] { deliver(socket, request, answer); });
    } else {
        deliver(socket, request, std::move(answer));
    }
    return true;
}

void HttpHost::deliver(QTcpSocket* socket, const Request& request, Answer answer) {
    const Wire wire = wireOf(answer, request);
    if (isStream(answer) && answer.delivery != Delivery::NoAnswer) {
        return sendStream(socket, wire, answer, endsLine(request));
    }
    switch (answer.delivery) {
    case Delivery::Whole:
        socket->write(wire.head + wire.body);
        if (endsLine(request)) {
            socket->disconnectFromHost();
        }
        break;
    case Delivery::CutOff:
        cutOff(socket, wire);
        break;
    case Delivery::Stalled:
        sendStalled(socket, wire, answer.stall);
        break;
    case Delivery::NoAnswer:
        socket->disconnectFromHost();
        break;
    }
}

void HttpHost::missingHandler(const QHttpServerRequest& asked, QTcpSocket* socket) {
    handleRequest(asked, socket);
}

}  // namespace kith::emulator
