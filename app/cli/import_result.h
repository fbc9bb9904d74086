// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What import mail and demo print.
#pragma once

#include "app/cli/terminal.h"
#include "core/service/import_job.h"

#include <QJsonArray>

namespace kith::cli {

QJsonObject importJson(const service::ImportProgress& progress);
/// A line for a terminal: "12,431 messages, 1,240 a second".
QString progressLine(const service::ImportProgress& progress);
service::ImportHooks terminalHooks(const Terminal& terminal);

}  // namespace kith::cli
