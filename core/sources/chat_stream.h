// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// An answer that comes in pieces: server-sent events, put together to the words of a model.
#pragma once

#include "core/sources/openai_chat.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace kith::sources {

/// Cuts bytes into the data of events; any line ends, comments dropped, pieces cut anywhere.
class EventStream {
public:
    /// The events that are whole by now.
    std::vector<QByteArray> feed(const QByteArray& bytes);

private:
    void takeLine(QByteArray line, std::vector<QByteArray>& whole);

    QByteArray m_rest;
    QByteArray m_data;
    bool m_hasData{false};
};

class ChatStream {
public:
    using OnDelta = std::function<void(const QString&)>;
    explicit ChatStream(OnDelta onDelta)
        : m_onDelta(std::move(onDelta)) {}

    void feed(const QByteArray& bytes);
    /// Words came already.
    bool begun() const { return !m_content.isEmpty(); }
    const ChatUsage& usage() const { return m_usage; }
    /// At the end. whole: the body, read where nothing of it came in pieces. Unreachable: it broke off, or the server
    /// said so in the middle of it. Malformed: cut at its length limit, or empty.
    Result<ChatReply> reply(const QByteArray& whole);

private:
    void takeEvent(const QByteArray& data);

    OnDelta m_onDelta;
    EventStream m_events;
    QString m_content;
    QString m_model;
    QString m_finish;
    ChatUsage m_usage;
    std::optional<Error> m_trouble;
    bool m_fed{false};
    bool m_done{false};
};

bool isEventStream(const net::HttpResponse& response);
ChatUsage chatUsage(const QJsonObject& usage);

}  // namespace kith::sources
