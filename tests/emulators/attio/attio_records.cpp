// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/attio/attio_api.h"
#include "tests/emulators/attio/attio_page.h"

#include <algorithm>

namespace kith::emulator {
namespace {

Answer refusedBy(const AttioTrouble& trouble) {
    return attioError(trouble.status, trouble.code, trouble.message);
}

Answer noSuchRecord(const QString& id) {
    return attioError(404, QStringLiteral("not_found"), QStringLiteral("Record with ID \"%1\" not found.").arg(id));
}

/// The first key that the contract does not know; empty: none.
QString unknownKey(const QJsonObject& object, const QStringList& known) {
    for (const QString& key : object.keys()) {
        if (!known.contains(key)) {
            return key;
        }
    }
    return {};
}

std::optional<AttioTrouble> shapeTrouble(const QJsonObject& body, const QStringList& known) {
    const QString unknown = unknownKey(body, known);
    return unknown.isEmpty() ? std::nullopt
                             : std::optional(AttioTrouble{
                                   QStringLiteral("validation_type"),
                                   QStringLiteral("Body payload validation error: unknown key \"%1\".").arg(unknown)});
}

std::optional<AttioTrouble> dataTrouble(const QJsonObject& body) {
    if (auto trouble = shapeTrouble(body, {QStringLiteral("data")})) {
        return trouble;
    }
    const QJsonObject data = body[u"data"].toObject();
    if (auto trouble = shapeTrouble(data, {QStringLiteral("values")})) {
        return trouble;
    }
    return data[u"values"].isObject()
               ? std::nullopt
               : std::optional(AttioTrouble{QStringLiteral("validation_type"),
                                            QStringLiteral("Body payload validation error: data.values is required.")});
}

}  // namespace

Answer AttioApi::records(const Call& call, const AttioShape& shape) {
    const QByteArray verb = call.request.verb;
    if (call.path.size() == 3) {
        return verb == "POST"  ? create(call, shape)
               : verb == "PUT" ? assertRecord(call, shape)
                               : attioError(404, QStringLiteral("not_found"), QStringLiteral("No such endpoint."));
    }
    if (call.path.size() == 4 && call.path[3] == QLatin1String("query") && verb == "POST") {
        return query(call, shape);
    }
    if (call.path.size() == 4 && call.path[3] == QLatin1String("merge") && verb == "POST") {
        return merge(call, shape);
    }
    return oneRecord(call, shape);
}

Answer AttioApi::oneRecord(const Call& call, const AttioShape& shape) {
    const QByteArray verb = call.request.verb;
    AttioRecord* record = m_book.record(shape.slug, call.path[3]);
    if (record == nullptr) {
        return noSuchRecord(call.path[3]);
    }
    if (call.path.size() == 4) {
        if (verb == "DELETE") {
            m_book.remove(shape.slug, QString(record->id));
            return jsonAnswer(200, {});
        }
        return verb == "GET" ? attioData(recordJson(shape, *record)) : update(call, shape, *record);
    }
    if (call.path.size() == 5 && call.path[4] == QLatin1String("entries") && verb == "GET") {
        return entriesOf(call, *record);
    }
    if (call.path.size() == 7 && call.path[6] == QLatin1String("values") && verb == "GET") {
        return history(call, shape, *record);
    }
    return attioError(404, QStringLiteral("not_found"), QStringLiteral("No such endpoint."));
}

Answer AttioApi::query(const Call& call, const AttioShape& shape) {
    ++m_queries;
    const QJsonObject& body = call.body;
    const auto page = attioPage(body, 500, 500);
    auto trouble = shapeTrouble(
        body, {QStringLiteral("filter"), QStringLiteral("sorts"), QStringLiteral("limit"), QStringLiteral("offset")});
    if (!trouble && std::holds_alternative<AttioTrouble>(page)) {
        trouble = std::get<AttioTrouble>(page);
    }
    const AttioFilter filter(m_book, shape);
    const QJsonObject wanted = body[u"filter"].toObject();
    if (!trouble) {
        trouble = filter.check(wanted, body[u"sorts"].toArray());
    }
    if (trouble) {
        return refusedBy(*trouble);
    }
    std::vector<AttioRecord*> found;
    if (const auto one = filter.oneRecord(wanted)) {
        AttioRecord* record = one->isEmpty() ? nullptr : m_book.record(shape.slug, *one);
        found = record != nullptr ? std::vector{record} : std::vector<AttioRecord*>();
    } else {
        found = m_book.all(shape.slug);
        std::erase_if(found, [&](const AttioRecord* record) { return !filter.matches(*record, wanted); });
    }
    if (body[u"sorts"].toArray().isEmpty() && !found.empty()) {
        // Nothing promises an order without sorts.
        std::rotate(found.begin(), found.begin() + m_queries % qint64(found.size()), found.end());
    }
    filter.sort(found, body[u"sorts"].toArray());
    const auto [limit, offset] = std::get<AttioPage>(page);
    QJsonArray data;
    for (qsizetype at = offset; at < qsizetype(found.size()) && data.size() < limit; ++at) {
        data.append(recordJson(shape, *found[size_t(at)]));
    }
    return attioData(data);
}

Answer AttioApi::create(const Call& call, const AttioShape& shape) {
    if (const auto trouble = dataTrouble(call.body)) {
        return refusedBy(*trouble);
    }
    AttioRecord& record = m_book.addRecord(shape.slug, call.now);
    if (const auto trouble = write(call, shape, record, {}, Several::Replace)) {
        m_book.remove(shape.slug, QString(record.id));
        return refusedBy(*trouble);
    }
    return attioData(recordJson(shape, record));
}

Answer AttioApi::assertRecord(const Call& call, const AttioShape& shape) {
    if (const auto trouble = dataTrouble(call.body)) {
        return refusedBy(*trouble);
    }
    const QString slug = call.request.query.queryItemValue(QStringLiteral("matching_attribute"));
    const AttioAttribute* matching = shape.attribute(slug);
    if (matching == nullptr || !matching->unique || !matching->writable) {
        return attioError(400, QStringLiteral("value_not_found"),
                          QStringLiteral("No unique attribute was found for matching_attribute \"%1\".").arg(slug));
    }
    const auto given = attioValues(m_book, shape, *matching, call.body[u"data"][u"values"][matching->slug]);
    if (const auto* trouble = std::get_if<AttioTrouble>(&given)) {
        return refusedBy(*trouble);
    }
    QStringList owners;
    for (const QJsonValue& value : std::get<QJsonArray>(given)) {
        const QString owner = m_book.owner(shape.slug, matching->slug, attioValueKey(value.toObject()));
        if (!owner.isEmpty() && !owners.contains(owner)) {
            owners << owner;
        }
    }
    if (std::get<QJsonArray>(given).isEmpty()) {
        return attioError(400, QStringLiteral("missing_value"),
                          QStringLiteral("The matching attribute \"%1\" has no value.").arg(slug));
    }
    if (owners.size() > 1) {
        return attioError(400, QStringLiteral("multiple_match_results"),
                          QStringLiteral("More than one record has these values of \"%1\".").arg(slug));
    }
    if (owners.isEmpty()) {
        return create(call, shape);
    }
    AttioRecord& record = *m_book.record(shape.slug, owners.first());
    const auto trouble = write(call, shape, record, matching->slug, Several::Add);
    return trouble ? refusedBy(*trouble) : attioData(recordJson(shape, record));
}

Answer AttioApi::update(const Call& call, const AttioShape& shape, AttioRecord& record) {
    auto trouble = dataTrouble(call.body);
    if (!trouble) {
        trouble = write(call, shape, record, {}, call.request.verb == "PATCH" ? Several::Prepend : Several::Replace);
    }
    return trouble ? refusedBy(*trouble) : attioData(recordJson(shape, record));
}

/// All or nothing. adding: the one attribute whose values join those that are there.
std::optional<AttioTrouble> AttioApi::write(const Call& call, const AttioShape& shape, AttioRecord& record,
                                            const QString& adding, Several several) {
    const QJsonObject values = call.body[u"data"][u"values"].toObject();
    std::vector<std::pair<const AttioAttribute*, QJsonArray>> all;
    for (auto it = values.begin(); it != values.end(); ++it) {
        const AttioAttribute* attribute = shape.attribute(it.key());
        if (attribute == nullptr) {
            return AttioTrouble{QStringLiteral("value_not_found"),
                                QStringLiteral("Cannot find attribute with slug/ID \"%1\".").arg(it.key())};
        }
        auto read = attioValues(m_book, shape, *attribute, it.value());
        if (const auto* trouble = std::get_if<AttioTrouble>(&read)) {
            return *trouble;
        }
        QJsonArray next = std::get<QJsonArray>(read);
        for (const QJsonValue& value : std::as_const(next)) {
            const QString owner = m_book.owner(shape.slug, attribute->slug, attioValueKey(value.toObject()));
            if (attribute->unique && !owner.isEmpty() && owner != record.id) {
                return AttioTrouble{QStringLiteral("uniqueness_conflict"),
                                    QStringLiteral("The value of \"%1\" belongs to another record.").arg(it.key())};
            }
        }
        const bool joins = attribute->several && (several == Several::Prepend || attribute->slug == adding);
        for (const QJsonValue& old : joins ? record.values.value(attribute->slug) : QJsonArray()) {
            const auto same = [&](const QJsonValue& one) {
                return attioValueKey(one.toObject()) == attioValueKey(old.toObject());
            };
            if (std::none_of(next.begin(), next.end(), same)) {
                next.append(old);
            }
        }
        all.emplace_back(attribute, next);
    }
    for (const auto& [attribute, next] : all) {
        m_book.put(record, *attribute, next, call.now);
    }
    return std::nullopt;
}

Answer AttioApi::merge(const Call& call, const AttioShape& shape) {
    const QJsonObject data = call.body[u"data"].toObject();
    const QString primary = data[u"primary_record_id"].toString();
    const QString secondary = data[u"secondary_record_id"].toString();
    if (!unknownKey(data, {QStringLiteral("primary_record_id"), QStringLiteral("secondary_record_id")}).isEmpty()) {
        return attioError(400, QStringLiteral("validation_type"), QStringLiteral("Body payload validation error."));
    }
    if (primary == secondary) {
        return attioError(400, QStringLiteral("self_merge"), QStringLiteral("A record cannot be merged with itself."));
    }
    for (const QString& id : {primary, secondary}) {
        if (m_book.record(shape.slug, id) == nullptr) {
            return noSuchRecord(id);
        }
    }
    const QString merged = m_book.merge(shape.slug, primary, secondary, call.now, false);
    return attioData(QJsonObject{{QStringLiteral("new_record_id"), merged}});
}

Answer AttioApi::history(const Call& call, const AttioShape& shape, const AttioRecord& record) {
    const AttioAttribute* attribute = shape.attribute(call.path[5]);
    const auto page = attioPage(call.request.query, 500, 500);
    if (attribute == nullptr || std::holds_alternative<AttioTrouble>(page)) {
        return attribute == nullptr ? attioError(404, QStringLiteral("not_found"), QStringLiteral("No such attribute."))
                                    : refusedBy(std::get<AttioTrouble>(page));
    }
    QJsonArray values = record.values.value(attribute->slug);
    if (call.request.query.queryItemValue(QStringLiteral("show_historic")) == QLatin1String("true")) {
        for (const QJsonValue& old : record.past.value(attribute->slug)) {
            values.append(old);
        }
    }
    QJsonArray data;
    const auto [limit, offset] = std::get<AttioPage>(page);
    for (qsizetype at = offset; at < values.size() && data.size() < limit; ++at) {
        data.append(values[at]);
    }
    return attioData(data);
}

QJsonObject AttioApi::recordJson(const AttioShape& shape, const AttioRecord& record) const {
    QJsonObject values;
    for (const AttioAttribute& attribute : shape.attributes) {
        values.insert(attribute.slug, record.values.value(attribute.slug));
    }
    const bool isEntry = !shape.parent.isEmpty();
    QJsonObject json{{QStringLiteral("id"),
                      QJsonObject{{QStringLiteral("workspace_id"), attioWorkspaceId()},
                                  {isEntry ? QStringLiteral("list_id") : QStringLiteral("object_id"), shape.id},
                                  {isEntry ? QStringLiteral("entry_id") : QStringLiteral("record_id"), record.id}}},
                     {QStringLiteral("created_at"), record.createdAt},
                     {isEntry ? QStringLiteral("entry_values") : QStringLiteral("values"), values}};
    if (isEntry) {
        json.insert(QStringLiteral("parent_record_id"), record.parentRecord);
        json.insert(QStringLiteral("parent_object"), shape.parent);
    } else {
        json.insert(
            QStringLiteral("web_url"),
            QStringLiteral("https://app.attio.example/%1/%2/%3").arg(m_book.schema().slug, shape.slug, record.id));
    }
    return json;
}

}  // namespace kith::emulator
