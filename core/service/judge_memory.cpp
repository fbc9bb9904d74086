// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/judge_memory.h"

#include <QCborArray>
#include <QCborValue>

namespace kith::service {

namespace {

QString behaviourName() {
    return QStringLiteral("behaviour");
}

QString recentName() {
    return QStringLiteral("recent");
}

QByteArray numbersToBytes(const std::vector<double>& numbers) {
    QCborArray array;
    for (const double number : numbers) {
        array.append(number);
    }
    return array.toCborValue().toCbor();
}

std::vector<double> numbersFromBytes(const QByteArray& bytes) {
    std::vector<double> numbers;
    for (const QCborValue& value : QCborValue::fromCbor(bytes).toArray()) {
        numbers.push_back(value.toDouble());
    }
    return numbers;
}

}  // namespace

Result<void> rememberJudge(Cellar& cellar, const Judge& judge) {
    std::vector<double> recent;
    for (const Judge::Sample& sample : judge.recent) {
        recent.insert(recent.end(), {sample.score, sample.spread});
    }
    storage::RankerState kept{triage::rankerVersion(), triage::toBytes(judge.behaviour), {}, judge.behaviour.steps};
    if (const auto saved = cellar.triage.saveRankerState(behaviourName(), kept); !saved) {
        return saved;
    }
    kept.weights = numbersToBytes(recent);
    return cellar.triage.saveRankerState(recentName(), kept);
}

Result<bool> recallJudge(Cellar& cellar, Judge& judge) {
    const auto behaviour = cellar.triage.rankerState(behaviourName());
    const auto recent = cellar.triage.rankerState(recentName());
    if (!behaviour || !recent) {
        return !behaviour ? behaviour.error() : recent.error();
    }
    const bool current = *behaviour && *recent && (*behaviour)->version == triage::rankerVersion() &&
                         (*recent)->version == triage::rankerVersion();
    auto state = current ? triage::rankerStateFromBytes((*behaviour)->weights) : Error{ErrorKind::NotFound, {}, {}};
    if (!state) {
        return false;
    }
    judge.behaviour = std::move(*state);
    judge.state = judge.behaviour;
    judge.recent.clear();
    judge.mail = {};
    const std::vector<double> numbers = numbersFromBytes((*recent)->weights);
    for (size_t i = 0; i + 1 < numbers.size(); i += 2) {
        judge.recent.push_back({numbers[i], numbers[i + 1]});
    }
    return true;
}

}  // namespace kith::service
