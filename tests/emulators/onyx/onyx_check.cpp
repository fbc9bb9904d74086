// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/onyx/onyx_check.h"

#include <QHash>
#include <QString>

namespace kith::emulator {
namespace {

/// s: text, b: bool, i: whole number, n: number, l: list, o: object; ?: null may stand there; !: required.
using OnyxFields = QHash<QString, QString>;

OnyxFields onyxFields(OnyxForm form) {
    const auto field = [](const char* name, const char* type) {
        return std::pair(QString(QLatin1String(name)), QString(QLatin1String(type)));
    };
    if (form == OnyxForm::Search) {
        return {field("query", "s!"),          field("sources", "l?"),     field("document_sets", "l?"),
                field("tags", "l?"),           field("time_cutoff", "s?"), field("persona_id", "i?"),
                field("provider", "s?"),       field("model", "s?"),       field("skip_query_expansion", "b"),
                field("message_history", "l?")};
    }
    if (form == OnyxForm::SearchMessage) {
        return {field("search_query", "s!"),       field("filters", "o?"), field("num_docs_fed_to_llm_selection", "i?"),
                field("run_query_expansion", "b"), field("num_hits", "i"), field("hybrid_alpha", "n?"),
                field("include_content", "b"),     field("stream", "b")};
    }
    return {field("message", "s!"),
            field("llm_override", "o?"),
            field("llm_overrides", "l?"),
            field("allowed_tool_ids", "l?"),
            field("forced_tool_id", "i?"),
            field("file_descriptors", "l"),
            field("internal_search_filters", "o?"),
            field("deep_research", "b"),
            field("mcp_headers", "o?"),
            field("parent_message_id", "i?"),
            field("chat_session_id", "s?"),
            field("chat_session_info", "o?"),
            field("stream", "b"),
            field("include_citations", "b"),
            field("additional_context", "s?")};
}

bool fitsType(const QJsonValue& value, const QString& type) {
    if (value.isNull()) {
        return type.contains(QLatin1Char('?'));
    }
    switch (type.at(0).toLatin1()) {
    case 's':
        return value.isString();
    case 'b':
        return value.isBool();
    case 'i':
        return value.isDouble() && value.toDouble() == double(value.toInteger());
    case 'n':
        return value.isDouble();
    case 'l':
        return value.isArray();
    default:
        return value.isObject();
    }
}

QJsonObject onyxFault(const QString& field, const char* message, const char* type) {
    return {{QStringLiteral("loc"), QJsonArray{QStringLiteral("body"), field}},
            {QStringLiteral("msg"), QLatin1String(message)},
            {QStringLiteral("type"), QLatin1String(type)}};
}

}  // namespace

QJsonArray onyxFaults(OnyxForm form, const QJsonObject& body) {
    const OnyxFields fields = onyxFields(form);
    QJsonArray faults;
    for (auto it = body.begin(); it != body.end(); ++it) {
        const auto known = fields.constFind(it.key());
        if (known == fields.cend()) {
            faults.append(onyxFault(it.key(), "Extra inputs are not permitted", "extra_forbidden"));
        } else if (!fitsType(it.value(), *known)) {
            faults.append(onyxFault(it.key(), "Input should be of a valid type", "type_error"));
        }
    }
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it->contains(QLatin1Char('!')) && !body.contains(it.key())) {
            faults.append(onyxFault(it.key(), "Field required", "missing"));
        }
    }
    const qsizetype length = body[u"query"].toString().size();
    if (form == OnyxForm::Search && body.contains(u"query") && (length < 1 || length > 2048)) {
        faults.append(onyxFault(QStringLiteral("query"), "String should have 1 to 2048 characters", "string_too_long"));
    }
    if (body.contains(u"provider") != body.contains(u"model")) {
        faults.append(onyxFault(QStringLiteral("model"), "provider and model only together", "value_error"));
    }
    if (body[u"chat_session_id"].isString() && body[u"chat_session_info"].isObject()) {
        faults.append(onyxFault(QStringLiteral("chat_session_id"), "Only one of the two may be given", "value_error"));
    }
    return faults;
}

}  // namespace kith::emulator
