// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Client for OpenAI-compatible chat: DeepInfra by default, or any server of the user's own.
#pragma once

#include "core/base/clock.h"
#include "core/net/http.h"

#include <QJsonObject>
#include <QString>

#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

namespace kith::sources {

struct ChatMessage {
    QString role;  ///< system, user, assistant
    QString content;
};

struct ChatRequest {
    QString model;
    std::vector<ChatMessage> messages;
    std::optional<QJsonObject> schema{};  ///< the answer must be JSON of this shape
    double temperature{0};
    int maxTokens{1024};
    QString purpose{};  ///< for the ledger
    int redactions{0};  ///< how much was left out of the messages, for the ledger
};

struct ChatUsage {
    qint64 promptTokens{0};
    qint64 completionTokens{0};
    double costUsd{0};  ///< as the server estimates it; 0 where it does not say
};

struct ChatReply {
    QString content;
    QString model;
    ChatUsage usage;
};

struct ChatModel {
    QString id;
    qint64 contextLength{0};           ///< tokens; 0: not told
    std::optional<double> inputPrice;  ///< USD for a million tokens, where told
    std::optional<double> outputPrice;
};

struct ChatOptions {
    QString baseUrl;          ///< ends before /chat/completions, no slash at the end
    int attempts{4};          ///< for overload, broken connections and 5xx
    Millis timeout{600'000};  ///< a full model lets requests wait for minutes
};

/// Callable from several workers at a time; each call blocks its worker and ends at once when a stop is asked.
class OpenAiChat {
public:
    using Key = std::function<Result<QByteArray>()>;

    OpenAiChat(net::HttpTransport& transport, Clock& clock, Key key, ChatOptions options);

    /// SignInNeeded: the key is wrong. Denied: payment is asked for. NotFound: no such model. RateLimited, Unreachable:
    /// after all attempts. Malformed: the request is refused, or the answer means nothing or was cut off.
    Result<ChatReply> ask(const ChatRequest& request, std::stop_token stop);
    /// The same for a person who waits: onDelta gets the words as they come, on the thread that calls, and the reply is
    /// all of them. Once words came nothing is asked again: a line that breaks then is Unreachable. With a stop no word
    /// comes any more.
    using OnDelta = std::function<void(const QString&)>;
    Result<ChatReply> stream(const ChatRequest& request, const OnDelta& onDelta, std::stop_token stop);
    /// What ask() would send, to the byte: the body alone, without the key.
    QByteArray question(const ChatRequest& request);
    /// Needs no key on most servers.
    Result<std::vector<ChatModel>> models(std::stop_token stop);

private:
    using Asking = std::function<Result<ChatReply>(bool bySchema)>;
    Result<ChatReply> orInJsonMode(const ChatRequest& request, const Asking& asking);
    Result<ChatReply> askOnce(const ChatRequest& request, bool bySchema, std::stop_token stop);
    Result<ChatReply> streamOnce(const ChatRequest& request, bool bySchema, const OnDelta& onDelta,
                                 std::stop_token stop);
    Result<net::HttpRequest> callFor(const ChatRequest& request, bool bySchema, bool streamed);
    Result<net::HttpResponse> send(const net::HttpRequest& request, std::stop_token stop);
    /// True after the pause: another try is worth it.
    bool pausedFor(const Error& error, int attempt, std::stop_token stop);
    bool takesSchema(const QString& model);
    void noteNoSchema(const QString& model);

    net::HttpTransport& m_transport;
    Clock& m_clock;
    Key m_key;
    ChatOptions m_options;
    std::mutex m_mutex;
    std::set<QString> m_withoutSchema;  ///< models that refused a JSON schema: asked in JSON mode
};

/// One reader for the three shapes of errors that such servers send; detail is the server's own sentence.
Error chatError(const net::HttpResponse& response, Millis now);

/// What an answer of such a server cost in USD; 0 for other services and where nothing is told. For the ledger.
double toldCost(const net::HttpRequest& request, const net::HttpResponse& response);

}  // namespace kith::sources
