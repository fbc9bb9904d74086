// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/attio/attio_filter.h"

#include <algorithm>

namespace kith::emulator {
namespace {

const QString attioAnd = QStringLiteral("$and");
const QString attioOr = QStringLiteral("$or");
const QString attioNot = QStringLiteral("$not");

AttioTrouble filterTrouble(const QString& message) {
    return {QStringLiteral("filter_error"), QStringLiteral("Error in filter. ") + message};
}

QStringList operatorsOf(const QString& type) {
    static const QString eq = QStringLiteral("$eq");
    static const QStringList words{eq, QStringLiteral("$contains"), QStringLiteral("$starts_with"),
                                   QStringLiteral("$ends_with")};
    static const QStringList order{eq, QStringLiteral("$lt"), QStringLiteral("$lte"), QStringLiteral("$gt"),
                                   QStringLiteral("$gte")};
    static const QStringList in{QStringLiteral("$in")};
    static const QStringList filled{QStringLiteral("$not_empty")};
    static const QHash<QString, QStringList> table{{QStringLiteral("text"), words + in},
                                                   {QStringLiteral("email-address"), words},
                                                   {QStringLiteral("location"), words},
                                                   {QStringLiteral("domain"), words + filled},
                                                   {QStringLiteral("personal-name"), words + filled},
                                                   {QStringLiteral("phone-number"), words + filled},
                                                   {QStringLiteral("number"), order},
                                                   {QStringLiteral("currency"), order},
                                                   {QStringLiteral("date"), order},
                                                   {QStringLiteral("timestamp"), order},
                                                   {QStringLiteral("rating"), order},
                                                   {QStringLiteral("interaction"), order + filled},
                                                   {QStringLiteral("record-reference"), QStringList{eq} + in}};
    return table.value(type, {eq});
}

/// The field that a bare condition means, then the others that may be named.
QStringList fieldsOf(const QString& type) {
    static const QHash<QString, QStringList> table{
        {QStringLiteral("email-address"),
         {QStringLiteral("email_address"), QStringLiteral("original_email_address"), QStringLiteral("email_domain"),
          QStringLiteral("email_root_domain"), QStringLiteral("email_local_specifier")}},
        {QStringLiteral("domain"), {QStringLiteral("domain"), QStringLiteral("root_domain")}},
        {QStringLiteral("personal-name"),
         {QStringLiteral("full_name"), QStringLiteral("first_name"), QStringLiteral("last_name")}},
        {QStringLiteral("phone-number"), {QStringLiteral("phone_number"), QStringLiteral("country_code")}},
        {QStringLiteral("currency"), {QStringLiteral("currency_value"), QStringLiteral("currency_code")}},
        {QStringLiteral("location"),
         {QStringLiteral("locality"), QStringLiteral("line_1"), QStringLiteral("region"), QStringLiteral("postcode"),
          QStringLiteral("country_code")}},
        {QStringLiteral("interaction"), {QStringLiteral("interacted_at"), QStringLiteral("interaction_type")}},
        {QStringLiteral("record-reference"), {QStringLiteral("target_record_id"), QStringLiteral("target_object")}},
        {QStringLiteral("actor-reference"),
         {QStringLiteral("referenced_actor_id"), QStringLiteral("referenced_actor_type")}}};
    return table.value(type, {QStringLiteral("value")});
}

QJsonValue fieldValue(const QJsonObject& value, const QString& field) {
    const QString type = value[u"attribute_type"].toString();
    if (type == QLatin1String("select") || type == QLatin1String("status")) {
        return value[type == QLatin1String("select") ? u"option" : u"status"][u"title"];
    }
    return value[field];
}

int compared(const QJsonValue& one, const QJsonValue& other) {
    if (one.isDouble() && other.isDouble()) {
        return one.toDouble() < other.toDouble() ? -1 : one.toDouble() > other.toDouble() ? 1 : 0;
    }
    return one.toVariant().toString().compare(other.toVariant().toString(), Qt::CaseInsensitive);
}

bool holds(const QJsonValue& value, const QString& op, const QJsonValue& wanted) {
    const QString text = value.toString();
    if (op == QLatin1String("$contains")) {
        return text.contains(wanted.toString(), Qt::CaseInsensitive);
    }
    if (op == QLatin1String("$starts_with")) {
        return text.startsWith(wanted.toString(), Qt::CaseInsensitive);
    }
    if (op == QLatin1String("$ends_with")) {
        return text.endsWith(wanted.toString(), Qt::CaseInsensitive);
    }
    if (op == QLatin1String("$not_empty")) {
        return wanted.toBool() != (value.isNull() || value.isUndefined());
    }
    if (op == QLatin1String("$in")) {
        const QJsonArray list = wanted.toArray();
        return std::any_of(list.begin(), list.end(), [&](const QJsonValue& one) { return compared(value, one) == 0; });
    }
    const int order = compared(value, wanted);
    return op == QLatin1String("$lt")    ? order < 0
           : op == QLatin1String("$lte") ? order <= 0
           : op == QLatin1String("$gt")  ? order > 0
           : op == QLatin1String("$gte") ? order >= 0
                                         : order == 0;
}

bool holdsAll(const QJsonValue& value, const QJsonValue& condition) {
    if (!condition.isObject()) {
        return holds(value, QStringLiteral("$eq"), condition);
    }
    const QJsonObject operators = condition.toObject();
    const QStringList names = operators.keys();
    return std::all_of(names.begin(), names.end(), [&](const QString& op) { return holds(value, op, operators[op]); });
}

bool isOperators(const QJsonValue& condition) {
    return !condition.isObject() ||
           (!condition.toObject().isEmpty() && condition.toObject().begin().key().startsWith(u'$'));
}

QJsonValue firstField(const AttioRecord& record, const AttioAttribute& attribute, const QString& field) {
    const QJsonArray values = record.values.value(attribute.slug);
    return values.isEmpty()
               ? QJsonValue()
               : fieldValue(values.first().toObject(), field.isEmpty() ? fieldsOf(attribute.type).constFirst() : field);
}

}  // namespace

std::optional<AttioTrouble> AttioFilter::check(const QJsonObject& filter, const QJsonArray& sorts) const {
    for (const QJsonValue& sort : sorts) {
        const QString direction = sort[u"direction"].toString();
        const bool known = m_shape.attribute(sort[u"attribute"].toString()) != nullptr;
        if (!known || (direction != QLatin1String("asc") && direction != QLatin1String("desc"))) {
            return filterTrouble(QStringLiteral("A sort names an attribute and a direction."));
        }
    }
    if (filter.contains(u"path")) {
        return checkPath(filter);
    }
    for (auto it = filter.begin(); it != filter.end(); ++it) {
        if (it.key() == attioNot && it->isObject()) {
            if (auto trouble = check(it->toObject(), {})) {
                return trouble;
            }
            continue;
        }
        if (it.key() == attioAnd || it.key() == attioOr) {
            for (const QJsonValue& part : it->toArray()) {
                if (auto trouble = check(part.toObject(), {})) {
                    return trouble;
                }
            }
            continue;
        }
        if (auto trouble = checkCondition(it.key(), it.value())) {
            return trouble;
        }
    }
    return std::nullopt;
}

std::optional<AttioTrouble> AttioFilter::checkCondition(const QString& slug, const QJsonValue& condition) const {
    const AttioAttribute* attribute = m_shape.attribute(slug);
    if (attribute == nullptr) {
        return filterTrouble(QStringLiteral("Unknown attribute slug: %1").arg(slug));
    }
    const QJsonObject object = condition.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.key().startsWith(u'$')) {
            if (!fieldsOf(attribute->type).contains(it.key())) {
                return filterTrouble(QStringLiteral("Unknown field %1 of %2").arg(it.key(), slug));
            }
            if (it->isObject()) {
                if (auto trouble = checkCondition(slug, it.value())) {
                    return trouble;
                }
            }
            continue;
        }
        QStringList allowed = operatorsOf(attribute->type);
        if (slug == QLatin1String("record_id")) {
            allowed = {QStringLiteral("$eq"), QStringLiteral("$in")};
        }
        if (!allowed.contains(it.key()) || (it.key() == QLatin1String("$in") && !it->isArray())) {
            return filterTrouble(QStringLiteral("Invalid operator %1 for attribute %2").arg(it.key(), slug));
        }
    }
    return std::nullopt;
}

