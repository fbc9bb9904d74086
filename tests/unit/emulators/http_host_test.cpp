// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The server around an emulator, spoken to over a real socket.
#include "tests/emulators/host/gzip.h"
#include "tests/emulators/host/http_host.h"

#include <QTcpSocket>
#include <QtCore/qtestsupport_core.h>

#include <gtest/gtest.h>

namespace kith::emulator {
namespace {

const QByteArray longBody(3000, 'x');

Answer answerFor(const Request& request) {
    Answer answer{.status = 200, .headers = {{"Content-Type", "text/plain"}}, .body = longBody};
    if (request.path == QLatin1String("/twice")) {
        answer.headers.emplace_back("Set-Cookie", "a=1");
        answer.headers.emplace_back("Set-Cookie", "b=2");
    } else if (request.path == QLatin1String("/cut")) {
        answer.delivery = Delivery::CutOff;
    } else if (request.path == QLatin1String("/far")) {
        answer.delay = std::chrono::hours(1);
    } else if (request.path == QLatin1String("/near")) {
        answer.delay = std::chrono::milliseconds(1);
    } else if (request.path == QLatin1String("/silent")) {
        answer.delivery = Delivery::NoAnswer;
    } else if (request.path == QLatin1String("/stalled")) {
        answer.delivery = Delivery::Stalled;
        answer.stall = std::chrono::hours(1);
    } else if (request.path.startsWith(QLatin1String("/echo"))) {
        answer.body = request.verb + ' ' + request.path.toLatin1() + '?' +
                      request.query.query(QUrl::FullyEncoded).toLatin1() + '\n' + request.header("x-word") + '\n' +
                      request.body;
    } else if (request.path == QLatin1String("/nothing")) {
        answer = {.status = 204, .headers = {}, .body = {}};
    }
    return answer;
}

class HttpHostStory : public testing::Test {
protected:
    HttpHost host{answerFor};
    const quint16 port = host.open(0);
    QTcpSocket socket;

    void SetUp() override { ASSERT_GT(port, 0); }
    void say(const QByteArray& text) { say(socket, text); }
    void say(QTcpSocket& line, const QByteArray& text) {
        if (line.state() != QAbstractSocket::ConnectedState) {
            line.connectToHost(QHostAddress::LocalHost, port);
            ASSERT_TRUE(QTest::qWaitFor([&] { return line.state() == QAbstractSocket::ConnectedState; }));
        }
        line.write(text);
    }
    static QByteArray request(const QByteArray& verb, const QByteArray& target, const QByteArray& headers = {}) {
        return verb + ' ' + target + " HTTP/1.1\r\nHost: here\r\n" + headers + "\r\n";
    }
    /// All that came until it ends so.
    QByteArray heard(const QByteArray& end) { return heard(socket, end); }
    static QByteArray heard(QTcpSocket& line, const QByteArray& end) {
        QByteArray text;
        EXPECT_TRUE(QTest::qWaitFor([&] {
            text += line.readAll();
            return text.endsWith(end);
        })) << text.constData();
        return text;
    }
    /// All that came before the other side hung up.
    QByteArray heardToTheEnd() {
        QByteArray text;
        EXPECT_TRUE(QTest::qWaitFor([&] {
            text += socket.readAll();
            return socket.state() == QAbstractSocket::UnconnectedState;
        }));
        return text + socket.readAll();
    }
};

TEST_F(HttpHostStory, AnswersOneRequestAfterTheOtherOnOneLineWithHeadersRepeated) {
    say(request("GET", "/twice"));
    const QByteArray first = heard(longBody);
    EXPECT_TRUE(first.startsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_EQ(first.count("Set-Cookie: "), 2);
    say(request("GET", "/twice"));
    const auto undated = [](const QByteArray& answer) -> QByteArray {
        const auto date = answer.indexOf("Date:");
        return answer.left(date) + answer.mid(answer.indexOf("\r\n", date));
    };
    EXPECT_EQ(undated(heard(longBody)), undated(first)) << "the same again";
}

TEST_F(HttpHostStory, PathsQueriesHeadersAndBodiesArriveAsTheyWereSent) {
    say(request("POST", "/echo/a%40b.example/x%2Fy?q=a%2Bb+c&q=%C3%A4", "X-Word: here\r\nContent-Length: 5\r\n") +
        "hello");
    const QByteArray answer = heard("hello");
    EXPECT_TRUE(answer.endsWith("POST /echo/a%40b.example/x%2Fy?q=a%2Bb+c&q=%C3%A4\nhere\nhello"))
        << answer.constData();
}

TEST_F(HttpHostStory, HeadTellsTheLengthWithoutABodyAndNothingHasNone) {
    say(request("HEAD", "/"));
    EXPECT_TRUE(heard("\r\n\r\n").contains("Content-Length: 3000\r\n"));
    say(request("DELETE", "/nothing"));
    const QByteArray nothing = heard("\r\n\r\n");
    EXPECT_TRUE(nothing.startsWith("HTTP/1.1 204"));
    EXPECT_FALSE(nothing.contains("Content-Length"));
}

TEST_F(HttpHostStory, PacksOnlyForThoseWhoSayGzipTwice) {
    say(request("GET", "/", "Accept-Encoding: gzip\r\nUser-Agent: browser\r\n"));
    EXPECT_FALSE(heard(longBody).contains("Content-Encoding"));
    say(request("GET", "/", "Accept-Encoding: gzip, deflate\r\nUser-Agent: kith (gzip)\r\n"));
    const QByteArray packed = gzipped(longBody);
    EXPECT_LT(packed.size(), 200);
    EXPECT_TRUE(heard(packed).contains("Content-Encoding: gzip\r\n"));
}

TEST_F(HttpHostStory, HangsUpWhenAskedTo) {
    say(request("GET", "/", "Connection: close\r\n"));
    EXPECT_TRUE(heardToTheEnd().endsWith(longBody));
}

TEST_F(HttpHostStory, ACutAnswerPromisesMoreThanItBrings) {
    say(request("GET", "/cut"));
    const QByteArray text = heardToTheEnd();
    EXPECT_TRUE(text.contains("Content-Length: 3000\r\n"));
    EXPECT_EQ(text.size() - text.indexOf("\r\n\r\n") - 4, 1500);
}

TEST_F(HttpHostStory, AnAnswerFromFarAwayLetsOthersPass) {
    say(request("GET", "/far"));
    QTcpSocket other;
    say(other, request("GET", "/"));
    EXPECT_TRUE(heard(other, longBody).startsWith("HTTP/1.1 200"));
    say(other, request("GET", "/near"));
    EXPECT_TRUE(heard(other, longBody).startsWith("HTTP/1.1 200"));
    EXPECT_EQ(socket.bytesAvailable(), 0);
}

TEST_F(HttpHostStory, NoAnswerIsALineThatIsHungUp) {
    say(request("GET", "/silent"));
    EXPECT_TRUE(heardToTheEnd().isEmpty());
}

TEST_F(HttpHostStory, AStalledAnswerHoldsUpNobodyElse) {
    say(request("GET", "/stalled"));
    heard(longBody.left(1500));
    QTcpSocket other;
    say(other, request("GET", "/"));
    EXPECT_TRUE(heard(other, longBody).startsWith("HTTP/1.1 200"));
    EXPECT_EQ(socket.bytesAvailable(), 0);
}

}  // namespace
}  // namespace kith::emulator
