// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/sources/attio_values.h"

#include "core/base/json.h"
#include "core/base/text.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace kith::sources {

namespace {

QString twoWords(const QString& first, const QString& second) {
    return text::oneLine(QString(first + QLatin1Char(' ') + second));
}

QString numberText(double number) {
    return QString::number(number, 'g', 15);
}

QString locationText(const QJsonObject& json) {
    QStringList parts;
    for (const char* key : {"line_1", "line_2", "line_3", "line_4", "postcode", "locality", "region", "country_code"}) {
        const QString part = json.value(QLatin1String(key)).toString().trimmed();
        if (!part.isEmpty()) {
            parts << part;
        }
    }
    return parts.join(QStringLiteral(", "));
}

QString nameText(const QJsonObject& json) {
    const QString whole = json.value(u"full_name").toString().trimmed();
    return whole.isEmpty() ? twoWords(json.value(u"first_name").toString(), json.value(u"last_name").toString())
                           : whole;
}

/// Old documents give the option's id alone, newer ones the whole option.
QString titleText(const QJsonValue& option) {
    return option.isString() ? option.toString() : option[u"title"].toString();
}

QString plainText(const QJsonValue& value) {
    return value.isDouble() ? numberText(value.toDouble())
           : value.isBool() ? (value.toBool() ? QStringLiteral("true") : QStringLiteral("false"))
                            : value.toString();
}

QString valueText(const QString& type, const QJsonObject& json) {
    if (type == QLatin1String("personal-name")) {
        return nameText(json);
    }
    if (type == QLatin1String("email-address")) {
        return json.value(u"email_address").toString();
    }
    if (type == QLatin1String("phone-number")) {
        const QString number = json.value(u"phone_number").toString();
        return number.isEmpty() ? json.value(u"original_phone_number").toString() : number;
    }
    if (type == QLatin1String("domain")) {
        return json.value(u"domain").toString();
    }
    if (type == QLatin1String("location")) {
        return locationText(json);
    }
    if (type == QLatin1String("select")) {
        return titleText(json.value(u"option"));
    }
    if (type == QLatin1String("status")) {
        return titleText(json.value(u"status"));
    }
    if (type == QLatin1String("currency")) {
        return twoWords(numberText(json.value(u"currency_value").toDouble()), json.value(u"currency_code").toString());
    }
    if (type == QLatin1String("interaction")) {
        return twoWords(json.value(u"interaction_type").toString(), json.value(u"interacted_at").toString());
    }
    if (type == QLatin1String("record-reference")) {
        return json.value(u"target_record_id").toString();
    }
    if (type == QLatin1String("actor-reference")) {
        return json.value(u"referenced_actor_id").toString();
    }
    return plainText(json.value(u"value"));  // text, number, checkbox, date, timestamp, rating
}

/// Which words in slug or title name one of Kith's fields.
struct FieldWords {
    const char* field;
    const char* type;
    std::vector<const char*> words;
};

const std::vector<FieldWords>& fieldWords() {
    static const std::vector<FieldWords> all{
        {"name", "personal-name", {}},
        {"email", "email-address", {}},
        {"phone", "phone-number", {}},
        {"address", "location", {}},
        {"job_title", "text", {"job_title", "job title", "jobtitle", "title", "role", "position"}},
        {"company", "record-reference", {"company", "employer", "organisation", "organization"}},
        {"linkedin_url", "text", {"linkedin"}},
        {"url", "text", {"website", "homepage", "web site"}}};
    return all;
}

}  // namespace

const AttioAttribute* AttioShape::bySlug(const QString& slug) const {
    const auto found = std::ranges::find(attributes, slug, &AttioAttribute::slug);
    return found == attributes.end() ? nullptr : &*found;
}

const AttioAttribute* AttioShape::byType(const QString& type) const {
    const auto found =
        std::ranges::find_if(attributes, [&](const AttioAttribute& one) { return one.type == type && !one.archived; });
    return found == attributes.end() ? nullptr : &*found;
}

