// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/chat_stream.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kith::sources {

std::vector<QByteArray> EventStream::feed(const QByteArray& bytes) {
    std::vector<QByteArray> whole;
    m_rest += bytes;
    qsizetype from = 0;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', from)) {
        takeLine(m_rest.mid(from, end - from), whole);
        from = end + 1;
    }
    m_rest.remove(0, from);
    return whole;
}

void EventStream::takeLine(QByteArray line, std::vector<QByteArray>& whole) {
    if (line.endsWith('\r')) {
        line.chop(1);
    }
    if (line.isEmpty()) {
        if (m_hasData) {
            whole.push_back(std::exchange(m_data, QByteArray()));
        }
        m_hasData = false;
        return;
    }
    if (!line.startsWith("data:")) {
        return;  // comments and fields that chat does not use
    }
    line.remove(0, line.startsWith("data: ") ? 6 : 5);
    m_data += m_hasData ? "\n" + line : line;
    m_hasData = true;
}

void ChatStream::feed(const QByteArray& bytes) {
    m_fed = true;
    for (const QByteArray& data : m_events.feed(bytes)) {
        takeEvent(data);
    }
}

void ChatStream::takeEvent(const QByteArray& data) {
    if (data == "[DONE]") {
        m_done = true;
        return;
    }
    const QJsonObject chunk = QJsonDocument::fromJson(data).object();
    if (chunk.contains(QStringLiteral("error"))) {
        m_trouble = chatError({500, {}, data}, Millis{0});
        return;
    }
    if (const QJsonValue model = chunk.value(QStringLiteral("model")); model.isString()) {
        m_model = model.toString();
    }
    if (const QJsonValue usage = chunk.value(QStringLiteral("usage")); usage.isObject()) {
        m_usage = chatUsage(usage.toObject());
    }
    const QJsonArray choices = chunk.value(QStringLiteral("choices")).toArray();
    if (choices.isEmpty()) {
        return;  // the last chunk holds only what it cost
    }
    const QJsonObject choice = choices.first().toObject();
    if (const QJsonValue finish = choice.value(QStringLiteral("finish_reason")); finish.isString()) {
        m_finish = finish.toString();
    }
    const QString words = choice.value(QStringLiteral("delta"))[QStringLiteral("content")].toString();
    if (!words.isEmpty()) {
        m_content += words;
        if (m_onDelta) {
            m_onDelta(words);
        }
    }
}

Result<ChatReply> ChatStream::reply(const QByteArray& whole) {
    if (!m_fed) {
        feed(whole);
    }
    if (m_trouble) {
        return *m_trouble;
    }
    if (m_finish.isEmpty() && !m_done) {
        return Error{ErrorKind::Unreachable, QStringLiteral("the model's answer broke off"),
                     QStringLiteral("Ask again.")};
    }
    if (m_finish == QStringLiteral("length")) {
        return Error{ErrorKind::Malformed, QStringLiteral("the model's answer was cut off at its length limit"), {}};
    }
    if (m_content.isEmpty()) {
        return Error{ErrorKind::Malformed, QStringLiteral("the model's answer is empty"), {}};
    }
    return ChatReply{m_content, m_model, m_usage};
}

bool isEventStream(const net::HttpResponse& response) {
    return response.header("Content-Type").toLower().startsWith("text/event-stream");
}

ChatUsage chatUsage(const QJsonObject& usage) {
    return {usage.value(QStringLiteral("prompt_tokens")).toInteger(),
            usage.value(QStringLiteral("completion_tokens")).toInteger(),
            usage.value(QStringLiteral("estimated_cost")).toDouble()};
}

}  // namespace kith::sources
