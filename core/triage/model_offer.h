// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The models that a service offers, and what was meant by a name that is none of them. Pure.
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace kith::triage {

struct ModelOffer {
    QString id;
    qint64 contextLength{0};             ///< tokens; 0: not told
    std::optional<double> inputPrice{};  ///< USD for a million tokens, where told
    std::optional<double> outputPrice{};
};

/// The names that come nearest to it, nearest first; nothing where none is near.
QStringList nearNames(const QString& wanted, const QStringList& known, int most = 3);

/// NotFound, with near names in the hint, where the offers do not hold it.
Result<ModelOffer> offerNamed(const QString& name, const std::vector<ModelOffer>& offers);

}  // namespace kith::triage