const AttioAttribute* AttioShape::forField(const QString& field) const {
    for (const FieldWords& known : fieldWords()) {
        if (field != QLatin1String(known.field)) {
            continue;
        }
        if (known.words.empty()) {
            return byType(QLatin1String(known.type));
        }
        for (const char* word : known.words) {
            for (const AttioAttribute& one : attributes) {
                const bool named = one.slug.compare(QLatin1String(word), Qt::CaseInsensitive) == 0 ||
                                   one.title.compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
                if (named && one.type == QLatin1String(known.type) && !one.archived) {
                    return &one;
                }
            }
        }
    }
    return nullptr;
}

QString AttioRecord::text(const AttioAttribute* attribute) const {
    const auto found = attribute != nullptr ? values.constFind(attribute->slug) : values.cend();
    return found == values.cend() || found->empty() ? QString() : found->front().text;
}

AttioValue attioValue(const QJsonObject& json) {
    AttioValue value;
    value.type = json.value(u"attribute_type").toString();
    value.text = valueText(value.type, json);
    value.target = json.value(u"target_object").toString();
    value.targetId = value.type == QLatin1String("record-reference") || value.type == QLatin1String("actor-reference")
                         ? value.text
                         : QString();
    value.activeFrom = attioTime(json.value(u"active_from").toString());
    value.activeUntil = attioTime(json.value(u"active_until").toString());
    value.raw = json;
    value.key = text::folded(value.text);
    return value;
}

std::vector<AttioValue> attioValues(const QJsonValue& list) {
    std::vector<AttioValue> values;
    for (const QJsonValue& one : list.toArray()) {
        AttioValue value = attioValue(one.toObject());
        if (one.isObject() && value.activeUntil.count() == 0) {
            values.push_back(std::move(value));
        }
    }
    return values;
}

std::optional<AttioRecord> attioRecord(const QJsonObject& json) {
    const QJsonValue id = json.value(u"id");
    AttioRecord record;
    record.id = id.isString()                 ? id.toString()
                : id[u"record_id"].isString() ? id[u"record_id"].toString()
                                              : id[u"entry_id"].toString();
    if (record.id.isEmpty()) {
        return std::nullopt;
    }
    record.link = json.value(u"web_url").toString();
    record.createdAt = attioTime(json.value(u"created_at").toString());
    const QJsonObject values =
        json.value(json.contains(u"entry_values") ? QLatin1String("entry_values") : QLatin1String("values")).toObject();
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (auto read = attioValues(it.value()); !read.empty()) {
            record.values.insert(it.key(), std::move(read));
        }
    }
    return record;
}

std::optional<AttioAttribute> attioAttribute(const QJsonObject& json) {
    AttioAttribute attribute;
    attribute.id = json.value(u"id")[u"attribute_id"].toString();
    attribute.slug = json.value(u"api_slug").toString();
    attribute.title = json.value(u"title").toString();
    attribute.type = json.value(u"type").toString();
    attribute.unique = json.value(u"is_unique").toBool();
    attribute.several = json.value(u"is_multiselect").toBool();
    attribute.writable = json.value(u"is_writable").toBool();
    attribute.archived = json.value(u"is_archived").toBool();
    return attribute.slug.isEmpty() || attribute.type.isEmpty() ? std::nullopt : std::optional(attribute);
}

Millis attioTime(const QString& text) {
    static const QRegularExpression decimals(QStringLiteral("\\.(\\d{1,3})\\d*"));
    QDateTime time = QDateTime::fromString(QString(text).replace(decimals, QStringLiteral(".\\1")), Qt::ISODateWithMs);
    if (!time.isValid()) {
        return Millis{0};
    }
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeSpec(Qt::UTC);
    }
    return Millis{time.toMSecsSinceEpoch()};
}

}  // namespace kith::sources
