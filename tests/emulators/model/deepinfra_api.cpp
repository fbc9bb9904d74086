// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/model/deepinfra_api.h"

#include "tests/emulators/model/chat_check.h"
#include "tests/emulators/model/mail_reader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kith::emulator {
namespace {

constexpr qsizetype kPieceLength = 24;

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Answer plainJson(int status, const QJsonObject& body) {
    return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = compact(body)};
}

Answer openAiError(int status, const QString& words, const QJsonValue& code = QJsonValue::Null) {
    return plainJson(status, {{QStringLiteral("error"),
                               QJsonObject{{QStringLiteral("message"), words},
                                           {QStringLiteral("type"), QStringLiteral("invalid_request_error")},
                                           {QStringLiteral("param"), QJsonValue::Null},
                                           {QStringLiteral("code"), code}}}});
}

bool hasKey(const Request& request, const QString& key) {
    const QByteArray given = request.header("Authorization");
    return given.size() > 7 && given.left(7).toLower() == "bearer " && given.mid(7) == key.toUtf8();
}

qint64 tokensOf(const QString& text) {
    return text.size() / 4 + 1;
}

QString lastUserText(const QJsonObject& body) {
    QString text;
    for (const QJsonValue& message : body.value(QStringLiteral("messages")).toArray()) {
        if (message[QStringLiteral("role")].toString() == QStringLiteral("user")) {
            text = message[QStringLiteral("content")].toString();
        }
    }
    return text;
}

QString allText(const QJsonObject& body) {
    QString text;
    for (const QJsonValue& message : body.value(QStringLiteral("messages")).toArray()) {
        text += message[QStringLiteral("content")].toString();
    }
    return text;
}

bool wantsJson(const QJsonObject& body) {
    return body.value(QStringLiteral("response_format"))[QStringLiteral("type")].toString().startsWith(
        QStringLiteral("json"));
}

QJsonObject frame(const QJsonObject& body, const char* kind) {
    return {{QStringLiteral("id"), QStringLiteral("chatcmpl-emulator")},
            {QStringLiteral("object"), QLatin1String(kind)},
            {QStringLiteral("created"), 1'780'000'000},
            {QStringLiteral("model"), body.value(QStringLiteral("model"))}};
}

/// As the service does: cut at max_tokens, and said so.
bool cutToLength(const QJsonObject& body, QString& content) {
    const QJsonValue most = body.value(QStringLiteral("max_tokens"));
    const qint64 allowed = most.isDouble() ? most.toInteger() * 4 : 16'384 * 4;
    if (content.size() <= allowed) {
        return false;
    }
    content.truncate(allowed);
    return true;
}

}  // namespace

DeepInfraApi::DeepInfraApi(ModelOptions options)
    : m_options(std::move(options)) {
}

Answer DeepInfraApi::handle(const Request& request) {
    if (request.path == QStringLiteral("/v1/openai/models")) {
        return request.verb == "GET" ? models() : openAiError(405, QStringLiteral("Method Not Allowed"));
    }
    if (request.path != QStringLiteral("/v1/openai/chat/completions")) {
        return plainJson(404, {{QStringLiteral("detail"), QStringLiteral("Not Found")}});
    }
    if (request.verb != "POST") {
        return plainJson(405, {{QStringLiteral("detail"), QStringLiteral("Method Not Allowed")}});
    }
    return hasKey(request, m_options.key) ? chat(request) : openAiError(401, QStringLiteral("Not authenticated"));
}

