// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/qt_transport.h"

#include "core/net/gunzip.h"
#include "core/net/offline_transport.h"
#include "core/net/qt_transport_driver.h"
#include "core/net/web_address.h"

namespace kith::net {

namespace {

Result<HttpResponse> unpacked(Result<HttpResponse> answer) {
    const QByteArray coding = answer ? answer->header("Content-Encoding").trimmed().toLower() : QByteArray();
    if (coding.isEmpty() || coding == "identity" || answer->body.isEmpty()) {
        return answer;
    }
    if (coding != "gzip" && coding != "x-gzip") {
        return Error{
            ErrorKind::Failed, QStringLiteral("an answer packed as %1").arg(QString::fromLatin1(coding)), {}, {}};
    }
    auto text = gunzip(answer->body);
    if (!text) {
        return text.error();
    }
    answer->body = std::move(*text);
    return answer;
}

/// Until it ended (true) or a stop came; what comes meanwhile goes to the request's own reader.
bool await(QtCall& call, std::stop_token stop) {
    std::unique_lock lock(call.mutex);
    while (call.ended.wait(lock, stop, [&] { return call.result.has_value() || !call.pieces.isEmpty(); })) {
        if (call.pieces.isEmpty()) {
            return true;
        }
        const QByteArray piece = std::exchange(call.pieces, QByteArray());
        lock.unlock();
        call.request.onPiece(piece);
        lock.lock();
        if (stop.stop_requested()) {
            return false;
        }
    }
    return false;
}

}  // namespace

QtTransport::QtTransport(QtTransportOptions options)
    : m_options(options)
    , m_driver(new QtTransportDriver) {
    m_driver->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_driver, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("kith-net"));
    m_thread.start();
}

QtTransport::~QtTransport() {
    m_thread.quit();
    m_thread.wait();
}

bool QtTransport::takeSeat(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    if (!m_seatFree.wait(lock, stop, [&] { return m_seatsTaken < m_options.mostInFlight; })) {
        return false;
    }
    ++m_seatsTaken;
    return true;
}

void QtTransport::leaveSeat() {
    {
        const std::lock_guard lock(m_mutex);
        --m_seatsTaken;
    }
    m_seatFree.notify_one();
}

Result<HttpResponse> QtTransport::send(const HttpRequest& request, std::stop_token stop) {
    if (m_options.offline) {
        return offlineError();
    }
    if (const auto allowed = checkAddress(request.url); !allowed) {
        return allowed.error();
    }
    const Error stopped{ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}};
    if (stop.stop_requested() || !takeSeat(stop)) {
        return stopped;
    }
    const auto call = std::make_shared<QtCall>();
    call->request = request;
    QMetaObject::invokeMethod(m_driver, [driver = m_driver, call] { driver->start(call); });
    const bool ended = await(*call, stop);
    if (!ended) {
        QMetaObject::invokeMethod(m_driver, [driver = m_driver, call] { driver->abandon(call); });
    }
    leaveSeat();
    return ended ? unpacked(std::move(*call->result)) : Result<HttpResponse>(stopped);
}

}  // namespace kith::net
