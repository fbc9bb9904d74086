// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/attio/attio_api.h"
#include "tests/emulators/attio/attio_page.h"

namespace kith::emulator {
namespace {

Answer listRefused(const AttioTrouble& trouble) {
    return attioError(trouble.status, trouble.code, trouble.message);
}

Answer listNotFound(const QString& what) {
    return attioError(404, QStringLiteral("not_found"), what + QStringLiteral(" was not found."));
}

QJsonObject listJson(const AttioShape& list) {
    return {{QStringLiteral("id"),
             QJsonObject{{QStringLiteral("workspace_id"), attioWorkspaceId()}, {QStringLiteral("list_id"), list.id}}},
            {QStringLiteral("api_slug"), list.slug},
            {QStringLiteral("name"), list.singular},
            {QStringLiteral("parent_object"), QJsonArray{list.parent}},
            {QStringLiteral("workspace_access"), QJsonValue::Null},
            {QStringLiteral("workspace_member_access"), QJsonArray()},
            {QStringLiteral("created_by_actor"), attioActor()},
            {QStringLiteral("created_at"), QStringLiteral("2022-11-21T13:22:49.061281000Z")}};
}

QJsonObject noteJson(const AttioNote& note) {
    return {{QStringLiteral("id"),
             QJsonObject{{QStringLiteral("workspace_id"), attioWorkspaceId()}, {QStringLiteral("note_id"), note.id}}},
            {QStringLiteral("parent_object"), note.parentObject},
            {QStringLiteral("parent_record_id"), note.parentRecord},
            {QStringLiteral("title"), note.title},
            {QStringLiteral("meeting_id"), QJsonValue::Null},
            {QStringLiteral("content_plaintext"), note.content},
            {QStringLiteral("content_markdown"), note.content},
            {QStringLiteral("tags"), QJsonArray()},
            {QStringLiteral("created_by_actor"), attioActor()},
            {QStringLiteral("created_at"), note.createdAt}};
}

template <class Rows, class Json>
QJsonArray pageOf(const Rows& rows, const AttioPage& page, Json json) {
    QJsonArray data;
    for (qsizetype at = page.offset; at < qsizetype(rows.size()) && data.size() < page.limit; ++at) {
        data.append(json(rows[size_t(at)]));
    }
    return data;
}

}  // namespace

Answer AttioApi::lists(const Call& call) {
    if (call.path.size() == 1 && call.request.verb == "GET") {
        QJsonArray all;
        for (const AttioShape& list : m_book.schema().lists) {
            all.append(listJson(list));
        }
        return attioData(all);
    }
    const AttioShape* list = m_book.schema().list(call.path.value(1));
    if (list == nullptr) {
        return listNotFound(QStringLiteral("The list"));
    }
    if (call.path.size() == 2 && call.request.verb == "GET") {
        return attioData(listJson(*list));
    }
    return call.path.value(2) == QLatin1String("entries") ? entries(call, *list)
                                                          : listNotFound(QStringLiteral("The endpoint"));
}

Answer AttioApi::entries(const Call& call, const AttioShape& list) {
    if (call.path.size() == 4 && call.path[3] == QLatin1String("query") && call.request.verb == "POST") {
        return query(call, list);
    }
    if (call.path.size() != 4 || call.request.verb != "GET") {
        return listNotFound(QStringLiteral("The endpoint"));
    }
    const AttioRecord* entry = m_book.entry(list.slug, call.path[3]);
    return entry != nullptr ? attioData(recordJson(list, *entry)) : listNotFound(QStringLiteral("The entry"));
}

Answer AttioApi::entriesOf(const Call& call, const AttioRecord& record) {
    const auto page = attioPage(call.request.query, 100, 1000);
    if (const auto* trouble = std::get_if<AttioTrouble>(&page)) {
        return listRefused(*trouble);
    }
    std::vector<QJsonObject> rows;
    for (const AttioShape& list : m_book.schema().lists) {
        for (const AttioRecord* entry : m_book.all(list.slug)) {
            if (entry->parentRecord == record.id) {
                rows.push_back({{QStringLiteral("list_id"), list.id},
                                {QStringLiteral("list_api_slug"), list.slug},
                                {QStringLiteral("entry_id"), entry->id},
                                {QStringLiteral("created_at"), entry->createdAt}});
            }
        }
    }
    return attioData(pageOf(rows, std::get<AttioPage>(page), [](const QJsonObject& row) { return row; }));
}

Answer AttioApi::notes(const Call& call) {
    if (call.path.size() == 1 && call.request.verb == "POST") {
        return createNote(call);
    }
    if (call.path.size() == 2) {
        const QString id = call.path[1];
        if (call.request.verb == "DELETE") {
            return m_book.removeNote(id) ? jsonAnswer(200, {}) : listNotFound(QStringLiteral("The note"));
        }
        for (const AttioNote& note : m_book.notes()) {
            if (note.id == id && call.request.verb == "GET") {
                return attioData(noteJson(note));
            }
        }
        return listNotFound(QStringLiteral("The note"));
    }
    const auto page = attioPage(call.request.query, 10, 50);
    if (const auto* trouble = std::get_if<AttioTrouble>(&page)) {
        return listRefused(*trouble);
    }
    const QString object = call.request.query.queryItemValue(QStringLiteral("parent_object"));
    const QString record = call.request.query.queryItemValue(QStringLiteral("parent_record_id"));
    std::vector<AttioNote> rows;
    for (const AttioNote& note : m_book.notes()) {
        if ((object.isEmpty() || note.parentObject == object) && (record.isEmpty() || note.parentRecord == record)) {
            rows.push_back(note);
        }
    }
    return attioData(pageOf(rows, std::get<AttioPage>(page), noteJson));
}

Answer AttioApi::createNote(const Call& call) {
    const QJsonObject data = call.body[u"data"].toObject();
    const QString object = data[u"parent_object"].toString();
    const QString record = data[u"parent_record_id"].toString();
    const QString format = data[u"format"].toString();
    const bool whole = data[u"title"].isString() && data[u"content"].isString() &&
                       (format == QLatin1String("plaintext") || format == QLatin1String("markdown"));
    if (!whole) {
        return attioError(400, QStringLiteral("validation_type"),
                          QStringLiteral("Body payload validation error: title, format and content are required."));
    }
    if (m_book.record(object, record) == nullptr) {
        return listNotFound(QStringLiteral("The record"));
    }
    return attioData(noteJson(m_book.addNote(
        {{}, object, record, data[u"title"].toString(), data[u"content"].toString(), attioTime(call.now)})));
}

}  // namespace kith::emulator
