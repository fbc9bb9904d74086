// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/attio/attio_book.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace kith::emulator {
namespace {

QJsonObject attioStamped(QJsonObject payload, const QString& type, Millis now) {
    payload.insert(QStringLiteral("attribute_type"), type);
    payload.insert(QStringLiteral("active_from"), attioTime(now));
    payload.insert(QStringLiteral("active_until"), QJsonValue::Null);
    payload.insert(QStringLiteral("created_by_actor"), attioActor());
    return payload;
}

QString attioOwnerKey(const QString& object, const QString& slug, const QString& value) {
    return object + QLatin1Char(' ') + slug + QLatin1Char(' ') + value.toLower();
}

}  // namespace

AttioBook::AttioBook()
    : m_schema(AttioSchema::shipped()) {
}

AttioRecord& AttioBook::addRecord(const QString& object, Millis now, const QString& id) {
    AttioRecord& record = m_records.emplace_back();
    record.id = id.isEmpty() ? attioId(object + QString::number(++m_made)) : id;
    record.object = object;
    record.createdAt = attioTime(now);
    m_byId.insert(record.id, &record);
    const auto stamped = [&](const char* type, QJsonObject payload) {
        return QJsonArray{attioStamped(std::move(payload), QLatin1String(type), now)};
    };
    record.values.insert(QStringLiteral("record_id"), stamped("text", {{QStringLiteral("value"), record.id}}));
    record.values.insert(QStringLiteral("created_at"),
                         stamped("timestamp", {{QStringLiteral("value"), record.createdAt}}));
    record.values.insert(QStringLiteral("created_by"),
                         stamped("actor-reference", {{QStringLiteral("referenced_actor_type"), attioActor()[u"type"]},
                                                     {QStringLiteral("referenced_actor_id"), attioActor()[u"id"]}}));
    return record;
}

AttioRecord& AttioBook::addEntry(const AttioShape& list, const QString& parentRecord, Millis now) {
    AttioRecord& entry = addRecord(list.slug, now);
    entry.values.remove(QStringLiteral("record_id"));
    entry.values.remove(QStringLiteral("created_by"));
    entry.parentRecord = parentRecord;
    return entry;
}

AttioNote& AttioBook::addNote(AttioNote note) {
    note.id = attioId(QStringLiteral("note") + QString::number(++m_made));
    m_notes.push_back(std::move(note));
    return m_notes.back();
}

bool AttioBook::removeNote(const QString& id) {
    return std::erase_if(m_notes, [&](const AttioNote& note) { return note.id == id; }) > 0;
}

AttioRecord* AttioBook::record(const QString& object, const QString& id) {
    QString wanted = id;
    while (m_moved.contains(wanted)) {
        wanted = m_moved.value(wanted);
    }
    AttioRecord* found = m_byId.value(wanted);
    return found != nullptr && found->object == object ? found : nullptr;
}

AttioRecord* AttioBook::entry(const QString& list, const QString& id) {
    return record(list, id);
}

bool AttioBook::remove(const QString& object, const QString& id) {
    AttioRecord* found = record(object, id);
    if (found == nullptr) {
        return false;
    }
    if (const AttioShape* shape = m_schema.object(object)) {
        for (const AttioAttribute& attribute : shape->attributes) {
            index(*found, attribute, false);
        }
    }
    m_byId.remove(found->id);
    std::erase_if(m_records, [&](const AttioRecord& record) { return &record == found; });
    // The deque moved what came after.
    m_byId.clear();
    for (AttioRecord& record : m_records) {
        m_byId.insert(record.id, &record);
    }
    return true;
}

bool AttioBook::removeEntry(const QString& list, const QString& id) {
    return remove(list, id);
}

QString AttioBook::merge(const QString& object, const QString& primary, const QString& secondary, Millis now,
                         bool forget) {
    const AttioRecord first = *record(object, primary);
    const AttioRecord second = *record(object, secondary);
    const AttioShape& shape = *m_schema.object(object);
    remove(object, primary);
    remove(object, secondary);
    AttioRecord& merged = addRecord(object, now);
    for (const AttioAttribute& attribute : shape.attributes) {
        QJsonArray values = first.values.value(attribute.slug);
        for (const QJsonValue& value : second.values.value(attribute.slug)) {
            if (attribute.several || values.isEmpty()) {
                values.append(value);
            }
        }
        if (attribute.slug != QLatin1String("record_id") && !values.isEmpty()) {
            put(merged, attribute, values, now);
        }
    }
    if (!forget) {
        m_moved.insert(first.id, merged.id);
        m_moved.insert(second.id, merged.id);
    }
    return merged.id;
}

