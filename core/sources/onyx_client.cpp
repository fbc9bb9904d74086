// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/onyx_client.h"

#include "core/net/backoff.h"
#include "core/sources/attio_values.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace kith::sources {

namespace {

constexpr ServiceLimits kOnyxLimits{.readsPerSecond = 10, .writesPerSecond = 0, .burst = 4, .silence = Millis{120'000}};
constexpr int kOnyxHits = 10;

OnyxDocument searchDocument(const QJsonObject& json) {
    OnyxDocument document;
    document.id = json.value(u"document_id").toString();
    document.title = json.value(u"semantic_identifier").toString();
    document.link = json.value(u"link").toString();
    document.source = json.value(u"source_type").toString();
    for (const QJsonValue& one : json.value(u"match_highlights").toArray()) {
        document.highlights << one.toString();
    }
    const QString content = json.value(u"content").toString();
    const QString lit = document.highlights.isEmpty() ? QString() : onyxHighlightText(document.highlights.first());
    document.text = !content.isEmpty() ? content : lit.isEmpty() ? json.value(u"blurb").toString() : lit;
    if (json.value(u"score").isDouble()) {
        document.score = json.value(u"score").toDouble();
    }
    document.updatedAt = attioTime(json.value(u"updated_at").toString());
    return document;
}

OnyxDocument searchResult(const QJsonObject& json, int number) {
    OnyxDocument document;
    document.link = json.value(u"link").toString();
    document.title = json.value(u"title").toString();
    document.id = document.link.isEmpty() ? QStringLiteral("result-%1").arg(number) : document.link;
    document.source = json.value(u"source_type").toString();
    document.text = json.value(u"content").toString();
    document.updatedAt = attioTime(json.value(u"updated_at").toString());
    document.cited = true;
    return document;
}

Result<QJsonArray> documentsIn(const QJsonObject& json, QStringView key) {
    const QString said = json.value(u"error").toString();
    if (!said.isEmpty()) {
        return Error{ErrorKind::Unreachable, QStringLiteral("Onyx: ") + said.left(300), {}};
    }
    const QJsonValue list = json.value(key);
    return list.isArray() ? Result<QJsonArray>(list.toArray())
                          : Error{ErrorKind::Malformed, QStringLiteral("Onyx's answer has no ") + key, {}};
}

QString onyxSentenceIn(const QJsonObject& body) {
    const QJsonValue detail = body.value(u"detail");
    return detail.isArray() ? detail.toArray().first()[u"msg"].toString() : detail.toString();
}

}  // namespace

Error onyxError(const net::HttpResponse& response, Millis now) {
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    const QString detail = QStringLiteral("Onyx: HTTP %1 %2 %3")
                               .arg(response.status)
                               .arg(body.value(u"error_code").toString(), onyxSentenceIn(body).left(300))
                               .simplified();
    switch (response.status) {
    case 401:
        return {ErrorKind::SignInNeeded, detail, QStringLiteral("Check the key of Onyx in the settings.")};
    case 402:
    case 403:
        return {ErrorKind::Denied, detail, QStringLiteral("The key of Onyx does not have the right for this.")};
    case 404:
    case 405:
        return {ErrorKind::NotFound, detail, QStringLiteral("Check the address of Onyx: it mostly ends in /api.")};
    case 408:
    case 429:
        return {ErrorKind::RateLimited, detail, QStringLiteral("Onyx is busy; Kith tries again later."),
                net::retryAfter(response, now)};
    default:
        break;
    }
    if (response.status >= 500) {
        return {ErrorKind::Unreachable, detail, QStringLiteral("Onyx has trouble; Kith tries again later."),
                net::retryAfter(response, now)};
    }
    return {ErrorKind::Malformed, detail, {}};
}

OnyxClient::OnyxClient(net::HttpTransport& transport, Clock& clock, const QString& baseUrl, ServiceCaller::Key key)
    : m_caller(transport, clock, {QStringLiteral("onyx"), baseUrl, std::move(key), onyxError}, kOnyxLimits) {
}

Result<OnyxServer> OnyxClient::server(std::stop_token stop) {
    const auto health =
        m_caller.object({.target = "/health", .purpose = QStringLiteral("is Onyx there"), .withKey = false}, stop);
    if (!health) {
        return health.error();
    }
    if (!health->value(u"success").toBool()) {
        return Error{ErrorKind::Unreachable, QStringLiteral("Onyx is not healthy"), {}};
    }
    const auto version = m_caller.object(
        {.target = "/version", .purpose = QStringLiteral("which Onyx is there"), .withKey = false}, stop);
    if (!version && version.error().kind != ErrorKind::NotFound) {
        return version.error();
    }
    const auto me = m_caller.object({.target = "/me", .purpose = QStringLiteral("check the key of Onyx")}, stop);
    // A limited key may ask, and may not see whose it is.
    if (!me && me.error().kind != ErrorKind::Denied) {
        return me.error();
    }
    return OnyxServer{version ? version->value(u"backend_version").toString() : QString(),
                      me ? me->value(u"email").toString() : QString()};
}

Result<OnyxAnswer> OnyxClient::ask(const QString& question, std::stop_token stop) {
    Way way;
    {
        const std::lock_guard lock(m_mutex);
        way = m_way;
    }
    for (;;) {
        auto answer = askBy(way, question, stop);
        const bool absent = !answer && answer.error().kind == ErrorKind::NotFound;
        if (absent && way == Way::Chat) {
            // Perhaps another version by now: from the beginning next time.
            const std::lock_guard lock(m_mutex);
            m_way = Way::Search;
        }
        if (!absent || way == Way::Chat) {
            return answer;
        }
        way = way == Way::Search ? Way::SearchMessage : Way::Chat;
        const std::lock_guard lock(m_mutex);
        m_way = way;
    }
}

Result<OnyxAnswer> OnyxClient::askBy(Way way, const QString& question, std::stop_token stop) {
    const QString purpose = QStringLiteral("look up a contact in Onyx");
    OnyxAnswer answer;
    if (way == Way::Chat) {
        const auto said = m_caller.call({.verb = "POST",
                                         .target = "/chat/send-chat-message",
                                         .body = QJsonObject{{QStringLiteral("message"), question},
                                                             {QStringLiteral("stream"), true},
                                                             {QStringLiteral("include_citations"), true}},
                                         .purpose = purpose},
                                        stop);
        return said ? onyxChatAnswer(said->body) : Result<OnyxAnswer>(said.error());
    }
    if (way == Way::Search) {
        answer.way = QStringLiteral("search");
        const auto found = m_caller.object(
            {.verb = "POST",
             .target = "/search",
             .body = QJsonObject{{QStringLiteral("query"), question}, {QStringLiteral("skip_query_expansion"), true}},
             .purpose = purpose},
            stop);
        const auto results = found ? documentsIn(*found, u"results") : Result<QJsonArray>(found.error());
        if (!results) {
            return results.error();
        }
        for (const QJsonValue& one : *results) {
            answer.documents.push_back(searchResult(one.toObject(), int(answer.documents.size()) + 1));
        }
        return answer;
    }
    answer.way = QStringLiteral("search-message");
    const auto found = m_caller.object({.verb = "POST",
                                        .target = "/search/send-search-message",
                                        .body = QJsonObject{{QStringLiteral("search_query"), question},
                                                            {QStringLiteral("num_hits"), kOnyxHits},
                                                            {QStringLiteral("include_content"), true},
                                                            {QStringLiteral("run_query_expansion"), false},
                                                            {QStringLiteral("stream"), false}},
                                        .purpose = purpose},
                                       stop);
    const auto docs = found ? documentsIn(*found, u"search_docs") : Result<QJsonArray>(found.error());
    if (!docs) {
        return docs.error();
    }
    for (const QJsonValue& one : *docs) {
        answer.documents.push_back(searchDocument(one.toObject()));
        answer.documents.back().cited = true;
    }
    return answer;
}

namespace {

/// What the lines of a stream add up to.
struct ChatLines {
    OnyxAnswer answer;
    QSet<QString> cited;
    std::optional<Error> error;
    bool ended{false};

    void take(const QJsonObject& line);
    void takeDocuments(const QJsonArray& list);
    void takeWhole(const QJsonObject& whole);
};

void ChatLines::takeDocuments(const QJsonArray& list) {
    for (const QJsonValue& one : list) {
        OnyxDocument document = searchDocument(one.toObject());
        const bool known =
            std::ranges::any_of(answer.documents, [&](const OnyxDocument& other) { return other.id == document.id; });
        if (!known && !document.id.isEmpty()) {
            answer.documents.push_back(std::move(document));
        }
    }
}

void ChatLines::takeWhole(const QJsonObject& whole) {
    const QString said = whole.value(u"error_msg").toString();
    if (!said.isEmpty()) {
        error = Error{ErrorKind::Unreachable, QStringLiteral("Onyx: ") + said.left(300), {}};
    }
    answer.words = whole.value(u"answer_citationless").toString(whole.value(u"answer").toString());
    takeDocuments(whole.value(u"top_documents").toArray());
    for (const QJsonValue& one : whole.value(u"citation_info").toArray()) {
        cited.insert(one[u"document_id"].toString());
    }
    ended = true;
}

void ChatLines::take(const QJsonObject& line) {
    if (line.contains(u"answer") || line.contains(u"top_documents")) {
        takeWhole(line);
        return;
    }
    if (line.value(u"error").isString()) {
        const bool again = line.value(u"is_retryable").toBool(true);
        error = Error{again ? ErrorKind::Unreachable : ErrorKind::Failed,
                      QStringLiteral("Onyx: ") + line.value(u"error").toString().left(300),
                      {}};
        return;
    }
    const QJsonObject object = line.value(u"obj").toObject();
    const QString type = object.value(u"type").toString();
    if (type == QLatin1String("message_delta")) {
        answer.words += object.value(u"content").toString();
    } else if (type == QLatin1String("search_tool_documents_delta")) {
        takeDocuments(object.value(u"documents").toArray());
    } else if (type == QLatin1String("message_start")) {
        takeDocuments(object.value(u"final_documents").toArray());
    } else if (type == QLatin1String("citation_info")) {
        cited.insert(object.value(u"document_id").toString());
    } else if (type == QLatin1String("stop")) {
        ended = true;
    }
    // Heartbeats, and what next month's server may say.
}

}  // namespace

Result<OnyxAnswer> onyxChatAnswer(const QByteArray& body) {
    ChatLines lines;
    lines.answer.way = QStringLiteral("chat");
    if (const QJsonDocument whole = QJsonDocument::fromJson(body); whole.isObject()) {
        lines.take(whole.object());
    } else {
        for (const QByteArray& line : body.split('\n')) {
            const QJsonDocument document = QJsonDocument::fromJson(line);
            if (document.isObject()) {
                lines.take(document.object());
            } else if (!line.trimmed().isEmpty()) {
                return Error{ErrorKind::Malformed, QStringLiteral("Onyx's stream has a line that is no JSON"), {}};
            }
        }
    }
    if (lines.error) {
        return *lines.error;
    }
    if (!lines.ended) {
        return Error{ErrorKind::Unreachable, QStringLiteral("Onyx's answer broke off before its end"), {}};
    }
    for (OnyxDocument& document : lines.answer.documents) {
        document.cited = lines.cited.contains(document.id);
    }
    return std::move(lines.answer);
}

QString onyxHighlightHtml(const QString& highlight) {
    return highlight.toHtmlEscaped()
        .replace(QStringLiteral("&lt;hi&gt;"), QStringLiteral("<b>"))
        .replace(QStringLiteral("&lt;/hi&gt;"), QStringLiteral("</b>"));
}

QString onyxHighlightText(const QString& highlight) {
    return QString(highlight).remove(QStringLiteral("<hi>")).remove(QStringLiteral("</hi>"));
}

}  // namespace kith::sources
