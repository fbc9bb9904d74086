// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Mails whose lines carry their true roles, from published sets or from our own generator.
#pragma once

#include "core/base/result.h"
#include "core/mail/zones.h"

#include <QString>

#include <vector>

namespace kith::train {

struct ZoneExample {
    QString name;
    QString text;
    std::vector<mail::LineLabel> labels;  ///< one a row of the text; Blank: not counted
};

/// The messages of quagga.tar.xz whose name starts with set ("Enron" or "ASF"). For measuring only.
Result<std::vector<ZoneExample>> readQuagga(const QString& archive, const QString& set);

/// The messages of mailgun/forge (folders P and N): a line that starts with #sig# belongs to closing or signature.
Result<std::vector<ZoneExample>> readForge(const QString& folder);

}  // namespace kith::train
