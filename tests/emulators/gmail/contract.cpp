// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/contract.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

namespace kith::emulator {
namespace {

QString wholeScope(const QString& scope) {
    return scope.startsWith(QLatin1String("https:"))
               ? scope
               : QString(QStringLiteral("https://www.googleapis.com/auth/") + scope);
}

QStringList strings(const QJsonValue& value) {
    QStringList list;
    for (const QJsonValue& one : value.toArray()) {
        list << one.toString();
    }
    return list;
}

/// "string", ["one", "of"] or {"repeated": either of these}.
ValueType parameterType(const QJsonValue& value) {
    if (value.isObject()) {
        ValueType type = parameterType(value[u"repeated"]);
        type.repeated = true;
        return type;
    }
    return value.isArray() ? ValueType{{}, strings(value), false} : ValueType{value.toString(), {}, false};
}

/// "string", "Schema", {"enum": […]} or [any of these].
SchemaField fieldType(const QJsonValue& value) {
    if (value.isArray()) {
        SchemaField field = fieldType(value.toArray().first());
        field.value.repeated = true;
        return field;
    }
    if (value.isObject()) {
        return {{{}, strings(value[u"enum"]), false}, {}};
    }
    const QString name = value.toString();
    return name.front().isUpper() ? SchemaField{{}, name} : SchemaField{{name, {}, false}, {}};
}

Method methodOf(const QString& name, const QJsonObject& object) {
    Method method;
    method.name = name;
    method.verb = object[u"verb"].toString().toLatin1();
    method.segments = object[u"path"].toString().split(u'/');
    method.plainSegments =
        static_cast<int>(method.segments.size() - method.segments.filter(QStringLiteral("{")).size());
    const QJsonObject query = object[u"query"].toObject();
    for (auto it = query.begin(); it != query.end(); ++it) {
        method.query.insert(it.key(), parameterType(it.value()));
    }
    for (const QString& scope : strings(object[u"scopes"])) {
        method.scopes << wholeScope(scope);
    }
    method.body = object[u"body"].toString();
    method.answer = object[u"answer"].toString();
    method.upload = object[u"upload"].toInteger();
    return method;
}

/// "{id}" takes any one segment, "{id}:disable" one with that ending.
bool fits(const QString& pattern, const QString& segment) {
    if (!pattern.startsWith(u'{')) {
        return pattern == segment;
    }
    const QStringView ending = QStringView(pattern).sliced(pattern.indexOf(u'}') + 1);
    return segment.size() > ending.size() && segment.endsWith(ending);
}

bool fits(const Method& method, const QStringList& segments) {
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (!fits(method.segments[i], segments[i])) {
            return false;
        }
    }
    return true;
}

QByteArray shapeOf(const QByteArray& verb, qsizetype segments) {
    return verb + static_cast<char>('0' + segments);
}

}  // namespace

const Contract& Contract::gmail() {
    static const Contract contract = [] {
        QFile file(QStringLiteral(":/emulator/gmail/contract.json"));
        const bool there = file.open(QIODevice::ReadOnly);
        Q_ASSERT(there);
        return there ? fromJson(file.readAll()) : Contract();
    }();
    return contract;
}

Contract Contract::fromJson(const QByteArray& json) {
    Contract contract;
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QJsonObject parameters = root[u"parameters"].toObject();
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        contract.m_parameters.insert(it.key(), parameterType(it.value()));
    }
    const QJsonObject methods = root[u"methods"].toObject();
    for (auto it = methods.begin(); it != methods.end(); ++it) {
        contract.m_methods.push_back(methodOf(it.key(), it.value().toObject()));
    }
    // The more is said in plain words, the better it fits: messages/send before messages/{id}.
    std::ranges::stable_sort(contract.m_methods, std::greater{}, &Method::plainSegments);
    for (std::size_t i = 0; i < contract.m_methods.size(); ++i) {
        const Method& method = contract.m_methods[i];
        contract.m_byShape[shapeOf(method.verb, method.segments.size())].push_back(i);
    }
    const QJsonObject schemas = root[u"schemas"].toObject();
    for (auto it = schemas.begin(); it != schemas.end(); ++it) {
        const QJsonObject fields = it.value().toObject();
        auto& schema = contract.m_schemas[it.key()];
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            schema.insert(field.key(), fieldType(field.value()));
        }
    }
    const QStringList palette = strings(root[u"palette"]);
    contract.m_palette = QSet<QString>(palette.begin(), palette.end());
    return contract;
}

std::optional<MethodMatch> Contract::match(const QByteArray& verb, const QStringList& segments) const {
    const Method* best = nullptr;
    for (const std::size_t index : m_byShape.value(shapeOf(verb, segments.size()))) {
        if (fits(m_methods[index], segments)) {
            best = &m_methods[index];
            break;
        }
    }
    if (!best) {
        return std::nullopt;
    }
    MethodMatch match{best, {}};
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (best->segments[i].startsWith(u'{')) {
            match.ids << QUrl::fromPercentEncoding(segments[i].toUtf8());
        }
    }
    return match;
}

const Method* Contract::method(const QString& name) const {
    for (const Method& method : m_methods) {
        if (method.name == name) {
            return &method;
        }
    }
    return nullptr;
}

const SchemaField* Contract::field(const QString& schema, const QString& name) const {
    const auto known = m_schemas.constFind(schema);
    if (known == m_schemas.cend()) {
        return nullptr;
    }
    const auto field = known->constFind(name);
    return field == known->cend() ? nullptr : &*field;
}

}  // namespace kith::emulator
