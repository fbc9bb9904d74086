// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/attio/attio_schema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace kith::emulator {
namespace {

const QString attioFounded = QStringLiteral("2022-11-21T13:22:49.061281000Z");

AttioAttribute attioAttributeOf(const QString& shape, const QJsonArray& row) {
    AttioAttribute attribute;
    attribute.slug = row[0].toString();
    attribute.title = row[1].toString();
    attribute.type = row[2].toString();
    attribute.id = attioId(shape + QLatin1Char('.') + attribute.slug);
    const QString flags = row[3].toString();
    attribute.unique = flags.contains(QLatin1Char('u'));
    attribute.several = flags.contains(QLatin1Char('m'));
    attribute.writable = !flags.contains(QLatin1Char('r'));
    attribute.target = row[4].toString();
    for (const QJsonValue& title : row[4].toArray()) {
        attribute.options.push_back({attioId(attribute.id + title.toString()), title.toString()});
    }
    return attribute;
}

AttioShape attioShapeOf(const QJsonObject& json) {
    AttioShape shape;
    shape.slug = json[u"slug"].toString();
    shape.id = attioId(QStringLiteral("shape.") + shape.slug);
    shape.singular = json.contains(u"name") ? json[u"name"].toString() : json[u"singular"].toString();
    shape.plural = json[u"plural"].toString();
    shape.parent = json[u"parent"].toString();
    for (const QJsonValue& row : json[u"attributes"].toArray()) {
        shape.attributes.push_back(attioAttributeOf(shape.slug, row.toArray()));
    }
    return shape;
}

template <class Shapes>
auto attioNamed(Shapes& shapes, const QString& name) -> decltype(&*shapes.begin()) {
    for (auto& shape : shapes) {
        if (shape.slug == name || shape.id == name) {
            return &shape;
        }
    }
    return nullptr;
}

}  // namespace

const AttioAttribute* AttioShape::attribute(const QString& name) const {
    return attioNamed(attributes, name);
}

AttioAttribute* AttioShape::attribute(const QString& name) {
    return attioNamed(attributes, name);
}

AttioSchema AttioSchema::shipped() {
    QFile file(QStringLiteral(":/emulator/attio/workspace.json"));
    const bool there = file.open(QIODevice::ReadOnly);
    Q_ASSERT(there);
    const QJsonObject root = there ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    AttioSchema schema{root[u"name"].toString(), root[u"slug"].toString(), {}, {}};
    for (const QJsonValue& object : root[u"objects"].toArray()) {
        schema.objects.push_back(attioShapeOf(object.toObject()));
    }
    for (const QJsonValue& list : root[u"lists"].toArray()) {
        schema.lists.push_back(attioShapeOf(list.toObject()));
    }
    return schema;
}

const AttioShape* AttioSchema::object(const QString& called) const {
    return attioNamed(objects, called);
}

AttioShape* AttioSchema::object(const QString& called) {
    return attioNamed(objects, called);
}

const AttioShape* AttioSchema::list(const QString& called) const {
    return attioNamed(lists, called);
}

QString attioId(const QString& words) {
    static const QUuid house(QStringLiteral("{6f1c9f0e-8f0a-4c57-9a4f-2f0f6f2f7c11}"));
    return QUuid::createUuidV5(house, words).toString(QUuid::WithoutBraces);
}

QString attioWorkspaceId() {
    return attioId(QStringLiteral("workspace"));
}

QJsonObject attioAttributeJson(const AttioShape& shape, const AttioAttribute& attribute) {
    const QJsonValue none = QJsonValue::Null;
    const QJsonObject currency{{QStringLiteral("default_currency_code"),
                                attribute.type == QLatin1String("currency") ? QJsonValue(QStringLiteral("EUR")) : none},
                               {QStringLiteral("display_type"), attribute.type == QLatin1String("currency")
                                                                    ? QJsonValue(QStringLiteral("code"))
                                                                    : none}};
    const QJsonObject reference{{QStringLiteral("allowed_object_ids"),
                                 attribute.target.isEmpty()
                                     ? none
                                     : QJsonValue(QJsonArray{attioId(QStringLiteral("shape.") + attribute.target)})}};
    return {{QStringLiteral("id"), QJsonObject{{QStringLiteral("workspace_id"), attioWorkspaceId()},
                                               {QStringLiteral("object_id"), shape.id},
                                               {QStringLiteral("attribute_id"), attribute.id}}},
            {QStringLiteral("title"), attribute.title},
            {QStringLiteral("description"), none},
            {QStringLiteral("api_slug"), attribute.slug},
            {QStringLiteral("type"), attribute.type},
            {QStringLiteral("is_system_attribute"), !attribute.writable},
            {QStringLiteral("is_writable"), attribute.writable},
            {QStringLiteral("is_required"), false},
            {QStringLiteral("is_unique"), attribute.unique},
            {QStringLiteral("is_multiselect"), attribute.several},
            {QStringLiteral("is_default_value_enabled"), false},
            {QStringLiteral("is_archived"), false},
            {QStringLiteral("default_value"), none},
            {QStringLiteral("relationship"), none},
            {QStringLiteral("created_at"), attioFounded},
            {QStringLiteral("config"),
             QJsonObject{{QStringLiteral("currency"), currency}, {QStringLiteral("record_reference"), reference}}}};
}

QJsonObject attioOptionJson(const AttioShape& shape, const AttioAttribute& attribute, const AttioOption& option) {
    const bool isStatus = attribute.type == QLatin1String("status");
    QJsonObject json{{QStringLiteral("id"),
                      QJsonObject{{QStringLiteral("workspace_id"), attioWorkspaceId()},
                                  {QStringLiteral("object_id"), shape.id},
                                  {QStringLiteral("attribute_id"), attribute.id},
                                  {isStatus ? QStringLiteral("status_id") : QStringLiteral("option_id"), option.id}}},
                     {QStringLiteral("title"), option.title},
                     {QStringLiteral("is_archived"), false}};
    if (isStatus) {
        json.insert(QStringLiteral("celebration_enabled"), false);
        json.insert(QStringLiteral("target_time_in_status"), QJsonValue::Null);
    }
    return json;
}

}  // namespace kith::emulator
