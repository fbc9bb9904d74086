// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The weights that Kith ships with: hand-set, the same for everybody, read from resources/models/prior.json.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace kith::triage {

struct Prior {
    QString version;
    double bias{0};
    std::vector<double> dense;  ///< denseCount() weights; hashed words start at nothing
};

const Prior& shippedPrior();
/// Unknown or missing names are Malformed: the prior and the features must speak of the same things.
Result<Prior> readPrior(const QByteArray& json);

}  // namespace kith::triage
