// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/qt_transport.h"
#include "tests/support/loopback_server.h"
#include "tests/unit/net/tls_server.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <thread>

using namespace kith;
using kith::testing::LoopbackServer;
using net::HttpRequest;
using net::QtTransport;

namespace {

using Reply = LoopbackServer::Reply;

HttpRequest get(const QUrl& url) {
    HttpRequest request;
    request.url = url;
    return request;
}

HttpRequest post(const QUrl& url, const QByteArray& body) {
    HttpRequest request = get(url);
    request.verb = "POST";
    request.body = body;
    request.headers = {{"Content-Type", "application/json"}};
    return request;
}

QByteArray gzipped(const QByteArray& text) {
    QByteArray packed(static_cast<qsizetype>(compressBound(static_cast<uLong>(text.size()))) + 64, Qt::Uninitialized);
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.constData()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

TEST(QtTransport, BringsStatusHeadersAndBody) {
    LoopbackServer server(
        [](const QByteArray&, int) { return Reply{LoopbackServer::ok("hello", "X-Kind: greeting\r\n")}; });
    QtTransport transport;
    const auto answer = transport.send(get(server.url(QStringLiteral("/a%2Fb?q=x%20y"))), {});
    ASSERT_TRUE(answer) << qPrintable(answer.error().detail);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "hello");
    EXPECT_EQ(answer->header("x-kind"), "greeting");
    EXPECT_TRUE(answer->header("x-none").isEmpty());
    const QByteArray request = server.requests().at(0);
    EXPECT_TRUE(request.startsWith("GET /a%2Fb?q=x%20y HTTP/1.1\r\n")) << request.constData();
    EXPECT_TRUE(request.contains("User-Agent: Kith/" KITH_VERSION " (gzip)\r\n"));
    EXPECT_TRUE(request.contains("Accept-Encoding: ") && request.contains("gzip"));
}

TEST(QtTransport, SendsTheVerbAndTheBodyAsTheyAre) {
    LoopbackServer server([](const QByteArray&, int) { return Reply{"HTTP/1.1 204 No Content\r\n\r\n"}; });
    QtTransport transport;
    for (const char* verb : {"POST", "PUT", "PATCH", "DELETE"}) {
        HttpRequest request = post(server.url(), "{\"a\":1}");
        request.verb = verb;
        const auto answer = transport.send(request, {});
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status, 204);
        EXPECT_TRUE(answer->body.isEmpty());
        EXPECT_TRUE(server.requests().back().startsWith(verb));
        EXPECT_TRUE(server.requests().back().endsWith("\r\n\r\n{\"a\":1}"));
        EXPECT_TRUE(server.requests().back().contains("Content-Type: application/json\r\n"));
    }
    const QByteArray large(3'000'000, 'x');
    ASSERT_TRUE(transport.send(post(server.url(), large), {}));
    EXPECT_TRUE(server.requests().back().endsWith(large));
    ASSERT_TRUE(transport.send(post(server.url(), {}), {}));
    EXPECT_TRUE(server.requests().back().contains("Content-Length: 0\r\n"));
}

TEST(QtTransport, TakesEveryStatusAsAnAnswerWithItsBody) {
    QByteArray status;
    QByteArray headers;
    LoopbackServer server(
        [&](const QByteArray&, int) { return Reply{LoopbackServer::answer(status, "{\"error\":1}", headers)}; });
    QtTransport transport;
    for (const char* line :
         {"301 Moved", "302 Found", "400 Bad Request", "401 Unauthorized", "403 Forbidden", "404 Not Found",
          "409 Conflict", "410 Gone", "422 Unprocessable", "429 Too Many Requests", "500 Oops", "503 Busy"}) {
        for (const char* extra : {"", "WWW-Authenticate: Bearer realm=\"x\"\r\n",
                                  "WWW-Authenticate: Basic realm=\"x\"\r\n", "Location: /elsewhere\r\n"}) {
            status = line;
            headers = extra;
            const auto answer = transport.send(post(server.url(), "{}"), {});
            ASSERT_TRUE(answer) << line << ' ' << extra << ' ' << qPrintable(answer.error().detail);
            EXPECT_EQ(answer->status, status.left(3).toInt());
            EXPECT_EQ(answer->body, "{\"error\":1}") << line << ' ' << extra;
        }
    }
    for (const QByteArray& request : server.requests()) {
        EXPECT_TRUE(request.startsWith("POST / ")) << "a redirect was followed";
    }
    EXPECT_EQ(server.requests().size(), 12U * 4U) << "a request was repeated";
}

