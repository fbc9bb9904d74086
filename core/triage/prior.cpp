// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/prior.h"

#include "core/base/json.h"
#include "core/triage/features.h"

#include <QFile>

#include <cmath>

namespace kith::triage {

Result<Prior> readPrior(const QByteArray& json) {
    const auto object = json::parseObject(json);
    if (!object) {
        return object.error();
    }
    const auto version = json::string(*object, QStringLiteral("version"));
    const auto bias = json::number(*object, QStringLiteral("bias"));
    const auto weights = json::object(*object, QStringLiteral("weights"));
    if (!version || !bias || !weights) {
        return Error{ErrorKind::Malformed, QStringLiteral("a prior needs version, bias and weights"), {}};
    }
    Prior prior{*version, *bias, std::vector<double>(denseCount(), 0.0)};
    for (auto it = weights->begin(); it != weights->end(); ++it) {
        const quint32 index = featureIndex(QLatin1String(it.key().toLatin1()));
        if (index >= denseCount() || !it->isDouble()) {
            return Error{ErrorKind::Malformed, QStringLiteral("the prior names an unknown feature: ") + it.key(), {}};
        }
        prior.dense[index] = it->toDouble();
    }
    if (static_cast<quint32>(weights->size()) != denseCount()) {
        return Error{ErrorKind::Malformed, QStringLiteral("the prior does not name every feature"), {}};
    }
    return prior;
}

const Prior& shippedPrior() {
    static const Prior prior = [] {
        QFile file(QStringLiteral(":/kith/models/prior.json"));
        const bool open = file.open(QIODevice::ReadOnly);
        Q_ASSERT(open);
        const auto read = readPrior(open ? file.readAll() : QByteArray());
        Q_ASSERT(read);
        return read ? *read : Prior{{}, 0.0, std::vector<double>(denseCount(), 0.0)};
    }();
    return prior;
}

}  // namespace kith::triage
