// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/attio/attio_values.h"

#include <QDateTime>
#include <QRegularExpression>

namespace kith::emulator {
namespace {

using AttioPayload = std::variant<QJsonObject, AttioTrouble>;

struct AttioPlace {
    AttioBook& book;
    const AttioShape& shape;
    const AttioAttribute& attribute;
};

AttioTrouble wrongType(const AttioPlace& place, const QString& wanted) {
    return {QStringLiteral("validation_type"),
            QStringLiteral("Invalid value was passed to attribute with slug \"%1\": expected %2.")
                .arg(place.attribute.slug, wanted)};
}

AttioTrouble noSuchValue(const AttioPlace& place, const QString& value) {
    return {
        QStringLiteral("value_not_found"),
        QStringLiteral("Cannot find value \"%1\" for attribute with slug \"%2\".").arg(value, place.attribute.slug)};
}

/// A bare value, or the object's one field of this name and nothing beside it.
std::optional<QJsonValue> bareValue(const QJsonValue& input, const QString& field) {
    if (!input.isObject()) {
        return input;
    }
    const QJsonObject object = input.toObject();
    return object.size() == 1 && object.contains(field) ? std::optional(object[field]) : std::nullopt;
}

bool hasOnly(const QJsonObject& object, const QStringList& allowed) {
    const QStringList keys = object.keys();
    return std::all_of(keys.begin(), keys.end(), [&](const QString& key) { return allowed.contains(key); });
}

QString rootDomain(const QString& domain) {
    return domain.section(QLatin1Char('.'), -2);
}

AttioPayload plainPayload(const AttioPlace& place, const QJsonValue& input) {
    const QString type = place.attribute.type;
    const auto bare = bareValue(input, type == QLatin1String("currency") ? QStringLiteral("currency_value")
                                                                         : QStringLiteral("value"));
    if (!bare) {
        return wrongType(place, QStringLiteral("a single value"));
    }
    if (type == QLatin1String("text") && bare->isString()) {
        return QJsonObject{{QStringLiteral("value"), *bare}};
    }
    if (type == QLatin1String("checkbox") && bare->isBool()) {
        return QJsonObject{{QStringLiteral("value"), *bare}};
    }
    if (type == QLatin1String("number") && bare->isDouble()) {
        return QJsonObject{{QStringLiteral("value"), *bare}};
    }
    if (type == QLatin1String("rating") && bare->isDouble() && bare->toDouble() >= 0 && bare->toDouble() <= 5) {
        return QJsonObject{{QStringLiteral("value"), *bare}};
    }
    if (type == QLatin1String("currency") && bare->isDouble()) {
        return QJsonObject{{QStringLiteral("currency_value"), *bare},
                           {QStringLiteral("currency_code"), QStringLiteral("EUR")}};
    }
    return wrongType(place, type);
}

AttioPayload timePayload(const AttioPlace& place, const QJsonValue& input) {
    const auto bare = bareValue(input, QStringLiteral("value"));
    if (!bare || !bare->isString()) {
        return wrongType(place, place.attribute.type);
    }
    static const QRegularExpression decimals(QStringLiteral("(\\.\\d{3})\\d*"));
    const QString text = bare->toString();
    QDateTime time = QDateTime::fromString(QString(text).replace(decimals, QStringLiteral("\\1")), Qt::ISODateWithMs);
    if (!time.isValid()) {
        return wrongType(place, place.attribute.type);
    }
    if (place.attribute.type == QLatin1String("date")) {
        return QJsonObject{{QStringLiteral("value"), text.left(10)}};
    }
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeSpec(Qt::UTC);
    }
    return QJsonObject{{QStringLiteral("value"), attioTime(Millis(time.toMSecsSinceEpoch()))}};
}

AttioPayload emailPayload(const AttioPlace& place, const QJsonValue& input) {
    static const QRegularExpression form(QStringLiteral("^[^\\s@]+@([^\\s@.]+\\.)+[^\\s@.]+$"));
    const auto bare = bareValue(input, QStringLiteral("email_address"));
    if (!bare || !bare->isString() || !form.match(bare->toString()).hasMatch()) {
        return wrongType(place, QStringLiteral("an email address"));
    }
    const QString address = bare->toString().toLower();
    const QString domain = address.section(QLatin1Char('@'), 1);
    return QJsonObject{{QStringLiteral("original_email_address"), *bare},
                       {QStringLiteral("email_address"), address},
                       {QStringLiteral("email_domain"), domain},
                       {QStringLiteral("email_root_domain"), rootDomain(domain)},
                       {QStringLiteral("email_local_specifier"), address.section(QLatin1Char('@'), 0, 0)}};
}

AttioPayload domainPayload(const AttioPlace& place, const QJsonValue& input) {
    static const QRegularExpression form(QStringLiteral("^(https?://)?((?:[a-z0-9-]+\\.)+[a-z0-9-]+)(/.*)?$"));
    const auto bare = bareValue(input, QStringLiteral("domain"));
    const auto match = form.match(bare ? bare->toString().toLower() : QString());
    if (!match.hasMatch()) {
        return wrongType(place, QStringLiteral("a domain"));
    }
    return QJsonObject{{QStringLiteral("domain"), match.captured(2)},
                       {QStringLiteral("root_domain"), rootDomain(match.captured(2))}};
}

AttioPayload namePayload(const AttioPlace& place, const QJsonValue& input) {
    QString first;
    QString last;
    if (input.isString()) {
        const QString text = input.toString();
        const bool turned = text.contains(QLatin1Char(','));
        first = turned ? text.section(QLatin1Char(','), 1).trimmed() : text.section(QLatin1Char(' '), 0, 0);
        last = turned ? text.section(QLatin1Char(','), 0, 0).trimmed() : text.section(QLatin1Char(' '), 1);
        return QJsonObject{{QStringLiteral("first_name"), first},
                           {QStringLiteral("last_name"), last},
                           {QStringLiteral("full_name"), QString(first + QLatin1Char(' ') + last).trimmed()}};
    }
    const QStringList fields{QStringLiteral("first_name"), QStringLiteral("last_name"), QStringLiteral("full_name")};
    const QJsonObject object = input.toObject();
    if (!input.isObject() || object.isEmpty() || !hasOnly(object, fields)) {
        return wrongType(place, QStringLiteral("a personal name"));
    }
    QJsonObject name;
    for (const QString& field : fields) {
        if (object.contains(field) && !object[field].isString()) {
            return wrongType(place, QStringLiteral("a personal name"));
        }
        name.insert(field, object[field].toString());
    }
    return name;
}

AttioPayload phonePayload(const AttioPlace& place, const QJsonValue& input) {
    static const QRegularExpression global(QStringLiteral("^\\+[0-9 ().-]{6,20}$"));
    static const QHash<QString, QString> prefixes{
        {QStringLiteral("DE"), QStringLiteral("+49")}, {QStringLiteral("GB"), QStringLiteral("+44")},
        {QStringLiteral("US"), QStringLiteral("+1")},  {QStringLiteral("FR"), QStringLiteral("+33")},
        {QStringLiteral("NO"), QStringLiteral("+47")}, {QStringLiteral("ES"), QStringLiteral("+34")}};
    const QJsonObject object = input.toObject();
    const QString original = input.isString() ? input.toString() : object[u"original_phone_number"].toString();
    const bool known = hasOnly(object, {QStringLiteral("original_phone_number"), QStringLiteral("country_code")});
    QString country = object[u"country_code"].toString();
    const bool isGlobal = global.match(original).hasMatch();
    if (original.isEmpty() || !known || (!isGlobal && !prefixes.contains(country))) {
        return wrongType(place, QStringLiteral("a phone number with its country code"));
    }
    QString number = original;
    number.remove(QRegularExpression(QStringLiteral("[^0-9+]")));
    if (!isGlobal) {
        number = prefixes.value(country) + (number.startsWith(QLatin1Char('0')) ? number.mid(1) : number);
    }
    for (auto it = prefixes.begin(); country.isEmpty() && it != prefixes.end(); ++it) {
        country = number.startsWith(it.value()) ? it.key() : QString();
    }
    return QJsonObject{{QStringLiteral("original_phone_number"), original},
                       {QStringLiteral("country_code"), country.isEmpty() ? QStringLiteral("US") : country},
                       {QStringLiteral("phone_number"), number}};
}

AttioPayload optionPayload(const AttioPlace& place, const QJsonValue& input) {
    const bool isStatus = place.attribute.type == QLatin1String("status");
    const QString field = isStatus ? QStringLiteral("status") : QStringLiteral("option");
    const auto bare = bareValue(input, field);
    if (!bare || !bare->isString()) {
        return wrongType(place, QStringLiteral("an option's title or id"));
    }
    for (const AttioOption& option : place.attribute.options) {
        if (option.id == bare->toString() || option.title == bare->toString()) {
            return QJsonObject{{field, attioOptionJson(place.shape, place.attribute, option)}};
        }
    }
    return noSuchValue(place, bare->toString());
}

AttioPayload referencePayload(const AttioPlace& place, const QJsonValue& input) {
    const QString target = place.attribute.target;
    const QJsonObject object = input.toObject();
    const QString slug =
        target == QLatin1String("companies") ? QStringLiteral("domains") : QStringLiteral("email_addresses");
    QString id;
    if (input.isString()) {
        id = place.book.record(target, input.toString()) != nullptr ? input.toString()
                                                                    : place.book.owner(target, slug, input.toString());
    } else if (object[u"target_object"].toString() != target || object.size() != 2) {
        return wrongType(place, QStringLiteral("target_object and target_record_id, or a matching attribute"));
    } else if (object.contains(u"target_record_id")) {
        id = object[u"target_record_id"].toString();
    } else {
        const QJsonObject match = object[slug].toArray().first().toObject();
        const QString field =
            slug == QLatin1String("domains") ? QStringLiteral("domain") : QStringLiteral("email_address");
        id = place.book.owner(target, slug, match[field].toString());
    }
    const AttioRecord* record = place.book.record(target, id);
    if (record == nullptr) {
        return noSuchValue(place, input.isString() ? input.toString() : id);
    }
    return QJsonObject{{QStringLiteral("target_object"), target}, {QStringLiteral("target_record_id"), record->id}};
}

AttioPayload actorPayload(const AttioPlace& place, const QJsonValue& input) {
    const QJsonObject object = input.toObject();
    const QString mara = QStringLiteral("mara@fjordlight.example");
    const bool byMail = object[u"workspace_member_email_address"].toString() == mara || input.toString() == mara;
    const bool byId = object[u"referenced_actor_id"].toString() == attioActor()[u"id"].toString() &&
                      object[u"referenced_actor_type"].toString() == QLatin1String("workspace-member");
    if (!byMail && !byId) {
        return noSuchValue(place, QStringLiteral("workspace member"));
    }
    return QJsonObject{{QStringLiteral("referenced_actor_type"), attioActor()[u"type"]},
                       {QStringLiteral("referenced_actor_id"), attioActor()[u"id"]}};
}

AttioPayload locationPayload(const AttioPlace& place, const QJsonValue& input) {
    static const QStringList keys{QStringLiteral("line_1"),   QStringLiteral("line_2"),
                                  QStringLiteral("line_3"),   QStringLiteral("line_4"),
                                  QStringLiteral("locality"), QStringLiteral("region"),
                                  QStringLiteral("postcode"), QStringLiteral("country_code"),
                                  QStringLiteral("latitude"), QStringLiteral("longitude")};
    QJsonObject location;
    for (const QString& key : keys) {
        location.insert(key, QJsonValue::Null);
    }
    if (input.isString()) {
        location.insert(QStringLiteral("line_1"), input);
        return location;
    }
    const QJsonObject object = input.toObject();
    if (object.size() != keys.size() || !hasOnly(object, keys)) {
        return wrongType(place, QStringLiteral("a location with all of its ten keys"));
    }
    for (const QString& key : keys) {
        if (!object[key].isString() && !object[key].isNull()) {
            return wrongType(place, QStringLiteral("a location with all of its ten keys"));
        }
    }
    return object;
}

AttioPayload payloadOf(const AttioPlace& place, const QJsonValue& input) {
    using Reader = AttioPayload (*)(const AttioPlace&, const QJsonValue&);
    static const QHash<QString, Reader> readers{{QStringLiteral("date"), timePayload},
                                                {QStringLiteral("timestamp"), timePayload},
                                                {QStringLiteral("email-address"), emailPayload},
                                                {QStringLiteral("domain"), domainPayload},
                                                {QStringLiteral("personal-name"), namePayload},
                                                {QStringLiteral("phone-number"), phonePayload},
                                                {QStringLiteral("select"), optionPayload},
                                                {QStringLiteral("status"), optionPayload},
                                                {QStringLiteral("location"), locationPayload},
                                                {QStringLiteral("record-reference"), referencePayload},
                                                {QStringLiteral("actor-reference"), actorPayload}};
    return readers.value(place.attribute.type, plainPayload)(place, input);
}

}  // namespace

std::variant<QJsonArray, AttioTrouble> attioValues(AttioBook& book, const AttioShape& shape,
                                                   const AttioAttribute& attribute, const QJsonValue& input) {
    const AttioPlace place{book, shape, attribute};
    if (!attribute.writable) {
        return AttioTrouble{QStringLiteral("system_edit_unauthorized"),
                            QStringLiteral("Attribute with slug \"%1\" cannot be written.").arg(attribute.slug)};
    }
    const QJsonArray inputs = input.isArray() ? input.toArray() : input.isNull() ? QJsonArray() : QJsonArray{input};
    if (!attribute.several && inputs.size() > 1) {
        return wrongType(place, QStringLiteral("one value"));
    }
    QJsonArray values;
    for (const QJsonValue& one : inputs) {
        AttioPayload payload = payloadOf(place, one);
        if (const auto* trouble = std::get_if<AttioTrouble>(&payload)) {
            return *trouble;
        }
        QJsonObject value = std::get<QJsonObject>(payload);
        value.insert(QStringLiteral("attribute_type"), attribute.type);
        values.append(value);
    }
    return values;
}

}  // namespace kith::emulator