TEST(QtTransport, UndoesCompression) {
    const QByteArray text(100'000, 'k');
    LoopbackServer server(
        [&](const QByteArray&, int) { return Reply{LoopbackServer::ok(gzipped(text), "Content-Encoding: gzip\r\n")}; });
    QtTransport transport;
    const auto answer = transport.send(get(server.url()), {});
    ASSERT_TRUE(answer) << qPrintable(answer.error().detail);
    EXPECT_EQ(answer->body, text);
}

TEST(QtTransport, ReadsAnEmptyAnswerThatCallsItselfCompressed) {
    LoopbackServer server(
        [](const QByteArray&, int) { return Reply{LoopbackServer::ok({}, "Content-Encoding: gzip\r\n")}; });
    QtTransport transport;
    const auto answer = transport.send(get(server.url()), {});
    ASSERT_TRUE(answer) << qPrintable(answer.error().detail);
    EXPECT_TRUE(answer->body.isEmpty());
}

TEST(QtTransport, CallsATruncatedAnswerNoAnswer) {
    const QByteArray text = QByteArray(60'000, 'k') + QByteArray::number(12345678).toBase64() + QByteArray(60'000, 'm');
    const QByteArray packed = gzipped(text);
    const std::vector<std::pair<const char*, QByteArray>> cuts{
        {"length announced", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"},
        {"no byte of the body", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"},
        {"within a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nabc"},
        {"between chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"},
        {"within the headers", "HTTP/1.1 200 OK\r\nContent-Le"},
        {"nothing at all", ""},
        {"error status", "HTTP/1.1 503 Busy\r\nContent-Length: 100\r\n\r\nabc"},
        {"compressed, by length", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " +
                                      QByteArray::number(packed.size()) + "\r\n\r\n" + packed.left(packed.size() / 2)},
        {"compressed, by chunks", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n" +
                                      QByteArray::number(packed.size() / 2, 16) + "\r\n" +
                                      packed.left(packed.size() / 2) + "\r\n"},
        {"compressed, until close",
         "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n" + packed.left(packed.size() / 2)},
    };
    for (const auto& [what, bytes] : cuts) {
        for (const char* verb : {"GET", "POST"}) {
            LoopbackServer server([&](const QByteArray&, int) { return Reply{bytes, true}; });
            QtTransport transport;
            HttpRequest request = post(server.url(), verb[0] == 'P' ? "{}" : "");
            request.verb = verb;
            const auto answer = transport.send(request, {});
            EXPECT_FALSE(answer) << what << ": " << answer->status << ' ' << answer->body.size();
            EXPECT_TRUE(answer || answer.error().kind == ErrorKind::Unreachable) << what;
            EXPECT_EQ(server.requests().size(), 1U) << verb << ' ' << what << ": repeated behind our back";
        }
    }
}

TEST(QtTransport, RepeatsNothingOnAConnectionThatWasKeptAndCut) {
    for (const char* verb : {"GET", "POST"}) {
        LoopbackServer server([](const QByteArray&, int number) {
            return number == 1 ? Reply{LoopbackServer::ok("first")} : Reply{"", true};
        });
        QtTransport transport;
        ASSERT_TRUE(transport.send(get(server.url()), {}));
        HttpRequest request = post(server.url(), verb[0] == 'P' ? "{\"send\":true}" : "");
        request.verb = verb;
        const auto answer = transport.send(request, {});
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().kind, ErrorKind::Unreachable);
        EXPECT_EQ(server.requests().size(), 2U) << verb;
    }
}

TEST(QtTransport, OpensAnotherConnectionWhereTheServerClosedTheFirst) {
    LoopbackServer server([](const QByteArray&, int) {
        return Reply{LoopbackServer::ok("well", "Connection: close\r\n"), true};
    });
    QtTransport transport;
    for (int i = 0; i < 20; ++i) {
        const auto answer = transport.send(post(server.url(), i % 2 ? "{}" : ""), {});
        ASSERT_TRUE(answer) << i << ' ' << qPrintable(answer.error().detail);
    }
}

TEST(QtTransport, GivesUpOnSilence) {
    LoopbackServer server(
        [](const QByteArray&, int) { return Reply{"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab"}; });
    QtTransport transport;
    HttpRequest request = get(server.url());
    request.timeout = Millis{50};
    const auto answer = transport.send(request, {});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ErrorKind::Unreachable);
    EXPECT_TRUE(answer.error().detail.contains(QStringLiteral("no byte"))) << qPrintable(answer.error().detail);
}

TEST(QtTransport, SaysUnreachableWhereNobodyListens) {
    quint16 port = 0;
    {
        port = LoopbackServer([](const QByteArray&, int) { return Reply{}; }).port();
    }
    QtTransport transport;
    const auto answer = transport.send(get(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port))), {});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ErrorKind::Unreachable);
}

