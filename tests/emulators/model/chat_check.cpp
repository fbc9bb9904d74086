// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/model/chat_check.h"

#include <QString>
#include <QStringList>

#include <array>

namespace kith::emulator {
namespace {

struct NumberRange {
    const char* field;
    double least;
    double most;
    bool whole;
};

constexpr std::array kRanges{
    NumberRange{"temperature", 0, 2, false},
    NumberRange{"top_p", 1e-9, 1, false},
    NumberRange{"min_p", 0, 1, false},
    NumberRange{"top_k", 0, 999, true},
    NumberRange{"max_tokens", 0, 1'000'000, true},
    NumberRange{"n", 1, 4, true},
    NumberRange{"presence_penalty", -2, 2, false},
    NumberRange{"frequency_penalty", -2, 2, false},
    NumberRange{"repetition_penalty", 0.01, 5, false},
};

QJsonObject fault(const QStringList& place, const QString& words, const char* type) {
    QJsonArray where{QStringLiteral("body")};
    for (const QString& step : place) {
        where.append(step);
    }
    return {
        {QStringLiteral("loc"), where}, {QStringLiteral("msg"), words}, {QStringLiteral("type"), QLatin1String(type)}};
}

void checkNumbers(const QJsonObject& body, QJsonArray& faults) {
    for (const NumberRange& range : kRanges) {
        const QString name = QLatin1String(range.field);
        const QJsonValue value = body.value(name);
        if (value.isUndefined() || value.isNull()) {
            continue;
        }
        const double number = value.toDouble();
        if (!value.isDouble() || (range.whole && number != double(qint64(number)))) {
            faults.append(fault({name}, QStringLiteral("Input should be a valid number"), "float_parsing"));
        } else if (number < range.least || number > range.most) {
            faults.append(fault({name}, QStringLiteral("Input should be within its range"), "less_than_equal"));
        }
    }
}

void checkMessages(const QJsonObject& body, QJsonArray& faults) {
    const QJsonValue messages = body.value(QStringLiteral("messages"));
    if (!messages.isArray() || messages.toArray().isEmpty()) {
        faults.append(fault({QStringLiteral("messages")}, QStringLiteral("Field required"), "missing"));
        return;
    }
    int position = 0;
    for (const QJsonValue& message : messages.toArray()) {
        const QString role = message[QStringLiteral("role")].toString();
        const bool known = role == QStringLiteral("system") || role == QStringLiteral("user") ||
                           role == QStringLiteral("assistant") || role == QStringLiteral("tool");
        const QJsonValue content = message[QStringLiteral("content")];
        if (!known || !(content.isString() || content.isArray())) {
            faults.append(fault({QStringLiteral("messages"), QString::number(position)},
                                QStringLiteral("Input should be a valid message"), "literal_error"));
        }
        ++position;
    }
}

void checkFormat(const QJsonObject& body, QJsonArray& faults) {
    const QJsonValue format = body.value(QStringLiteral("response_format"));
    if (format.isUndefined() || format.isNull()) {
        return;
    }
    const QString type = format[QStringLiteral("type")].toString();
    const QJsonObject schema = format[QStringLiteral("json_schema")].toObject();
    const bool good = type == QStringLiteral("text") || type == QStringLiteral("json_object") ||
                      (type == QStringLiteral("json_schema") && schema.contains(QStringLiteral("name")) &&
                       schema.contains(QStringLiteral("schema"))) ||
                      (type == QStringLiteral("regex") && format[QStringLiteral("regex")].isString());
    if (!good) {
        faults.append(fault({QStringLiteral("response_format")}, QStringLiteral("Input should be a valid format"),
                            "union_tag_invalid"));
    }
}

}  // namespace

QJsonArray chatFaults(const QJsonObject& body) {
    QJsonArray faults;
    if (!body.value(QStringLiteral("model")).isString()) {
        faults.append(fault({QStringLiteral("model")}, QStringLiteral("Field required"), "missing"));
    }
    const QJsonValue stream = body.value(QStringLiteral("stream"));
    if (!stream.isUndefined() && !stream.isBool()) {
        faults.append(
            fault({QStringLiteral("stream")}, QStringLiteral("Input should be a valid boolean"), "bool_type"));
    }
    checkMessages(body, faults);
    checkNumbers(body, faults);
    checkFormat(body, faults);
    return faults;
}

}  // namespace kith::emulator
