// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A Gmail client with a scripted line, a clock that stands still and tokens that never run out.
#pragma once

#include "core/sources/gmail_client.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_transport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

#include <atomic>

namespace kith::testing {

/// Counts how often a token was thrown away; each new one has another name.
class CountedTokens final : public net::AccessTokens {
public:
    Result<net::AccessToken> token(std::stop_token) override {
        return net::AccessToken{"token-" + QByteArray::number(m_rejected.load()), {}, {}};
    }
    void reject(const QByteArray& token) override {
        if (token == "token-" + QByteArray::number(m_rejected.load())) {
            ++m_rejected;
        }
    }
    int rejected() const { return m_rejected; }

private:
    std::atomic<int> m_rejected{0};
};

struct GmailDesk {
    explicit GmailDesk(sources::GmailLimits limits = {}, sources::GmailWidth::Bounds bounds = {}) {
        tokens = std::make_shared<CountedTokens>();
        shared.tokens = tokens;
        shared.random = [] { return 0.5; };
        shared.pacer = std::make_shared<sources::GmailPacer>(clock, limits, sources::GmailPacer::Ways{shared.random});
        shared.width = std::make_shared<sources::GmailWidth>(clock, bounds);
        shared.units = std::make_shared<const sources::GmailUnits>(*sources::GmailUnits::load());
        client =
            std::make_unique<sources::GmailClient>(line, clock, QUrl(QStringLiteral("https://gmail.example")), shared);
    }

    FakeClock clock;
    FakeTransport line;
    std::shared_ptr<CountedTokens> tokens;
    sources::GmailShared shared;
    std::unique_ptr<sources::GmailClient> client;
};

inline QByteArray jsonOf(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline QByteArray mailBytes(const QString& id) {
    return "From: Ada <ada@north.example>\r\nSubject: " + id.toLatin1() + "\r\n\r\nHello.\r\n";
}

inline QByteArray messageJson(const QString& id, const QString& thread = QStringLiteral("t1")) {
    return jsonOf(
        {{QStringLiteral("id"), id},
         {QStringLiteral("threadId"), thread},
         {QStringLiteral("historyId"), QStringLiteral("77")},
         {QStringLiteral("internalDate"), QStringLiteral("1778846400000")},
         {QStringLiteral("labelIds"), QJsonArray{QStringLiteral("INBOX")}},
         {QStringLiteral("raw"), QString::fromLatin1(mailBytes(id).toBase64(QByteArray::Base64UrlEncoding))}});
}

inline QByteArray refusalJson(int code, const QString& reason, const QString& message) {
    const QJsonObject entry{{QStringLiteral("reason"), reason}, {QStringLiteral("message"), message}};
    return jsonOf({{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), code},
                                                         {QStringLiteral("message"), message},
                                                         {QStringLiteral("errors"), QJsonArray{entry}}}}});
}

/// One call inside a batch, as the server reads it.
struct InnerCall {
    QByteArray contentId;  ///< without brackets
    QByteArray verb;
    QByteArray target;

    /// The last piece of the path.
    QString id() const {
        const QByteArray path = target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
        return QString::fromLatin1(path.mid(path.lastIndexOf('/') + 1));
    }
};

inline std::vector<InnerCall> innerCalls(const QByteArray& body) {
    std::vector<InnerCall> calls;
    qsizetype at = 0;
    while ((at = body.indexOf("Content-ID: <", at)) >= 0) {
        at += 13;
        InnerCall call;
        call.contentId = body.mid(at, body.indexOf('>', at) - at);
        const qsizetype line = body.indexOf("\r\n\r\n", at) + 4;
        const QList<QByteArray> words = body.mid(line, body.indexOf("\r\n", line) - line).split(' ');
        call.verb = words.value(0);
        call.target = words.value(1);
        calls.push_back(call);
    }
    return calls;
}

struct InnerAnswer {
    int status{200};
    QByteArray body;
    bool leftOut{false};
    bool cut{false};  ///< half of the body is missing, and its length says so
};

using InnerServer = std::function<InnerAnswer(const InnerCall&)>;

/// Answers batches and single calls by the same function; the parts of a batch in turned order.
inline FakeTransport::Answer batchServer(InnerServer server) {
    return [server](const net::HttpRequest& request, std::stop_token) -> Result<net::HttpResponse> {
        const QByteArray target = request.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
        if (!target.startsWith("/batch")) {
            InnerAnswer answer = server({{}, request.verb, target});
            return net::HttpResponse{answer.status, {{"Content-Type", "application/json"}}, answer.body};
        }
        std::vector<InnerCall> calls = innerCalls(request.body);
        QByteArray body;
        for (auto call = calls.rbegin(); call != calls.rend(); ++call) {
            const InnerAnswer answer = server(*call);
            if (answer.leftOut) {
                continue;
            }
            body += "--batch_xyz\r\nContent-Type: application/http\r\nContent-ID: <response-" + call->contentId +
                    ">\r\n\r\nHTTP/1.1 " + QByteArray::number(answer.status) +
                    " Said\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Length: " +
                    QByteArray::number(answer.body.size()) + "\r\n\r\n" +
                    (answer.cut ? answer.body.left(answer.body.size() / 2) : answer.body) + "\r\n";
        }
        body += "--batch_xyz--\r\n";
        return net::HttpResponse{200, {{"Content-Type", "multipart/mixed; boundary=\"batch_xyz\""}}, body};
    };
}

inline std::vector<mail::RemoteRef> refsTo(int count, const QString& thread = {}) {
    std::vector<mail::RemoteRef> refs;
    for (int i = 0; i < count; ++i) {
        const QString id = QStringLiteral("18c%1").arg(i, 13, 16, QLatin1Char('0'));
        refs.push_back({id, thread.isEmpty() ? id : thread});
    }
    return refs;
}

}  // namespace kith::testing
