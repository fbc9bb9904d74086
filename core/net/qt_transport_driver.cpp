// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/qt_transport_driver.h"

#include "core/net/once_body.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkRequest>

namespace kith::net {

namespace {

constexpr int kConnectionsOfAManager = 6;

QString authorityOf(const QUrl& url) {
    return url.scheme() + QLatin1Char(' ') + url.authority();
}

/// Keeps nothing: two accounts must never meet in a cookie.
class NoCookies final : public QNetworkCookieJar {
public:
    QList<QNetworkCookie> cookiesForUrl(const QUrl&) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie>&, const QUrl&) override { return false; }
};

QNetworkRequest qtRequest(const HttpRequest& request) {
    QNetworkRequest out(request.url);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // After a server's GOAWAY, Qt 6.4 sends on the dying connection and waits there until the timeout.
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setTransferTimeout(static_cast<int>(request.timeout.count()));
    // Said by ourselves, so that Qt leaves the body packed (see gunzip.h); Google wants it in both places.
    out.setRawHeader("Accept-Encoding", "gzip");
    out.setRawHeader("User-Agent", QByteArrayLiteral("Kith/" KITH_VERSION " (gzip)"));
    for (const auto& [name, value] : request.headers) {
        out.setRawHeader(name, value);
    }
    return out;
}

HttpHeaders headersOf(const QNetworkReply& reply) {
    HttpHeaders headers;
    for (const auto& [name, value] : reply.rawHeaderPairs()) {
        headers.emplace_back(name, value);
    }
    return headers;
}

Error unreachable(const HttpRequest& request, const QString& what) {
    return {ErrorKind::Unreachable, request.url.host() + QStringLiteral(": ") + what, {}, {}};
}

/// Codes below 200 are the connection's, whatever status came before them; the others only repeat the status.
bool connectionFailed(QNetworkReply::NetworkError error) {
    return (error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied) ||
           error == QNetworkReply::ContentReSendError || error == QNetworkReply::ProtocolFailure;
}

/// Qt does not say so in every case: fewer bytes than were announced is no answer.
bool cutShort(const HttpRequest& request, const HttpResponse& response) {
    const QByteArray announced = response.header("Content-Length");
    if (announced.isEmpty() || request.verb == "HEAD" || response.status == 204 || response.status == 304) {
        return false;
    }
    bool isNumber = false;
    const qlonglong bytes = announced.toLongLong(&isNumber);
    return isNumber && bytes != response.body.size();
}

}  // namespace

void QtCall::bring(const QByteArray& piece) {
    {
        const std::lock_guard lock(mutex);
        pieces += piece;
    }
    ended.notify_all();
}

void QtCall::end(Result<HttpResponse> how) {
    {
        const std::lock_guard lock(mutex);
        result.emplace(std::move(how));
    }
    ended.notify_all();
}

QtTransportDriver::Lane& QtTransportDriver::freeLane(const QString& authority) {
    for (Lane& lane : m_lanes) {
        if (lane.running.value(authority) < kConnectionsOfAManager) {
            return lane;
        }
    }
    Lane& lane = m_lanes.emplace_back();
    lane.manager = std::make_unique<QNetworkAccessManager>();
    lane.manager->setCookieJar(new NoCookies);
    return lane;
}

void QtTransportDriver::start(const std::shared_ptr<QtCall>& call) {
    const QString authority = authorityOf(call->request.url);
    Lane& lane = freeLane(authority);
    ++lane.running[authority];
    Running& running = m_running[call.get()];
    running.lane = &lane;
    running.reply = reply(*lane.manager, call->request);
    QNetworkReply* reply = running.reply;
    connect(reply, &QNetworkReply::readyRead, this, [this, call] {
        if (const auto found = m_running.find(call.get()); found != m_running.end()) {
            read(*call, *found);  // an abort would throw away what is not read by then
        }
    });
    connect(reply, &QNetworkReply::sslErrors, this, [this, call](const QList<QSslError>& errors) {
        if (const auto found = m_running.find(call.get()); found != m_running.end() && !errors.isEmpty()) {
            found->certificateProblem = errors.constFirst().errorString();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, call] { finish(call); });
}

QNetworkReply* QtTransportDriver::reply(QNetworkAccessManager& manager, const HttpRequest& request) {
    const QNetworkRequest out = qtRequest(request);
    if (request.verb == "HEAD") {
        return manager.head(out);
    }
    auto body = std::make_unique<OnceBody>(request.body);
    QNetworkReply* reply = manager.sendCustomRequest(out, request.verb, body.get());
    body.release()->setParent(reply);
    return reply;
}

void QtTransportDriver::read(QtCall& call, Running& running) {
    const QByteArray piece = running.reply->readAll();
    running.body += piece;
    const bool good = running.reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200 &&
                      !running.reply->hasRawHeader("Content-Encoding");
    if (call.request.onPiece && good && !piece.isEmpty()) {
        call.bring(piece);
    }
}

void QtTransportDriver::abandon(const std::shared_ptr<QtCall>& call) {
    if (const auto found = m_running.find(call.get()); found != m_running.end()) {
        found->abandoned = true;
        if (found->reply->error() == QNetworkReply::NoError) {
            return found->reply->abort();
        }
        found->reply->disconnect(this);  // an answer that is an error already cannot be aborted
        finish(call);
    }
}

void QtTransportDriver::finish(const std::shared_ptr<QtCall>& call) {
    Running running = m_running.take(call.get());
    --running.lane->running[authorityOf(call->request.url)];
    if (running.reply->isOpen()) {
        read(*call, running);
    }
    running.reply->deleteLater();
    const HttpRequest& request = call->request;
    const auto error = running.reply->error();
    if (running.abandoned) {
        return call->end(Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}});
    }
    if (!running.certificateProblem.isEmpty()) {
        return call->end(
            Error{ErrorKind::Denied,
                  QStringLiteral("%1 cannot prove who it is: %2").arg(request.url.host(), running.certificateProblem),
                  QStringLiteral("Check this computer's date, and whether the network wants a sign-in of its own."),
                  {}});
    }
    if (error == QNetworkReply::OperationCanceledError) {
        return call->end(
            unreachable(request, QStringLiteral("no byte for %1 s").arg(request.timeout.count() / 1000.0)));
    }
    const int status = running.reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0 || connectionFailed(error)) {
        return call->end(unreachable(request, error == QNetworkReply::ContentReSendError
                                                  ? QStringLiteral("the connection broke before an answer came")
                                                  : running.reply->errorString()));
    }
    HttpResponse response{status, headersOf(*running.reply), std::move(running.body)};
    if (cutShort(request, response)) {
        return call->end(unreachable(request, QStringLiteral("the answer was cut off")));
    }
    call->end(std::move(response));
}

}  // namespace kith::net
