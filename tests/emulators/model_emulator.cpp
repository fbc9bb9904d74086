// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/model_emulator.h"

#include <QHash>

namespace kith::emulator {
namespace {

std::optional<ModelManner> mannerOf(const QString& word) {
    static const QHash<QString, ModelManner> manners{{QStringLiteral("reader"), ModelManner::Reader},
                                                     {QStringLiteral("obedient"), ModelManner::Obedient},
                                                     {QStringLiteral("nonsense"), ModelManner::Nonsense},
                                                     {QStringLiteral("out_of_range"), ModelManner::OutOfRange}};
    const auto found = manners.constFind(word);
    return found == manners.cend() ? std::nullopt : std::optional(*found);
}

QString modelCallOf(const Request& request) {
    return request.path.endsWith(QLatin1String("/chat/completions")) ? QStringLiteral("chat.completions")
           : request.path.endsWith(QLatin1String("/models"))         ? QStringLiteral("models")
                                                                     : QString();
}

Error modelOrderTrouble(const QString& detail) {
    return {ErrorKind::Malformed, detail, {}};
}

bool isTextList(const QJsonValue& value) {
    const QJsonArray list = value.toArray();
    return value.isArray() &&
           std::all_of(list.begin(), list.end(), [](const QJsonValue& one) { return one.isString(); });
}

}  // namespace

Answer ModelEmulator::handle(const Request& request) {
    Answer answer = answered(m_ground, {Endpoint::DeepInfra, modelCallOf(request), m_latency}, request,
                             [&] { return m_api.handle(request); });
    answer.pause = m_pause;
    return answer;
}

Result<void> ModelEmulator::order(const QJsonObject& order) {
    for (const QString& key : order.keys()) {
        if (key != QLatin1String("manner") && key != QLatin1String("schemas") && key != QLatin1String("say") &&
            key != QLatin1String("pause_ms")) {
            return modelOrderTrouble(QStringLiteral("the model has no ") + key);
        }
    }
    const auto manner = mannerOf(order[u"manner"].toString());
    if (order.contains(u"manner") && !manner) {
        return modelOrderTrouble(QStringLiteral("manner is reader, obedient, nonsense or out_of_range"));
    }
    if (order.contains(u"schemas") && !order[u"schemas"].isBool()) {
        return modelOrderTrouble(QStringLiteral("schemas is true or false"));
    }
    if (order.contains(u"say") && !isTextList(order[u"say"])) {
        return modelOrderTrouble(QStringLiteral("say is a list of texts"));
    }
    const QJsonValue pause = order[u"pause_ms"];
    if (order.contains(u"pause_ms") && (!pause.isDouble() || pause.toInteger() < 0)) {
        return modelOrderTrouble(QStringLiteral("pause_ms is a number of milliseconds"));
    }
    if (order.contains(u"pause_ms")) {
        m_pause = Millis{pause.toInteger()};
    }
    if (manner) {
        m_api.setManner(*manner);
    }
    if (order.contains(u"schemas")) {
        m_api.setTakesSchemas(order[u"schemas"].toBool());
    }
    for (const QJsonValue& text : order[u"say"].toArray()) {
        m_api.say(text.toString());
    }
    return {};
}

void ModelEmulator::reset() {
    m_api.setManner(ModelManner::Reader);
    m_api.setTakesSchemas(true);
    m_api.sayNothing();
    m_latency = Millis{0};
    m_pause = Millis{0};
}

}  // namespace kith::emulator