Answer DeepInfraApi::models() const {
    QJsonArray data;
    for (const auto& [id, price] : m_options.models) {
        data.append(QJsonObject{
            {QStringLiteral("id"), id},
            {QStringLiteral("object"), QStringLiteral("model")},
            {QStringLiteral("created"), 1'780'000'000},
            {QStringLiteral("owned_by"), id.section(QLatin1Char('/'), 0, 0)},
            {QStringLiteral("metadata"),
             QJsonObject{{QStringLiteral("description"), QString()},
                         {QStringLiteral("context_length"), 131'072},
                         {QStringLiteral("max_tokens"), 16'384},
                         {QStringLiteral("pricing"), QJsonObject{{QStringLiteral("input_tokens"), price},
                                                                 {QStringLiteral("output_tokens"), price}}}}}});
    }
    return plainJson(200, {{QStringLiteral("object"), QStringLiteral("list")}, {QStringLiteral("data"), data}});
}

Answer DeepInfraApi::chat(const Request& request) {
    QJsonParseError parse{};
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &parse);
    if (parse.error != QJsonParseError::NoError || !document.isObject()) {
        return plainJson(422, {{QStringLiteral("detail"),
                                QJsonArray{QJsonObject{{QStringLiteral("loc"), QJsonArray{QStringLiteral("body")}},
                                                       {QStringLiteral("msg"), QStringLiteral("JSON decode error")},
                                                       {QStringLiteral("type"), QStringLiteral("json_invalid")}}}}});
    }
    const QJsonObject body = document.object();
    if (const QJsonArray faults = chatFaults(body); !faults.isEmpty()) {
        return plainJson(422, {{QStringLiteral("detail"), faults}});
    }
    const QString model = body.value(QStringLiteral("model")).toString();
    if (!m_options.models.contains(model)) {
        return openAiError(404, QStringLiteral("The model `%1` does not exist").arg(model));
    }
    const QString format = body.value(QStringLiteral("response_format"))[QStringLiteral("type")].toString();
    if (format == QStringLiteral("json_schema") && !m_options.takesSchemas) {
        return openAiError(400, QStringLiteral("json_schema response_format is not supported by this model"));
    }
    if (format == QStringLiteral("json_object") &&
        !allText(body).contains(QStringLiteral("JSON"), Qt::CaseInsensitive)) {
        return openAiError(400, QStringLiteral("'messages' must contain the word 'json' to use json_object"));
    }
    ++m_questions;
    const QString said = content(body);
    return body.value(QStringLiteral("stream")).toBool() ? streamedAnswer(body, said) : wholeAnswer(body, said);
}

QString DeepInfraApi::content(const QJsonObject& body) {
    if (!m_table.empty()) {
        QString said = std::move(m_table.front());
        m_table.pop_front();
        return said;
    }
    const QString mail = lastUserText(body);
    const bool isRemark = mail.contains(QStringLiteral("\nRemark: "));
    switch (m_options.manner) {
    case ModelManner::Nonsense:
        return QStringLiteral("As a language model I would rather talk about the weather.");
    case ModelManner::OutOfRange:
        return QString::fromUtf8(compact(readMail(mail)))
            .replace(QStringLiteral("\"score\":0."), QStringLiteral("\"score\":9."));
    case ModelManner::Obedient:
        return !wantsJson(body) ? obeyInProse(mail)
                                : QString::fromUtf8(compact(isRemark ? obeyBesideARemark(mail) : obeyMail(mail)));
    case ModelManner::Reader:
        break;
    }
    if (wantsJson(body) && isRemark) {
        return QString::fromUtf8(compact(fileRemark(mail)));
    }
    return wantsJson(body) ? QString::fromUtf8(compact(readMail(mail)))
                           : QStringLiteral("Thank you for your message. I will come back to you with [date].");
}

QJsonObject DeepInfraApi::usage(const QJsonObject& body, const QString& content) const {
    const qint64 in = tokensOf(allText(body));
    const qint64 out = tokensOf(content);
    const double price = m_options.models.at(body.value(QStringLiteral("model")).toString());
    return {{QStringLiteral("prompt_tokens"), in},
            {QStringLiteral("completion_tokens"), out},
            {QStringLiteral("total_tokens"), in + out},
            {QStringLiteral("estimated_cost"), price * double(in + out) / 1e6}};
}

Answer DeepInfraApi::wholeAnswer(const QJsonObject& body, const QString& content) const {
    QString said = content;
    const bool cut = cutToLength(body, said);
    QJsonObject answer = frame(body, "chat.completion");
    answer.insert(QStringLiteral("choices"),
                  QJsonArray{QJsonObject{
                      {QStringLiteral("index"), 0},
                      {QStringLiteral("message"), QJsonObject{{QStringLiteral("role"), QStringLiteral("assistant")},
                                                              {QStringLiteral("content"), said},
                                                              {QStringLiteral("name"), QJsonValue::Null},
                                                              {QStringLiteral("tool_calls"), QJsonValue::Null}}},
                      {QStringLiteral("finish_reason"), cut ? QStringLiteral("length") : QStringLiteral("stop")}}});
    answer.insert(QStringLiteral("usage"), usage(body, said));
    return plainJson(200, answer);
}

Answer DeepInfraApi::streamedAnswer(const QJsonObject& body, const QString& content) const {
    QString said = content;
    const bool cut = cutToLength(body, said);
    QByteArray stream = ": a comment first\n\n";
    const auto event = [&stream, &body](const QJsonArray& choices, const QJsonValue& used) {
        QJsonObject chunk = frame(body, "chat.completion.chunk");
        chunk.insert(QStringLiteral("choices"), choices);
        if (!used.isUndefined()) {
            chunk.insert(QStringLiteral("usage"), used);
        }
        stream += "data: " + compact(chunk) + "\n\n";
    };
    const auto delta = [](const QJsonObject& piece, const QJsonValue& finish) {
        return QJsonArray{QJsonObject{
            {QStringLiteral("index"), 0}, {QStringLiteral("delta"), piece}, {QStringLiteral("finish_reason"), finish}}};
    };
    event(delta({{QStringLiteral("role"), QStringLiteral("assistant")}, {QStringLiteral("content"), QString()}},
                QJsonValue::Null),
          QJsonValue::Undefined);
    for (qsizetype from = 0; from < said.size(); from += kPieceLength) {
        event(delta({{QStringLiteral("content"), said.mid(from, kPieceLength)}}, QJsonValue::Null),
              QJsonValue::Undefined);
    }
    event(delta({}, cut ? QStringLiteral("length") : QStringLiteral("stop")), QJsonValue::Undefined);
    event({}, usage(body, said));  // the last chunk has no choices
    stream += "data: [DONE]\n\n";
    return {.status = 200, .headers = {{"Content-Type", "text/event-stream"}}, .body = stream};
}

}  // namespace kith::emulator
