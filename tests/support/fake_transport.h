// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A transport with scripted answers that remembers what it was asked; an answer left over fails the test.
#pragma once

#include "core/net/http.h"

#include <gtest/gtest.h>

#include <deque>
#include <functional>
#include <mutex>

namespace kith::testing {

class FakeTransport final : public net::HttpTransport {
public:
    using Answer = std::function<Result<net::HttpResponse>(const net::HttpRequest&, std::stop_token)>;

    ~FakeTransport() override { EXPECT_EQ(m_script.size(), 0U) << "answers that nobody asked for"; }

    void answer(int status, const QByteArray& body = {}, const net::HttpHeaders& headers = {}) {
        answerWith([=](const net::HttpRequest&, std::stop_token) {
            return Result<net::HttpResponse>(net::HttpResponse{status, headers, body});
        });
    }
    void fail(ErrorKind kind, const QString& detail = QStringLiteral("scripted")) {
        answerWith([=](const net::HttpRequest&, std::stop_token) {
            return Result<net::HttpResponse>(Error{kind, detail, {}, {}});
        });
    }
    void answerWith(Answer answer) {
        const std::lock_guard lock(m_mutex);
        m_script.push_back(std::move(answer));
    }
    /// For every request that comes when the script is at its end; without it such a request fails the test.
    void otherwise(Answer answer) {
        const std::lock_guard lock(m_mutex);
        m_otherwise = std::move(answer);
    }
    std::vector<net::HttpRequest> requests() const {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }

    Result<net::HttpResponse> send(const net::HttpRequest& request, std::stop_token stop) override {
        Answer answer = nextAnswer(request);
        if (stop.stop_requested()) {
            return Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}};
        }
        return answer
                   ? answer(request, stop)
                   : Result<net::HttpResponse>(Error{ErrorKind::Failed, QStringLiteral("no answer scripted"), {}, {}});
    }

private:
    Answer nextAnswer(const net::HttpRequest& request) {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(request);
        if (m_script.empty()) {
            EXPECT_TRUE(m_otherwise) << "nobody expected " << request.verb.constData() << ' '
                                     << request.url.toEncoded().constData();
            return m_otherwise;
        }
        Answer answer = std::move(m_script.front());
        m_script.pop_front();
        return answer;
    }

    mutable std::mutex m_mutex;
    std::deque<Answer> m_script;
    Answer m_otherwise;
    std::vector<net::HttpRequest> m_requests;
};

}  // namespace kith::testing