TEST(QtTransport, LetsGoAtOnceOnAStopAndGoesOnWorking) {
    std::stop_source stop;
    LoopbackServer server([&](const QByteArray& request, int) {
        if (request.startsWith("GET /silent")) {
            stop.request_stop();
            return Reply{};
        }
        return Reply{LoopbackServer::ok("well")};
    });
    QtTransport transport;
    const auto stopped = transport.send(get(server.url(QStringLiteral("/silent"))), stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().kind, ErrorKind::Cancelled);
    const auto before = transport.send(get(server.url()), stop.get_token());
    ASSERT_FALSE(before);
    EXPECT_EQ(before.error().kind, ErrorKind::Cancelled);
    EXPECT_EQ(server.requests().size(), 1U) << "a stopped worker sends nothing";
    ASSERT_TRUE(transport.send(get(server.url()), {}));
}

TEST(QtTransport, ServesManyWorkersAtOnce) {
    LoopbackServer server(
        [](const QByteArray& request, int) { return Reply{LoopbackServer::ok(request.split(' ').at(1))}; });
    QtTransport transport;
    std::atomic<int> right{0};
    std::vector<std::jthread> workers;
    for (int worker = 0; worker < 60; ++worker) {
        workers.emplace_back([&, worker] {
            for (int round = 0; round < 5; ++round) {
                const QString path = QStringLiteral("/%1/%2").arg(worker).arg(round);
                const auto answer = transport.send(get(server.url(path)), {});
                right += answer && answer->body == path.toLatin1() ? 1 : 0;
            }
        });
    }
    workers.clear();
    EXPECT_EQ(right, 300);
    EXPECT_LE(server.connections(), 60);
}

TEST(QtTransport, RefusesPlainHttpToOtherMachines) {
    QtTransport transport;
    for (const char* url : {"http://mail.example/", "http://192.0.2.1/", "http://127.0.0.1@mail.example/",
                            "ftp://127.0.0.1/", "file:///etc/passwd", ""}) {
        const auto answer = transport.send(get(QUrl(QString::fromLatin1(url))), {});
        ASSERT_FALSE(answer) << url;
        EXPECT_EQ(answer.error().kind, ErrorKind::Denied) << url;
    }
}

TEST(QtTransport, OpensNoSocketWhenOffline) {
    LoopbackServer server([](const QByteArray&, int) { return Reply{LoopbackServer::ok("x")}; });
    QtTransport transport({.offline = true});
    const auto answer = transport.send(get(server.url()), {});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ErrorKind::Denied);
    EXPECT_TRUE(answer.error().detail.startsWith(QStringLiteral("offline")));
    EXPECT_EQ(server.connections(), 0);
}

TEST(QtTransport, TrustsNoCertificateThatNobodyVouchesFor) {
    kith::testing::TlsServer server;
    ASSERT_NE(server.port(), 0);
    QtTransport transport;
    const auto answer = transport.send(get(QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(server.port()))), {});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ErrorKind::Denied) << qPrintable(answer.error().detail);
    EXPECT_TRUE(answer.error().detail.contains(QStringLiteral("cannot prove who it is")));
    EXPECT_FALSE(answer.error().hint.isEmpty());
}

TEST(QtTransport, KeepsNoCookies) {
    LoopbackServer server(
        [](const QByteArray&, int) { return Reply{LoopbackServer::ok("x", "Set-Cookie: who=ada\r\n")}; });
    QtTransport transport;
    ASSERT_TRUE(transport.send(get(server.url()), {}));
    ASSERT_TRUE(transport.send(get(server.url()), {}));
    EXPECT_FALSE(server.requests().at(1).toLower().contains("cookie"));
}

}  // namespace