std::optional<AttioTrouble> AttioFilter::checkPath(const QJsonObject& filter) const {
    const AttioShape* shape = &m_shape;
    for (const QJsonValue& step : filter[u"path"].toArray()) {
        const AttioShape* from = m_book.schema().object(step[0].toString());
        if (from == nullptr) {
            from = m_book.schema().list(step[0].toString());
        }
        if (from != shape || from->attribute(step[1].toString()) == nullptr) {
            return filterTrouble(QStringLiteral("Invalid path."));
        }
        if (const AttioShape* next = m_book.schema().object(from->attribute(step[1].toString())->target)) {
            shape = next;
        }
    }
    return filter[u"constraints"].isObject() ? std::nullopt
                                             : std::optional(filterTrouble(QStringLiteral("constraints is required.")));
}

bool AttioFilter::matches(const AttioRecord& record, const QJsonObject& filter) const {
    if (filter.contains(u"path")) {
        return matchesPath(record, filter);
    }
    for (auto it = filter.begin(); it != filter.end(); ++it) {
        const QJsonArray parts = it->toArray();
        const auto fits = [&](const QJsonValue& part) { return matches(record, part.toObject()); };
        const bool held = it.key() == attioAnd   ? std::all_of(parts.begin(), parts.end(), fits)
                          : it.key() == attioOr  ? std::any_of(parts.begin(), parts.end(), fits)
                          : it.key() == attioNot ? !matches(record, it->toObject())
                                                 : matchesCondition(record, it.key(), it.value());
        if (!held) {
            return false;
        }
    }
    return true;
}

