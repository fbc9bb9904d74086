// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/attio_client.h"

#include "core/base/json.h"
#include "core/net/backoff.h"

#include <QJsonDocument>
#include <QSet>
#include <QUrl>

namespace kith::sources {

namespace {

// Of 100 and 25 a second: the server counts by its own clock, and answers do not travel evenly.
constexpr ServiceLimits kAttioLimits{.readsPerSecond = 97.5, .writesPerSecond = 24, .burst = 2};
constexpr int kAttioPage = 500;
constexpr int kAttioPasses = 3;

QByteArray attioSegment(const QString& text) {
    return QUrl::toPercentEncoding(text);
}

QByteArray recordsPath(const QString& object) {
    return "/v2/objects/" + attioSegment(object) + "/records";
}

Error attioMeaningless(const QString& what) {
    return {ErrorKind::Malformed, QStringLiteral("Attio's answer has no ") + what, {}};
}

QJsonArray sortedByAge() {
    return {QJsonObject{{QStringLiteral("attribute"), QStringLiteral("created_at")},
                        {QStringLiteral("direction"), QStringLiteral("asc")}}};
}

std::vector<AttioRecord> recordsOf(const QJsonArray& data) {
    std::vector<AttioRecord> records;
    for (const QJsonValue& one : data) {
        if (auto record = attioRecord(one.toObject())) {
            records.push_back(*std::move(record));
        }
    }
    return records;
}

}  // namespace

Error attioError(const net::HttpResponse& response, Millis now) {
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    const QString said = body.value(u"message").toString().left(300);
    const QString detail =
        QStringLiteral("Attio: HTTP %1 %2 %3").arg(response.status).arg(body.value(u"code").toString(), said).trimmed();
    switch (response.status) {
    case 401:
        return {ErrorKind::SignInNeeded, detail, QStringLiteral("Check the key of Attio in the settings.")};
    case 402:
        return {ErrorKind::Denied, detail, QStringLiteral("Attio's plan does not include this.")};
    case 403:
        return {ErrorKind::Denied, detail,
                QStringLiteral("Give the key of Attio the right to read records and objects.")};
    case 404:
        return {ErrorKind::NotFound, detail, {}};
    case 409:
        return {ErrorKind::Conflict, detail, {}};
    case 408:
    case 429:
        return {ErrorKind::RateLimited, detail, QStringLiteral("Attio is busy; Kith tries again later."),
                net::retryAfter(response, now)};
    default:
        break;
    }
    if (response.status >= 500) {
        return {ErrorKind::Unreachable, detail, QStringLiteral("Attio has trouble; Kith tries again later."),
                net::retryAfter(response, now)};
    }
    return {ErrorKind::Malformed, detail, {}};
}

AttioClient::AttioClient(net::HttpTransport& transport, Clock& clock, const QString& baseUrl, ServiceCaller::Key key)
    : m_caller(transport, clock, {QStringLiteral("attio"), baseUrl, std::move(key), attioError}, kAttioLimits) {
}

Result<QJsonArray> AttioClient::list(const ServiceCall& call, std::stop_token stop) {
    const auto whole = m_caller.object(call, stop);
    if (!whole) {
        return whole.error();
    }
    const QJsonValue data = whole->value(u"data");
    return data.isArray() ? Result<QJsonArray>(data.toArray())
                          : Result<QJsonArray>(attioMeaningless(QStringLiteral("data")));
}

Result<QString> AttioClient::workspace(std::stop_token stop) {
    const auto self =
        m_caller.object({.target = "/v2/self", .purpose = QStringLiteral("check the key of Attio")}, stop);
    if (!self) {
        return self.error();
    }
    // A bad key is told with 200.
    if (!self->value(u"active").toBool()) {
        return Error{ErrorKind::SignInNeeded, QStringLiteral("Attio: the key is not active"),
                     QStringLiteral("Check the key of Attio in the settings.")};
    }
    return self->value(u"workspace_name").toString();
}

Result<AttioShape> AttioClient::shape(const QString& object, std::stop_token stop) {
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_shapes.constFind(object); known != m_shapes.cend()) {
            return *known;
        }
    }
    const auto data = list({.target = "/v2/objects/" + attioSegment(object) + "/attributes",
                            .purpose = QStringLiteral("read the fields of Attio")},
                           stop);
    if (!data) {
        return data.error();
    }
    AttioShape shape{object, {}};
    for (const QJsonValue& one : *data) {
        if (auto attribute = attioAttribute(one.toObject())) {
            shape.attributes.push_back(*std::move(attribute));
        }
    }
    const std::lock_guard lock(m_mutex);
    m_shapes.insert(object, shape);
    return shape;
}

void AttioClient::forgetShapes() {
    const std::lock_guard lock(m_mutex);
    m_shapes.clear();
}

Result<std::vector<AttioRecord>> AttioClient::query(const QString& object, const Question& question,
                                                    std::stop_token stop) {
    QJsonObject body{{QStringLiteral("limit"), question.limit}, {QStringLiteral("offset"), question.offset}};
    if (!question.filter.isEmpty()) {
        body.insert(QStringLiteral("filter"), question.filter);
    }
    if (!question.sorts.isEmpty()) {
        body.insert(QStringLiteral("sorts"), question.sorts);
    }
    const auto data = list(
        {.verb = "POST", .target = recordsPath(object) + "/query", .body = body, .purpose = question.purpose}, stop);
    return data ? Result<std::vector<AttioRecord>>(recordsOf(*data)) : Result<std::vector<AttioRecord>>(data.error());
}