void AttioBook::put(AttioRecord& record, const AttioAttribute& attribute, const QJsonArray& values, Millis now) {
    index(record, attribute, false);
    QJsonArray& current = record.values[attribute.slug];
    QJsonArray next;
    for (const QJsonValue& value : values) {
        QJsonObject kept = attioStamped(value.toObject(), attribute.type, now);
        for (const QJsonValue& old : std::as_const(current)) {
            if (attioValueKey(old.toObject()) == attioValueKey(kept)) {
                kept = old.toObject();
            }
        }
        if (!next.contains(kept)) {
            next.append(kept);
        }
    }
    for (const QJsonValue& old : std::as_const(current)) {
        if (!next.contains(old)) {
            QJsonObject gone = old.toObject();
            gone.insert(QStringLiteral("active_until"), attioTime(now));
            record.past[attribute.slug].append(gone);
        }
    }
    current = next;
    index(record, attribute, true);
}

void AttioBook::index(const AttioRecord& record, const AttioAttribute& attribute, bool there) {
    if (!attribute.unique) {
        return;
    }
    for (const QJsonValue& value : record.values.value(attribute.slug)) {
        const QString key = attioOwnerKey(record.object, attribute.slug, attioValueKey(value.toObject()));
        if (there) {
            m_owners.insert(key, record.id);
        } else {
            m_owners.remove(key);
        }
    }
}

QString AttioBook::owner(const QString& object, const QString& slug, const QString& value) const {
    return m_owners.value(attioOwnerKey(object, slug, value));
}

std::vector<AttioRecord*> AttioBook::all(const QString& objectOrList) {
    std::vector<AttioRecord*> found;
    for (AttioRecord& record : m_records) {
        if (record.object == objectOrList) {
            found.push_back(&record);
        }
    }
    return found;
}

void AttioBook::rename(const QString& object, const QString& from, const QString& to) {
    AttioShape* shape = m_schema.object(object);
    AttioAttribute* attribute = shape != nullptr ? shape->attribute(from) : nullptr;
    if (attribute == nullptr) {
        return;
    }
    const AttioAttribute before = *attribute;
    attribute->slug = to;
    for (AttioRecord& record : m_records) {
        if (record.object == object && record.values.contains(from)) {
            index(record, before, false);
            record.values.insert(to, record.values.take(from));
            index(record, *attribute, true);
        }
    }
}

QString attioTime(Millis time) {
    return QDateTime::fromMSecsSinceEpoch(time.count(), Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")) +
           QStringLiteral("000000Z");
}

QJsonObject attioActor() {
    return {{QStringLiteral("type"), QStringLiteral("workspace-member")},
            {QStringLiteral("id"), attioId(QStringLiteral("member.mara"))}};
}

QString attioValueKey(const QJsonObject& value) {
    const QString type = value[u"attribute_type"].toString();
    static const QHash<QString, QString> fields{
        {QStringLiteral("email-address"), QStringLiteral("email_address")},
        {QStringLiteral("domain"), QStringLiteral("domain")},
        {QStringLiteral("phone-number"), QStringLiteral("phone_number")},
        {QStringLiteral("personal-name"), QStringLiteral("full_name")},
        {QStringLiteral("record-reference"), QStringLiteral("target_record_id")},
        {QStringLiteral("actor-reference"), QStringLiteral("referenced_actor_id")},
        {QStringLiteral("text"), QStringLiteral("value")}};
    if (const auto field = fields.constFind(type); field != fields.cend()) {
        return value[*field].toString();
    }
    QJsonObject payload = value;
    for (const char* stamp : {"active_from", "active_until", "created_by_actor"}) {
        payload.remove(QLatin1String(stamp));
    }
    return QString::fromUtf8(QJsonDocument(payload).toJson(QJsonDocument::Compact));
}

}  // namespace kith::emulator