bool AttioFilter::matchesCondition(const AttioRecord& record, const QString& slug, const QJsonValue& condition) const {
    const AttioAttribute& attribute = *m_shape.attribute(slug);
    const QJsonArray values = record.values.value(attribute.slug);
    const QString bare = fieldsOf(attribute.type).constFirst();
    if (condition[u"$not_empty"].isBool()) {
        return values.isEmpty() != condition[u"$not_empty"].toBool();
    }
    return std::any_of(values.begin(), values.end(), [&](const QJsonValue& value) {
        if (isOperators(condition)) {
            return holdsAll(fieldValue(value.toObject(), bare), condition);
        }
        const QJsonObject fields = condition.toObject();
        const QStringList names = fields.keys();
        return std::all_of(names.begin(), names.end(), [&](const QString& field) {
            return holdsAll(fieldValue(value.toObject(), field), fields[field]);
        });
    });
}

bool AttioFilter::matchesPath(const AttioRecord& record, const QJsonObject& filter) const {
    const QJsonArray path = filter[u"path"].toArray();
    const AttioRecord* at = &record;
    const AttioShape* shape = &m_shape;
    for (qsizetype step = 0; step + 1 < path.size(); ++step) {
        const AttioAttribute& attribute = *shape->attribute(path[step][1].toString());
        const QString id = firstField(*at, attribute, QStringLiteral("target_record_id")).toString();
        at = m_book.record(attribute.target, id);
        shape = m_book.schema().object(attribute.target);
        if (at == nullptr || shape == nullptr) {
            return false;
        }
    }
    const QString last = path.last()[1].toString();
    return AttioFilter(m_book, *shape).matchesCondition(*at, last, filter[u"constraints"]);
}

void AttioFilter::sort(std::vector<AttioRecord*>& records, const QJsonArray& sorts) const {
    std::vector<std::pair<const AttioAttribute*, QJsonObject>> keys;
    for (const QJsonValue& sort : sorts) {
        keys.emplace_back(m_shape.attribute(sort[u"attribute"].toString()), sort.toObject());
    }
    std::stable_sort(records.begin(), records.end(), [&](const AttioRecord* one, const AttioRecord* other) {
        for (const auto& [attribute, sort] : keys) {
            const QString field = sort[u"field"].toString();
            const int order = compared(firstField(*one, *attribute, field), firstField(*other, *attribute, field));
            if (order != 0) {
                return sort[u"direction"].toString() == QLatin1String("asc") ? order < 0 : order > 0;
            }
        }
        return false;
    });
}

std::optional<QString> AttioFilter::oneRecord(const QJsonObject& filter) const {
    if (filter.size() != 1) {
        return std::nullopt;
    }
    const AttioAttribute* attribute = m_shape.attribute(filter.begin().key());
    const QJsonValue condition = filter.begin().value();
    const bool told = condition.isObject() && condition[u"$eq"].isUndefined();
    const QJsonValue inner = told ? condition[fieldsOf(attribute ? attribute->type : QString()).first()] : condition;
    const QJsonValue wanted = inner.isObject() ? inner[u"$eq"] : inner;
    const bool exact = wanted.isString() && (!condition.isObject() || condition.toObject().size() == 1);
    return attribute != nullptr && attribute->unique && exact && m_shape.parent.isEmpty()
               ? std::optional(m_book.owner(m_shape.slug, attribute->slug, wanted.toString()))
               : std::nullopt;
}

}  // namespace kith::emulator
