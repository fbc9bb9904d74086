// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/openai_chat.h"

#include "core/base/json.h"
#include "core/net/backoff.h"
#include "core/sources/chat_stream.h"

#include <QJsonDocument>

namespace kith::sources {

namespace {

constexpr qsizetype kShownSentence = 300;

QString sentenceIn(const QJsonValue& value) {
    if (value.isString()) {
        return value.toString();
    }
    if (value.isArray()) {
        return sentenceIn(value.toArray().at(0));
    }
    const QJsonObject object = value.toObject();
    for (const char* key : {"message", "error", "msg", "detail"}) {
        if (object.contains(QLatin1String(key))) {
            return sentenceIn(object.value(QLatin1String(key)));
        }
    }
    return {};
}

QString serverSentence(const QByteArray& body) {
    const QString said = sentenceIn(QJsonDocument::fromJson(body).object());
    return said.left(kShownSentence);
}

/// Some servers answer 400 where they mean 402.
bool asksForPayment(int status, const QString& said) {
    return status == 402 || said.contains(QStringLiteral("payment method"), Qt::CaseInsensitive) ||
           said.contains(QStringLiteral("inference prohibited"), Qt::CaseInsensitive);
}

QJsonObject chatBody(const ChatRequest& request, bool bySchema, bool streamed) {
    QJsonArray messages;
    for (const ChatMessage& message : request.messages) {
        messages.append(
            QJsonObject{{QStringLiteral("role"), message.role}, {QStringLiteral("content"), message.content}});
    }
    QJsonObject body{{QStringLiteral("model"), request.model},
                     {QStringLiteral("messages"), messages},
                     {QStringLiteral("temperature"), request.temperature},
                     {QStringLiteral("max_tokens"), request.maxTokens},
                     {QStringLiteral("stream"), streamed}};
    if (streamed) {
        body.insert(QStringLiteral("stream_options"), QJsonObject{{QStringLiteral("include_usage"), true}});
    }
    if (request.schema && bySchema) {
        body.insert(
            QStringLiteral("response_format"),
            QJsonObject{{QStringLiteral("type"), QStringLiteral("json_schema")},
                        {QStringLiteral("json_schema"), QJsonObject{{QStringLiteral("name"), QStringLiteral("answer")},
                                                                    {QStringLiteral("strict"), true},
                                                                    {QStringLiteral("schema"), *request.schema}}}});
    } else if (request.schema) {
        body.insert(QStringLiteral("response_format"),
                    QJsonObject{{QStringLiteral("type"), QStringLiteral("json_object")}});
    }
    return body;
}

/// In JSON mode nothing but the words tell the model which shape is wanted.
ChatRequest withSchemaInWords(ChatRequest request) {
    if (request.schema && !request.messages.empty()) {
        request.messages.front().content +=
            QStringLiteral("\nAnswer with one JSON object that fits this JSON schema:\n") +
            QString::fromUtf8(json::canonical(*request.schema));
    }
    return request;
}

QByteArray bodyBytes(const ChatRequest& request, bool bySchema, bool streamed) {
    return json::canonical(chatBody(bySchema ? request : withSchemaInWords(request), bySchema, streamed));
}

Result<ChatReply> readReply(const QByteArray& body) {
    const auto whole = json::parseObject(body);
    if (!whole) {
        return whole.error();
    }
    const auto choices = json::array(*whole, QStringLiteral("choices"));
    if (!choices || choices->isEmpty()) {
        return Error{ErrorKind::Malformed, QStringLiteral("the model's answer has no choices"), {}};
    }
    const QJsonObject choice = choices->first().toObject();
    if (choice.value(QStringLiteral("finish_reason")).toString() == QStringLiteral("length")) {
        return Error{ErrorKind::Malformed, QStringLiteral("the model's answer was cut off at its length limit"), {}};
    }
    const QJsonValue content = choice.value(QStringLiteral("message")).toObject().value(QStringLiteral("content"));
    if (!content.isString() || content.toString().isEmpty()) {
        return Error{ErrorKind::Malformed, QStringLiteral("the model's answer is empty"), {}};
    }
    return ChatReply{content.toString(), whole->value(QStringLiteral("model")).toString(),
                     chatUsage(whole->value(QStringLiteral("usage")).toObject())};
}

Error stoppedError() {
    return {ErrorKind::Cancelled, QStringLiteral("stopped"), {}};
}

bool worthAnotherTry(const Error& error) {
    return error.kind == ErrorKind::RateLimited || error.kind == ErrorKind::Unreachable;
}

}  // namespace

Error chatError(const net::HttpResponse& response, Millis now) {
    const QString said = serverSentence(response.body);
    const QString detail = said.isEmpty() ? QStringLiteral("HTTP %1").arg(response.status)
                                          : QStringLiteral("HTTP %1: %2").arg(response.status).arg(said);
    if (asksForPayment(response.status, said)) {
        return {ErrorKind::Denied, detail, QStringLiteral("Enter a payment method at the model service.")};
    }
    switch (response.status) {
    case 401:
    case 403:
        return {ErrorKind::SignInNeeded, detail, QStringLiteral("Check the key of the model service in the settings.")};
    case 404:
        return {ErrorKind::NotFound, detail, QStringLiteral("Choose another model in the settings.")};
    case 408:
    case 429:
        return {ErrorKind::RateLimited, detail, QStringLiteral("The model is busy; Kith tries again later."),
                net::retryAfter(response, now)};
    default:
        break;
    }
    if (response.status >= 500) {
        return {ErrorKind::Unreachable, detail,
                QStringLiteral("The model service has trouble; Kith tries again later."),
                net::retryAfter(response, now)};
    }
    return {ErrorKind::Malformed, detail, {}};
}

double toldCost(const net::HttpRequest& request, const net::HttpResponse& response) {
    if (request.service != QStringLiteral("deepinfra") || request.verb != "POST") {
        return 0;
    }
    if (isEventStream(response)) {
        ChatStream stream({});
        stream.feed(response.body);
        return stream.usage().costUsd;
    }
    const QJsonObject answer = QJsonDocument::fromJson(response.body).object();
    return chatUsage(answer.value(QStringLiteral("usage")).toObject()).costUsd;
}

OpenAiChat::OpenAiChat(net::HttpTransport& transport, Clock& clock, Key key, ChatOptions options)
    : m_transport(transport)
    , m_clock(clock)
    , m_key(std::move(key))
    , m_options(std::move(options)) {
}

bool OpenAiChat::takesSchema(const QString& model) {
    const std::lock_guard lock(m_mutex);
    return !m_withoutSchema.contains(model);
}

void OpenAiChat::noteNoSchema(const QString& model) {
    const std::lock_guard lock(m_mutex);
    m_withoutSchema.insert(model);
}

bool OpenAiChat::pausedFor(const Error& error, int attempt, std::stop_token stop) {
    return worthAnotherTry(error) && attempt + 1 < m_options.attempts &&
           m_clock.wait(net::backoff(attempt, error.retryAfter), std::move(stop));
}

Result<net::HttpResponse> OpenAiChat::send(const net::HttpRequest& request, std::stop_token stop) {
    for (int attempt = 0;; ++attempt) {
        auto response = m_transport.send(request, stop);
        if (response && response->status == 200) {
            return response;
        }
        const Error error = response ? chatError(*response, m_clock.now()) : response.error();
        if (!pausedFor(error, attempt, stop)) {
            return stop.stop_requested() ? stoppedError() : error;
        }
    }
}

Result<net::HttpRequest> OpenAiChat::callFor(const ChatRequest& request, bool bySchema, bool streamed) {
    const auto key = m_key();
    if (!key) {
        return key.error();
    }
    net::HttpRequest call;
    call.verb = "POST";
    call.url = QUrl(m_options.baseUrl + QStringLiteral("/chat/completions"));
    call.headers = {{"Authorization", "Bearer " + *key}, {"Content-Type", "application/json"}};
    if (streamed) {
        call.headers.emplace_back("Accept-Encoding", "identity");  // packed words come late
    }
    call.body = bodyBytes(request, bySchema, streamed);
    call.service = QStringLiteral("deepinfra");
    call.purpose = request.purpose;
    call.timeout = m_options.timeout;
    call.redactions = request.redactions;
    return call;
}

Result<ChatReply> OpenAiChat::askOnce(const ChatRequest& request, bool bySchema, std::stop_token stop) {
    const auto call = callFor(request, bySchema, false);
    if (!call) {
        return call.error();
    }
    const auto response = send(*call, std::move(stop));
    return response ? readReply(response->body) : Result<ChatReply>(response.error());
}

Result<ChatReply> OpenAiChat::streamOnce(const ChatRequest& request, bool bySchema, const OnDelta& onDelta,
                                         std::stop_token stop) {
    auto call = callFor(request, bySchema, true);
    if (!call) {
        return call.error();
    }
    for (int attempt = 0;; ++attempt) {
        ChatStream words([&](const QString& delta) {
            if (!stop.stop_requested()) {
                onDelta(delta);
            }
        });
        call->onPiece = [&words](const QByteArray& piece) { words.feed(piece); };
        const auto response = m_transport.send(*call, stop);
        auto reply = !response                  ? Result<ChatReply>(response.error())
                     : response->status != 200  ? Result<ChatReply>(chatError(*response, m_clock.now()))
                     : isEventStream(*response) ? words.reply(response->body)
                                                : readReply(response->body);
        if (reply && !words.begun()) {
            onDelta(reply->content);  // a server that does not stream, or packs what it streams
        }
        if (reply || words.begun() || !pausedFor(reply.error(), attempt, stop)) {
            return reply || !stop.stop_requested() ? reply : Result<ChatReply>(stoppedError());
        }
    }
}

Result<ChatReply> OpenAiChat::orInJsonMode(const ChatRequest& request, const Asking& asking) {
    const bool bySchema = request.schema && takesSchema(request.model);
    auto reply = asking(bySchema);
    const bool refused = !reply && reply.error().kind == ErrorKind::Malformed &&
                         reply.error().detail.startsWith(QStringLiteral("HTTP 4"));
    if (!bySchema || !refused) {
        return reply;
    }
    auto again = asking(false);
    if (again) {
        noteNoSchema(request.model);
    }
    return again;
}

QByteArray OpenAiChat::question(const ChatRequest& request) {
    return bodyBytes(request, request.schema && takesSchema(request.model), false);
}

Result<ChatReply> OpenAiChat::ask(const ChatRequest& request, std::stop_token stop) {
    return orInJsonMode(request, [&](bool bySchema) { return askOnce(request, bySchema, stop); });
}

Result<ChatReply> OpenAiChat::stream(const ChatRequest& request, const OnDelta& onDelta, std::stop_token stop) {
    return orInJsonMode(request, [&](bool bySchema) { return streamOnce(request, bySchema, onDelta, stop); });
}

Result<std::vector<ChatModel>> OpenAiChat::models(std::stop_token stop) {
    net::HttpRequest call;
    call.url = QUrl(m_options.baseUrl + QStringLiteral("/models"));
    call.service = QStringLiteral("deepinfra");
    call.purpose = QStringLiteral("list of models");
    if (const auto key = m_key()) {
        call.headers = {{"Authorization", "Bearer " + *key}};
    }
    const auto response = send(call, stop);
    if (!response) {
        return response.error();
    }
    const auto whole = json::parseObject(response->body);
    const auto data = whole ? json::array(*whole, QStringLiteral("data")) : Result<QJsonArray>(whole.error());
    if (!data) {
        return data.error();
    }
    std::vector<ChatModel> models;
    for (const QJsonValue& entry : *data) {
        const QJsonObject metadata = entry[QStringLiteral("metadata")].toObject();
        const QJsonObject pricing = metadata.value(QStringLiteral("pricing")).toObject();
        const auto price = [&pricing](const char* name) {
            const QJsonValue value = pricing.value(QLatin1String(name));
            return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
        };
        models.push_back({entry[QStringLiteral("id")].toString(),
                          metadata.value(QStringLiteral("context_length")).toInteger(), price("input_tokens"),
                          price("output_tokens")});
    }
    return models;
}

}  // namespace kith::sources