Result<std::optional<AttioRecord>> AttioClient::record(const QString& object, const QString& id, std::stop_token stop) {
    const auto whole = m_caller.object({.target = recordsPath(object) + '/' + attioSegment(id),
                                        .purpose = QStringLiteral("look up a record in Attio")},
                                       stop);
    if (!whole) {
        return whole.error().kind == ErrorKind::NotFound ? Result<std::optional<AttioRecord>>(std::nullopt)
                                                         : Result<std::optional<AttioRecord>>(whole.error());
    }
    auto record = attioRecord(whole->value(u"data").toObject());
    return record ? Result<std::optional<AttioRecord>>(std::move(record))
                  : Result<std::optional<AttioRecord>>(attioMeaningless(QStringLiteral("record")));
}

Result<qint64> AttioClient::everyRecord(const QString& object,
                                        const std::function<bool(std::vector<AttioRecord>&&)>& sink,
                                        std::stop_token stop) {
    QSet<QString> met;
    for (int pass = 0; pass < kAttioPasses; ++pass) {
        QString last;
        bool fits = true;
        for (qint64 offset = 0;; offset += kAttioPage - 1) {
            auto page = query(
                object, {{}, sortedByAge(), kAttioPage, offset, QStringLiteral("read the people of Attio")}, stop);
            if (!page) {
                return page.error();
            }
            const bool ends = page->size() < size_t(kAttioPage);
            fits = fits && (offset == 0 || (!page->empty() && page->front().id == last));
            last = page->empty() ? QString() : page->back().id;
            std::erase_if(*page, [&](const AttioRecord& record) { return met.contains(record.id); });
            for (const AttioRecord& record : *page) {
                met.insert(record.id);
            }
            if (!page->empty() && !sink(std::move(*page))) {
                return qint64(met.size());
            }
            if (ends) {
                break;
            }
        }
        if (fits) {
            break;
        }
    }
    return qint64(met.size());
}

Result<std::vector<AttioList>> AttioClient::lists(std::stop_token stop) {
    const auto data = list({.target = "/v2/lists", .purpose = QStringLiteral("read the lists of Attio")}, stop);
    if (!data) {
        return data.error();
    }
    std::vector<AttioList> lists;
    for (const QJsonValue& one : *data) {
        const QJsonValue parent = one[u"parent_object"];
        lists.push_back({one[u"api_slug"].toString(), one[u"name"].toString(),
                         parent.isArray() ? parent.toArray().first().toString() : parent.toString()});
    }
    return lists;
}

Result<std::vector<AttioEntry>> AttioClient::entries(const AttioList& of, std::stop_token stop) {
    std::vector<AttioEntry> entries;
    QSet<QString> met;
    for (qint64 offset = 0;; offset += kAttioPage) {
        const QJsonObject body{{QStringLiteral("limit"), kAttioPage},
                               {QStringLiteral("offset"), offset},
                               {QStringLiteral("sorts"), sortedByAge()}};
        const auto data = list({.verb = "POST",
                                .target = "/v2/lists/" + attioSegment(of.slug) + "/entries/query",
                                .body = body,
                                .purpose = QStringLiteral("read a list of Attio")},
                               stop);
        if (!data) {
            return data.error();
        }
        for (const QJsonValue& one : *data) {
            auto entry = attioRecord(one.toObject());
            if (entry && !met.contains(entry->id)) {
                met.insert(entry->id);
                entries.push_back({of.slug, one[u"parent_record_id"].toString(), *std::move(entry)});
            }
        }
        if (data->size() < kAttioPage) {
            return entries;
        }
    }
}

Result<std::vector<AttioNote>> AttioClient::notes(const QString& object, const QString& record, std::stop_token stop) {
    constexpr int kNotesPage = 50;
    std::vector<AttioNote> notes;
    for (int offset = 0;; offset += kNotesPage) {
        const auto data = list({.target = "/v2/notes" + serviceQuery({{"parent_object", object},
                                                                      {"parent_record_id", record},
                                                                      {"limit", QString::number(kNotesPage)},
                                                                      {"offset", QString::number(offset)}}),
                                .purpose = QStringLiteral("read notes in Attio")},
                               stop);
        if (!data) {
            return data.error();
        }
        for (const QJsonValue& one : *data) {
            notes.push_back({one[u"id"][u"note_id"].toString(), one[u"title"].toString(),
                             one[u"content_plaintext"].toString(), attioTime(one[u"created_at"].toString())});
        }
        if (data->size() < kNotesPage) {
            return notes;
        }
    }
}

Result<AttioRecord> AttioClient::assertRecord(const QString& object, const QString& matching, const QJsonObject& values,
                                              std::stop_token stop) {
    const QJsonObject body{{QStringLiteral("data"), QJsonObject{{QStringLiteral("values"), values}}}};
    const auto whole =
        m_caller.object({.verb = "PUT",
                         .target = recordsPath(object) + serviceQuery({{"matching_attribute", matching}}),
                         .body = body,
                         .purpose = QStringLiteral("write a person to Attio"),
                         .writes = true},
                        stop);
    if (!whole) {
        return whole.error();
    }
    auto record = attioRecord(whole->value(u"data").toObject());
    return record ? Result<AttioRecord>(*std::move(record))
                  : Result<AttioRecord>(attioMeaningless(QStringLiteral("record")));
}

}  // namespace kith::sources
