// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/onyx/onyx_api.h"

#include "tests/emulators/onyx/onyx_check.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kith::emulator {
namespace {

constexpr int kOnyxResults = 10;

Answer onyxRefused(int status, const char* code, const char* detail) {
    return jsonAnswer(status, {{QStringLiteral("error_code"), QLatin1String(code)},
                               {QStringLiteral("detail"), QLatin1String(detail)}});
}

Answer onyxNotFound() {
    return jsonAnswer(404, {{QStringLiteral("detail"), QStringLiteral("Not Found")}});
}

QString onyxSession() {
    return attioId(QStringLiteral("onyx.session"));
}

/// What the answer says of each document: its second line, which tells who the person is.
QString onyxSentence(const OnyxDocument& document) {
    return document.content.section(QLatin1Char('\n'), 1, 1);
}

QString onyxAnswer(const std::vector<OnyxHit>& hits, bool cited) {
    QString answer;
    int number = 0;
    for (const OnyxHit& hit : hits) {
        ++number;
        answer += onyxSentence(*hit.document);
        if (cited) {
            answer += QStringLiteral(" [[%1]](%2)").arg(number).arg(hit.document->link);
        }
        answer += QLatin1Char('\n');
    }
    return answer.isEmpty() ? QStringLiteral("I found nothing about that.") : answer.trimmed();
}

QJsonArray onyxDocuments(const std::vector<OnyxHit>& hits, const QString& question) {
    QJsonArray documents;
    for (const OnyxHit& hit : hits) {
        documents.append(onyxSearchDoc(hit, question));
    }
    return documents;
}

QByteArray onyxLine(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray onyxPacket(int turn, QJsonObject object, const char* type) {
    object.insert(QStringLiteral("type"), QLatin1String(type));
    return onyxLine({{QStringLiteral("placement"), QJsonObject{{QStringLiteral("turn_index"), turn},
                                                               {QStringLiteral("tab_index"), 0},
                                                               {QStringLiteral("sub_turn_index"), QJsonValue::Null},
                                                               {QStringLiteral("model_index"), QJsonValue::Null}}},
                     {QStringLiteral("obj"), object}});
}

}  // namespace

bool OnyxApi::knows(const Request& request) const {
    QByteArray given = request.header("X-Onyx-Authorization");
    given = given.isEmpty() ? request.header("Authorization") : given;
    if (given.left(7).toLower() == "bearer ") {
        given = given.mid(7);
    }
    return !m_revoked && given == m_options.key.toUtf8();
}

Answer OnyxApi::handle(const Request& request) {
    const QString root = QStringLiteral("/api");
    const QString path = request.path.startsWith(root) ? request.path.mid(root.size()) : QString();
    if (path == QLatin1String("/health") && request.verb == "GET") {
        return jsonAnswer(200, {{QStringLiteral("success"), true},
                                {QStringLiteral("message"), QStringLiteral("ok")},
                                {QStringLiteral("data"), QJsonValue::Null}});
    }
    if (path == QLatin1String("/version") && request.verb == "GET") {
        return jsonAnswer(
            200, {{QStringLiteral("backend_version"),
                   m_options.edition == OnyxEdition::Chat ? QStringLiteral("1.4.2") : QStringLiteral("2.19.0")}});
    }
    const bool mayAsk = knows(request);
    if (path == QLatin1String("/me") && request.verb == "GET") {
        return mayAsk ? jsonAnswer(200, {{QStringLiteral("id"), attioId(QStringLiteral("onyx.user"))},
                                         {QStringLiteral("email"), QStringLiteral("mara@fjordlight.example")},
                                         {QStringLiteral("role"), QStringLiteral("basic")}})
                      : onyxRefused(401, "UNAUTHENTICATED", "Access denied. User is not authenticated.");
    }
    const bool hasSearch = path == QLatin1String("/search") && m_options.edition == OnyxEdition::Search;
    const bool hasMessage =
        path == QLatin1String("/search/send-search-message") && m_options.edition == OnyxEdition::Enterprise;
    const bool isChat = path == QLatin1String("/chat/send-chat-message");
    if (!hasSearch && !hasMessage && !isChat) {
        return onyxNotFound();
    }
    if (request.verb != "POST") {
        return jsonAnswer(405, {{QStringLiteral("detail"), QStringLiteral("Method Not Allowed")}});
    }
    if (!mayAsk) {
        return onyxRefused(401, "INVALID_TOKEN", "The API key is not valid.");
    }
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    const OnyxForm form = hasSearch ? OnyxForm::Search : hasMessage ? OnyxForm::SearchMessage : OnyxForm::Chat;
    const QJsonArray faults = document.isObject() && request.header("Content-Type").startsWith("application/json")
                                  ? onyxFaults(form, document.object())
                                  : QJsonArray{QJsonObject{{QStringLiteral("loc"), QJsonArray{QStringLiteral("body")}},
                                                           {QStringLiteral("msg"), QStringLiteral("JSON decode error")},
                                                           {QStringLiteral("type"), QStringLiteral("json_invalid")}}};
    if (!faults.isEmpty()) {
        return jsonAnswer(422, {{QStringLiteral("detail"), faults}});
    }
    return hasSearch    ? search(document.object())
           : hasMessage ? searchMessage(document.object())
                        : chat(document.object());
}

Answer OnyxApi::search(const QJsonObject& body) {
    const QStringList sources = body[u"sources"].toVariant().toStringList();
    QJsonArray results;
    int number = 0;
    for (const OnyxHit& hit : m_library.search(body[u"query"].toString(), kOnyxResults)) {
        const OnyxDocument& document = *hit.document;
        if (!sources.isEmpty() && !sources.contains(document.source)) {
            continue;
        }
        results.append(QJsonObject{{QStringLiteral("citation_id"), ++number},
                                   {QStringLiteral("title"), document.title},
                                   {QStringLiteral("content"), document.content},
                                   {QStringLiteral("link"), document.link.isEmpty() ? QJsonValue() : document.link},
                                   {QStringLiteral("source_type"), document.source},
                                   {QStringLiteral("updated_at"), document.updatedAt}});
    }
    return jsonAnswer(200, {{QStringLiteral("results"), results}});
}

Answer OnyxApi::searchMessage(const QJsonObject& body) {
    const QString question = body[u"search_query"].toString();
    const auto hits = m_library.search(question, body[u"num_hits"].toInt(30));
    QJsonArray documents;
    for (const OnyxHit& hit : hits) {
        QJsonObject document = onyxSearchDoc(hit, question);
        document.insert(QStringLiteral("content"),
                        body[u"include_content"].toBool() ? QJsonValue(hit.document->content) : QJsonValue());
        documents.append(document);
    }
    const QJsonValue error =
        m_failsInside ? QJsonValue(QStringLiteral("The search index did not answer.")) : QJsonValue();
    return jsonAnswer(200, {{QStringLiteral("all_executed_queries"), QJsonArray{question}},
                            {QStringLiteral("search_docs"), m_failsInside ? QJsonArray() : documents},
                            {QStringLiteral("doc_selection_reasoning"), QJsonValue::Null},
                            {QStringLiteral("llm_selected_doc_ids"), QJsonValue::Null},
                            {QStringLiteral("error"), error}});
}

Answer OnyxApi::chat(const QJsonObject& body) {
    m_messages += 2;
    const QString question = body[u"message"].toString();
    const auto hits = m_library.search(question, 5);
    return body[u"stream"].toBool(true) ? streamedChat(question, hits) : wholeChat(question, hits);
}

Answer OnyxApi::wholeChat(const QString& question, const std::vector<OnyxHit>& hits) {
    QJsonArray citations;
    int number = 0;
    for (const OnyxHit& hit : hits) {
        citations.append(QJsonObject{{QStringLiteral("citation_number"), ++number},
                                     {QStringLiteral("document_id"), hit.document->id}});
    }
    return jsonAnswer(200, {{QStringLiteral("answer"), onyxAnswer(hits, true)},
                            {QStringLiteral("answer_citationless"), onyxAnswer(hits, false)},
                            {QStringLiteral("pre_answer_reasoning"), QJsonValue::Null},
                            {QStringLiteral("tool_calls"), QJsonArray()},
                            {QStringLiteral("top_documents"), onyxDocuments(hits, question)},
                            {QStringLiteral("citation_info"), citations},
                            {QStringLiteral("message_id"), m_messages},
                            {QStringLiteral("chat_session_id"), onyxSession()},
                            {QStringLiteral("error_msg"),
                             m_failsInside ? QJsonValue(QStringLiteral("The model did not answer.")) : QJsonValue()}});
}

Answer OnyxApi::streamedChat(const QString& question, const std::vector<OnyxHit>& hits) {
    QByteArray body = onyxLine({{QStringLiteral("user_message_id"), m_messages - 1},
                                {QStringLiteral("reserved_assistant_message_id"), m_messages}});
    body += onyxLine({{QStringLiteral("chat_session_id"), onyxSession()}});
    if (m_failsInside) {
        body += onyxLine({{QStringLiteral("error"), QStringLiteral("The model did not answer.")},
                          {QStringLiteral("error_code"), QStringLiteral("LLM_PROVIDER_ERROR")},
                          {QStringLiteral("is_retryable"), true},
                          {QStringLiteral("details"), QJsonValue::Null}});
        return {.status = 200, .headers = {{"Content-Type", "text/event-stream"}}, .body = body};
    }
    const QJsonArray documents = onyxDocuments(hits, question);
    body += onyxPacket(0, {{QStringLiteral("is_internet_search"), false}}, "search_tool_start");
    body += onyxPacket(0, {{QStringLiteral("queries"), QJsonArray{question}}}, "search_tool_queries_delta");
    body += onyxPacket(0, {}, "chat_heartbeat");
    body += onyxPacket(0, {{QStringLiteral("documents"), documents}}, "search_tool_documents_delta");
    body += onyxPacket(0, {}, "section_end");
    body += onyxPacket(1, {{QStringLiteral("thought"), QStringLiteral("hm")}}, "a_type_of_next_month");
    body += onyxPacket(1, {{QStringLiteral("final_documents"), documents}}, "message_start");
    const QString answer = onyxAnswer(hits, true);
    for (qsizetype at = 0; at < answer.size(); at += 16) {
        body += onyxPacket(1, {{QStringLiteral("content"), answer.mid(at, 16)}}, "message_delta");
    }
    int number = 0;
    for (const OnyxHit& hit : hits) {
        body += onyxPacket(
            1, {{QStringLiteral("citation_number"), ++number}, {QStringLiteral("document_id"), hit.document->id}},
            "citation_info");
    }
    body += onyxPacket(1, {}, "section_end");
    body += onyxPacket(1, {{QStringLiteral("stop_reason"), QStringLiteral("finished")}}, "stop");
    return {.status = 200, .headers = {{"Content-Type", "text/event-stream"}}, .body = body};
}

}  // namespace kith::emulator
