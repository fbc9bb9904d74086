// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The short way to write a rule: --when sender=billing --when 'age>=30' --then 'archive after 2d unless answered'.
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QStringList>

namespace kith::cli {

/// FIELD=TEXT (several parted by |), FIELD==TEXT (as a whole), FIELD~PATTERN, FIELD>=N, FIELD<=N, or a bare list or
/// attachment; with ! in front: not. As JSON of a condition, whose words are checked later.
Result<QJsonObject> conditionOfFlag(const QString& flag);
/// ACTION or ACTION=PARAMETER, then " after SPAN" and " unless answered|read|archived".
Result<QJsonObject> actionOfFlag(const QString& flag);

}  // namespace kith::cli
