// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/decision_json.h"

#include <QJsonArray>

namespace kith::storage {

QJsonObject decisionDetail(const Decision& decision) {
    QJsonArray contributions;
    for (const Contribution& c : decision.contributions) {
        contributions.append(QJsonObject{{QStringLiteral("name"), c.name},
                                         {QStringLiteral("note"), c.note},
                                         {QStringLiteral("value"), c.value},
                                         {QStringLiteral("weight"), c.weight},
                                         {QStringLiteral("effect"), c.effect},
                                         {QStringLiteral("start"), c.evidenceStart},
                                         {QStringLiteral("end"), c.evidenceEnd}});
    }
    QJsonArray bands;
    for (const double probability : decision.bandProbability) {
        bands.append(probability);
    }
    return {{QStringLiteral("contributions"), contributions},
            {QStringLiteral("bands"), bands},
            {QStringLiteral("rules"), QJsonArray::fromStringList(decision.rules)},
            {QStringLiteral("model"), QString::fromUtf8(decision.modelRecord)}};
}

void readDecisionDetail(const QJsonObject& detail, Decision& decision) {
    for (const QJsonValue& value : detail.value(QStringLiteral("contributions")).toArray()) {
        const QJsonObject c = value.toObject();
        decision.contributions.push_back(
            {c.value(QStringLiteral("name")).toString(), c.value(QStringLiteral("note")).toString(),
             c.value(QStringLiteral("value")).toDouble(), c.value(QStringLiteral("weight")).toDouble(),
             c.value(QStringLiteral("effect")).toDouble(), c.value(QStringLiteral("start")).toInt(-1),
             c.value(QStringLiteral("end")).toInt(-1)});
    }
    const QJsonArray bands = detail.value(QStringLiteral("bands")).toArray();
    for (qsizetype i = 0; i < bands.size() && i < qsizetype(decision.bandProbability.size()); ++i) {
        decision.bandProbability[size_t(i)] = bands[i].toDouble();
    }
    for (const QJsonValue& rule : detail.value(QStringLiteral("rules")).toArray()) {
        decision.rules << rule.toString();
    }
    decision.modelRecord = detail.value(QStringLiteral("model")).toString().toUtf8();
}

QJsonObject decisionMarks(const Decision& decision, const QStringList& chips) {
    return {{QStringLiteral("priority"), int(decision.priority)},
            {QStringLiteral("importance"), decision.importance},
            {QStringLiteral("confidence"), decision.confidence},
            {QStringLiteral("decided_by"), int(decision.decidedBy)},
            {QStringLiteral("needs_review"), decision.needsReview ? 1 : 0},
            {QStringLiteral("reason"), decision.reason},
            {QStringLiteral("chips"), chips.join(QLatin1Char('\n'))}};
}

}  // namespace kith::storage
