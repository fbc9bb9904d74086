// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/decision_json.h"

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/triage/calibration.h"

namespace kith::triage {

namespace {

constexpr int kDecisionFormat = 1;

QJsonObject contributionJson(const Contribution& one) {
    QJsonObject object{{QStringLiteral("name"), one.name},
                       {QStringLiteral("value"), one.value},
                       {QStringLiteral("weight"), one.weight},
                       {QStringLiteral("effect"), one.effect}};
    if (!one.note.isEmpty()) {
        object.insert(QStringLiteral("note"), one.note);
    }
    if (one.evidenceStart >= 0) {
        object.insert(QStringLiteral("start"), one.evidenceStart);
        object.insert(QStringLiteral("end"), one.evidenceEnd);
    }
    return object;
}

Result<Contribution> contributionOfJson(const QJsonObject& object) {
    const auto name = json::string(object, QStringLiteral("name"));
    const auto value = json::number(object, QStringLiteral("value"));
    const auto weight = json::number(object, QStringLiteral("weight"));
    const auto effect = json::number(object, QStringLiteral("effect"));
    if (!name || !value || !weight || !effect) {
        return Error{ErrorKind::Malformed, QStringLiteral("a contribution needs name, value, weight and effect"), {}};
    }
    return Contribution{*name,
                        object.value(QStringLiteral("note")).toString(),
                        *value,
                        *weight,
                        *effect,
                        object.value(QStringLiteral("start")).toInt(-1),
                        object.value(QStringLiteral("end")).toInt(-1)};
}

QJsonArray contributionsJson(const Decision& decision) {
    QJsonArray list;
    for (const Contribution& one : decision.contributions) {
        list.append(contributionJson(one));
    }
    return list;
}

QJsonArray bandsJson(const Decision& decision) {
    QJsonArray list;
    for (const double p : decision.bandProbability) {
        list.append(p);
    }
    return list;
}

QJsonValue modelJson(const Decision& decision) {
    const auto model = json::parseObject(decision.modelRecord);
    return model ? QJsonValue(*model) : QJsonValue(QJsonValue::Null);
}

/// contracts.md: scores and reasons side by side.
QJsonValue explainedModel(const Decision& decision) {
    const auto record = json::parseObject(decision.modelRecord);
    if (!record) {
        return QJsonValue::Null;
    }
    QJsonObject scores;
    QJsonObject reasons;
    const QJsonObject said = record->value(QStringLiteral("scores")).toObject();
    for (auto it = said.begin(); it != said.end(); ++it) {
        scores.insert(it.key(), it.value()[QStringLiteral("score")]);
        reasons.insert(it.key(), it.value()[QStringLiteral("reason")]);
    }
    QJsonObject model = *record;
    model.insert(QStringLiteral("scores"), scores);
    model.insert(QStringLiteral("reasons"), reasons);
    return model;
}

std::optional<DecidedBy> deciderOfWord(const QString& word) {
    for (const DecidedBy by :
         {DecidedBy::Rule, DecidedBy::Model, DecidedBy::Cache, DecidedBy::Local, DecidedBy::User}) {
        if (decidedByWord(by) == word) {
            return by;
        }
    }
    return std::nullopt;
}

QJsonObject outcomeJson(const Decision& decision) {
    return {{QStringLiteral("priority"), static_cast<int>(decision.priority)},
            {QStringLiteral("importance"), decision.importance},
            {QStringLiteral("score"), decision.score},
            {QStringLiteral("confidence"), decision.confidence},
            {QStringLiteral("uncertainty"), decision.uncertainty},
            {QStringLiteral("bands"), bandsJson(decision)},
            {QStringLiteral("decided_by"), decidedByWord(decision.decidedBy)},
            {QStringLiteral("needs_review"), decision.needsReview},
            {QStringLiteral("reason"), decision.reason},
            {QStringLiteral("contributions"), contributionsJson(decision)},
            {QStringLiteral("rules"), QJsonArray::fromStringList(decision.rules)},
            {QStringLiteral("model"), modelJson(decision)},
            {QStringLiteral("ranker_version"), decision.rankerVersion},
            {QStringLiteral("inputs_hash"), QString::fromLatin1(decision.inputsHash)}};
}

Result<void> readLists(const QJsonObject& object, Decision& decision) {
    for (const QJsonValue& value : object.value(QStringLiteral("contributions")).toArray()) {
        auto one = contributionOfJson(value.toObject());
        if (!one) {
            return one.error();
        }
        decision.contributions.push_back(*one);
    }
    for (const QJsonValue& value : object.value(QStringLiteral("rules")).toArray()) {
        decision.rules << value.toString();
    }
    const QJsonArray bands = object.value(QStringLiteral("bands")).toArray();
    if (bands.size() != 5) {
        return Error{ErrorKind::Malformed, QStringLiteral("a decision needs five bands"), {}};
    }
    for (qsizetype band = 0; band < 5; ++band) {
        decision.bandProbability[static_cast<size_t>(band)] = bands.at(band).toDouble();
    }
    return {};
}

}  // namespace

QJsonObject toJson(const Decision& decision) {
    QJsonObject object = outcomeJson(decision);
    object.insert(QStringLiteral("format"), kDecisionFormat);
    object.insert(QStringLiteral("id"), QString::number(decision.id.value));
    object.insert(QStringLiteral("message"), QString::number(decision.message.value));
    object.insert(QStringLiteral("decided_at_ms"), static_cast<qint64>(decision.decidedAt.count()));
    return object;
}

Result<Decision> decisionFromJson(const QJsonObject& object) {
    const auto priority = json::integer(object, QStringLiteral("priority"));
    const auto importance = json::number(object, QStringLiteral("importance"));
    const auto score = json::number(object, QStringLiteral("score"));
    const auto decider = deciderOfWord(object.value(QStringLiteral("decided_by")).toString());
    if (!priority || !importance || !score || !decider || *priority < 0 || *priority > 4) {
        return Error{ErrorKind::Malformed, QStringLiteral("not a decision"), {}};
    }
    Decision decision;
    decision.id.value = object.value(QStringLiteral("id")).toString().toLongLong();
    decision.message.value = object.value(QStringLiteral("message")).toString().toLongLong();
    decision.priority = static_cast<Priority>(*priority);
    decision.importance = *importance;
    decision.score = *score;
    decision.confidence = object.value(QStringLiteral("confidence")).toDouble();
    decision.uncertainty = object.value(QStringLiteral("uncertainty")).toDouble();
    decision.decidedBy = *decider;
    decision.needsReview = object.value(QStringLiteral("needs_review")).toBool();
    decision.reason = object.value(QStringLiteral("reason")).toString();
    decision.rankerVersion = object.value(QStringLiteral("ranker_version")).toString();
    decision.inputsHash = object.value(QStringLiteral("inputs_hash")).toString().toLatin1();
    decision.decidedAt = std::chrono::milliseconds(object.value(QStringLiteral("decided_at_ms")).toInteger());
    if (const QJsonValue model = object.value(QStringLiteral("model")); model.isObject()) {
        decision.modelRecord = json::canonical(model.toObject());
    }
    if (const auto lists = readLists(object, decision); !lists) {
        return lists.error();
    }
    return decision;
}

QJsonObject explainJson(const Decision& decision) {
    QJsonObject object = outcomeJson(decision);
    object.insert(QStringLiteral("model"), explainedModel(decision));
    object.insert(QStringLiteral("decided_at"), text::rfc3339(decision.decidedAt));
    return object;
}

Decision replayed(const Decision& stored) {
    Decision again = stored;
    again.score = 0;
    for (Contribution& one : again.contributions) {
        one.effect = one.value * one.weight;
        again.score += one.effect;
    }
    again.importance = sigmoid(again.score);
    again.priority = priorityOf(again.importance);
    again.confidence = again.bandProbability[static_cast<size_t>(again.priority)];
    return again;
}

bool sameDecision(const Decision& a, const Decision& b) {
    return a.message == b.message && a.priority == b.priority && a.score == b.score && a.importance == b.importance &&
           a.confidence == b.confidence && a.uncertainty == b.uncertainty && a.bandProbability == b.bandProbability &&
           a.decidedBy == b.decidedBy && a.rules == b.rules && a.inputsHash == b.inputsHash &&
           a.rankerVersion == b.rankerVersion;
}

}  // namespace kith::triage
