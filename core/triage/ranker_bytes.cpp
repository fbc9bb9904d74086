// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/ranker.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <algorithm>

namespace kith::triage {

namespace {

constexpr int kStateFormat = 1;

Error notRankerBytes(const char* what) {
    return {ErrorKind::Malformed, QStringLiteral("not a ") + QLatin1String(what), {}};
}

QCborArray weightCbor(const Weight& weight) {
    return {weight.deviation, weight.squares};
}

Weight weightOfCbor(const QCborValue& value) {
    const QCborArray pair = value.toArray();
    return {pair.at(0).toDouble(0.0), pair.at(1).toDouble(1.0)};
}

}  // namespace

QByteArray toBytes(const RankerState& state) {
    QList<quint32> indices = state.weights.keys();
    std::sort(indices.begin(), indices.end());
    QCborArray weights;
    for (const quint32 index : indices) {
        const Weight weight = state.weights.value(index);
        weights.append(static_cast<qint64>(index));
        weights.append(weight.deviation);
        weights.append(weight.squares);
    }
    QCborMap map;
    map.insert(QStringLiteral("format"), kStateFormat);
    map.insert(QStringLiteral("features"), kFeatureVersion);
    map.insert(QStringLiteral("steps"), state.steps);
    map.insert(QStringLiteral("explicit"), state.explicitSteps);
    map.insert(QStringLiteral("bias"), weightCbor(state.bias));
    map.insert(QStringLiteral("weights"), weights);
    return map.toCborValue().toCbor();
}

Result<RankerState> rankerStateFromBytes(const QByteArray& bytes) {
    const QCborMap map = QCborValue::fromCbor(bytes).toMap();
    if (map.value(QStringLiteral("format")).toInteger() != kStateFormat) {
        return notRankerBytes("ranker state");
    }
    if (map.value(QStringLiteral("features")).toInteger() != kFeatureVersion) {
        return Error{ErrorKind::Unsupported, QStringLiteral("ranker state of another feature version"), {}};
    }
    const QCborArray weights = map.value(QStringLiteral("weights")).toArray();
    if (weights.size() % 3 != 0) {
        return notRankerBytes("ranker state");
    }
    RankerState state;
    state.steps = map.value(QStringLiteral("steps")).toInteger();
    state.explicitSteps = map.value(QStringLiteral("explicit")).toInteger();
    state.bias = weightOfCbor(map.value(QStringLiteral("bias")));
    for (qsizetype i = 0; i < weights.size(); i += 3) {
        const auto index = static_cast<quint32>(weights.at(i).toInteger());
        if (index >= featureSpace()) {
            return notRankerBytes("ranker state");
        }
        state.weights.insert(index, {weights.at(i + 1).toDouble(), weights.at(i + 2).toDouble(1.0)});
    }
    return state;
}

QByteArray toBytes(const LearnStep& step) {
    QCborArray rows;
    for (size_t i = 0; i < step.features.size(); ++i) {
        const Weight before = i < step.before.size() ? step.before[i] : Weight{};
        rows.append(QCborArray{static_cast<qint64>(step.features[i].index), step.features[i].value, before.deviation,
                               before.squares});
    }
    QCborMap map;
    map.insert(QStringLiteral("format"), kStateFormat);
    map.insert(QStringLiteral("features"), kFeatureVersion);
    map.insert(QStringLiteral("index"), step.index);
    map.insert(QStringLiteral("target"), step.target);
    map.insert(QStringLiteral("weight"), step.weight);
    map.insert(QStringLiteral("push"), static_cast<int>(step.push));
    map.insert(QStringLiteral("explicit"), step.explicitMark);
    map.insert(QStringLiteral("bias"), weightCbor(step.biasBefore));
    map.insert(QStringLiteral("importance"), step.importanceBefore);
    map.insert(QStringLiteral("rows"), rows);
    return map.toCborValue().toCbor();
}

Result<LearnStep> learnStepFromBytes(const QByteArray& bytes) {
    const QCborMap map = QCborValue::fromCbor(bytes).toMap();
    if (map.value(QStringLiteral("format")).toInteger() != kStateFormat ||
        map.value(QStringLiteral("features")).toInteger() != kFeatureVersion) {
        return notRankerBytes("lesson of this version");
    }
    LearnStep step;
    step.index = map.value(QStringLiteral("index")).toInteger();
    step.target = map.value(QStringLiteral("target")).toDouble();
    step.weight = map.value(QStringLiteral("weight")).toDouble();
    step.push = static_cast<Push>(std::clamp<qint64>(map.value(QStringLiteral("push")).toInteger(), 0, 2));
    step.explicitMark = map.value(QStringLiteral("explicit")).toBool();
    step.biasBefore = weightOfCbor(map.value(QStringLiteral("bias")));
    step.importanceBefore = map.value(QStringLiteral("importance")).toDouble();
    for (const QCborValue& value : map.value(QStringLiteral("rows")).toArray()) {
        const QCborArray row = value.toArray();
        const auto index = static_cast<quint32>(row.at(0).toInteger());
        if (row.size() != 4 || index >= featureSpace()) {
            return notRankerBytes("lesson");
        }
        step.features.push_back({index, row.at(1).toDouble()});
        step.before.push_back({row.at(2).toDouble(), row.at(3).toDouble(1.0)});
    }
    return step;
}

}  // namespace kith::triage
